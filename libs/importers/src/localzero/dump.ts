import type { JsonRecord } from '../row.js';
import { isRecord } from '@klimaspur/domain';
import { Row } from '../row.js';
import type { Report } from '../report.js';
import { maxDepth, type RawFile, type RawNode, type RawTown } from './raw.js';

const models = { town: 'cpmonitor.city', node: 'cpmonitor.task', group: 'cpmonitor.localgroup' };

/** Characters per level in treebeard's materialised path. */
const step = 4;

/** True for what Django's `dumpdata` writes: a list of `{model, pk, fields}`. */
export const isDump = (json: unknown): json is readonly unknown[] =>
  Array.isArray(json) && json.some((item) => isRecord(item) && typeof item['model'] === 'string');

interface Located {
  readonly path: string;
  readonly key: string;
  readonly row: Row;
}

/** Database dump → flat form. The tree comes from the paths alone: `depth` and `numchild` are only compared. */
export const readDump = (json: readonly unknown[], report: Report): RawFile => {
  const towns: RawTown[] = [];
  const groups = new Map<string, Row>();
  const located: Located[] = [];
  const keys = new Set<string>();
  const paths = new Map<string, Row>();

  json.forEach((item, index) => {
    const place = `record ${index + 1}`;
    if (!isRecord(item) || typeof item['model'] !== 'string') {
      report.refuse(place, '', item, 'row/not-an-object');
      return;
    }
    const model = item['model'].toLowerCase();
    if (model !== models.town && model !== models.node && model !== models.group) {
      report.leave(item['model'], reasonOf(model));
      return;
    }
    const found = readRecord(item, model, place, keys, report);
    if (found === undefined) return;
    const { key, row } = found;
    if (model === models.town) towns.push({ key, row });
    else if (model === models.group) readGroup(row, groups);
    else readPlace(key, row, paths, located);
  });

  return {
    towns: towns.map((town) => {
      const group = groups.get(town.key);
      return group ? { ...town, group } : town;
    }),
    nodes: linkByPath(located, report),
    withoutTowns: !json.some((item) => isRecord(item) && item['model'] === models.town),
    models,
  };
};

/** Accounts and sessions run the other system; its own models may find a place here one day. */
const reasonOf = (model: string) => {
  if (model === 'cpmonitor.invitation') return 'technical';
  return model.startsWith('cpmonitor.') ? 'not-yet' : 'technical';
};

const readRecord = (
  item: JsonRecord,
  model: string,
  place: string,
  keys: Set<string>,
  report: Report,
) => {
  const name = model.slice('cpmonitor.'.length);
  const pk = item['pk'];
  const key = Number.isSafeInteger(pk) || typeof pk === 'string' ? String(pk).trim() : '';
  if (key === '' || key.length > 200) {
    report.refuse(place, 'pk', pk, 'field/missing');
    return undefined;
  }
  const where = `${name} ${key}`;
  if (!isRecord(item['fields'])) {
    report.refuse(where, 'fields', item['fields'], 'row/not-an-object');
    return undefined;
  }
  if (keys.has(where)) {
    report.refuse(where, 'pk', key, 'row/duplicate-key', { first: where });
    return undefined;
  }
  keys.add(where);
  return { key, row: new Row(where, item['fields'], report) };
};

const readGroup = (row: Row, groups: Map<string, Row>) => {
  const town = row.key('city');
  const first = town === undefined ? undefined : groups.get(town);
  if (town === undefined) row.refuse('city', '', 'field/missing');
  else if (first) row.refuse('city', town, 'row/duplicate-key', { first: first.where });
  else groups.set(town, row);
};

const readPlace = (key: string, row: Row, paths: Map<string, Row>, located: Located[]) => {
  const said = row.value('path')?.value;
  if (typeof said !== 'string' || said.length % step !== 0 || !/^[0-9A-Z]+$/.test(said)) {
    row.refuse('path', said, 'field/not-a-path');
    return;
  }
  if (said.length / step > maxDepth) {
    row.refuse('path', said, 'row/too-deep', { max: maxDepth });
    return;
  }
  const first = paths.get(said);
  if (first !== undefined) {
    row.refuse('path', said, 'row/duplicate-path', { first: first.where });
    return;
  }
  paths.set(said, row);
  located.push({ path: said, key, row });
};

const linkByPath = (located: Located[], report: Report): RawNode[] => {
  const nodes = new Map<string, RawNode>();
  const sorted = located.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const { path, key, row } of sorted) {
    let above = path.slice(0, -step);
    if (above !== '' && !nodes.has(above)) {
      report.find(row.where, 'parent-missing');
      while (above !== '' && !nodes.has(above)) above = above.slice(0, -step);
    }
    const parent = nodes.get(above);
    if (parent) parent.children += 1;
    const depth = row.integer(0, Number.MAX_SAFE_INTEGER, 'depth');
    if (depth !== undefined && depth !== path.length / step) {
      report.find(row.where, 'depth-differs', { said: depth, found: path.length / step });
    }
    const town = row.key('city');
    nodes.set(path, {
      key,
      row,
      children: 0,
      ...(town === undefined ? {} : { town }),
      ...(parent ? { parent } : {}),
    });
  }
  return [...nodes.values()];
};
