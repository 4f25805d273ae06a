import { isRecord } from '@klimaspur/domain';
import { type JsonRecord, Row } from '../row.js';
import type { Report } from '../report.js';
import { maxDepth, type RawFile, type RawNode, type RawTown } from './raw.js';

const models = { town: 'city', node: 'task', group: 'local_group' };

const looksLikeTask = (item: unknown) =>
  isRecord(item) && (Object.hasOwn(item, 'title') || Object.hasOwn(item, 'children'));
const looksLikeTown = (item: unknown) =>
  isRecord(item) && Object.hasOwn(item, 'name') && !looksLikeTask(item);

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

interface Answers {
  readonly towns: readonly unknown[];
  readonly tasks: readonly unknown[];
}

/**
 * The saved answers of LocalZero's public interface: the tree of tasks, a town, a list of towns, or an
 * object that holds both (`{city, tasks}`, `{cities, tasks}`, a town with `tasks`). Undefined for anything else.
 */
export const findAnswers = (json: unknown): Answers | undefined => {
  if (Array.isArray(json)) {
    if (json.some(looksLikeTask)) return { towns: [], tasks: json };
    return json.some(looksLikeTown) ? { towns: json, tasks: [] } : undefined;
  }
  if (!isRecord(json)) return undefined;
  const tasks = asList(json['tasks'] ?? json['task'] ?? json['measures']);
  const towns = looksLikeTown(json) ? [json] : asList(json['cities'] ?? json['city']);
  if (towns.some(looksLikeTown) || tasks.some(looksLikeTask)) return { towns, tasks };
  return looksLikeTask(json) ? { towns: [], tasks: [json] } : undefined;
};

export const readAnswers = ({ towns, tasks }: Answers, report: Report): RawFile => {
  const keys = new Map<string, string>();
  return {
    towns: readTowns(towns, keys, report),
    nodes: readTree(tasks, keys, report),
    withoutTowns: towns.length === 0,
    models,
  };
};

/** A record with a key that nobody had before, or a refusal. */
const readRecord = (
  item: unknown,
  model: string,
  place: string,
  keys: Map<string, string>,
  report: Report,
): { key: string; item: JsonRecord; row: Row } | undefined => {
  if (!isRecord(item)) {
    report.refuse(place, '', item, 'row/not-an-object');
    return undefined;
  }
  const id = item['id'];
  const key = Number.isSafeInteger(id) || typeof id === 'string' ? String(id).trim() : '';
  if (key === '' || key.length > 200) {
    report.refuse(place, 'id', id, 'field/missing');
    return undefined;
  }
  const where = `${model} ${key}`;
  const first = keys.get(where);
  if (first !== undefined) {
    report.refuse(place, 'id', key, 'row/duplicate-key', { first });
    return undefined;
  }
  keys.set(where, place);
  const row = new Row(where, item, report);
  row.value('id');
  return { key, item, row };
};

const readTowns = (list: readonly unknown[], keys: Map<string, string>, report: Report) =>
  list.flatMap((entry, index): RawTown[] => {
    const place = `city #${index + 1}`;
    const found = readRecord(entry, models.town, place, keys, report);
    if (found === undefined) return [];
    const { key, item, row } = found;
    row.value('tasks', 'task', 'measures', 'local_group');
    const group = item['local_group'];
    if (group === undefined || group === null) return [{ key, row }];
    if (!isRecord(group)) {
      row.refuse('local_group', group, 'row/not-an-object');
      return [{ key, row }];
    }
    const groupRow = new Row(`local_group of city ${key}`, group, report);
    groupRow.value('id');
    return [{ key, row, group: groupRow }];
  });

/** Walks without recursion: a file decides how deep it is. */
const readTree = (
  list: readonly unknown[],
  keys: Map<string, string>,
  report: Report,
): RawNode[] => {
  const nodes: RawNode[] = [];
  type Waiting = { entry: unknown; place: string; depth: number; parent: RawNode | undefined };
  const waiting: Waiting[] = [];
  const add = (
    children: readonly unknown[],
    depth: number,
    parent: RawNode | undefined,
    at: string,
  ) =>
    children
      .map((entry, index) => ({ entry, place: `${at}${index + 1}`, depth, parent }))
      .toReversed()
      .forEach((item) => waiting.push(item));

  add(list, 1, undefined, 'task #');
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { entry, place, depth, parent } = next;
    if (depth > maxDepth) {
      report.refuse(place, 'children', entry, 'row/too-deep', { max: maxDepth });
      continue;
    }
    const found = readRecord(entry, models.node, place, keys, report);
    const children = isRecord(entry) ? entry['children'] : undefined;
    const below = Array.isArray(children) ? children : [];
    if (found === undefined) {
      // Its children are not at fault: they stand one level higher.
      add(below, depth + 1, parent, `${place}.`);
      if (parent) parent.children += below.length;
      continue;
    }
    const { key, row } = found;
    row.value('children');
    if (children !== undefined && children !== null && !Array.isArray(children)) {
      row.refuse('children', children, 'row/not-an-object');
    }
    const town = row.key('city') ?? parent?.town;
    const node: RawNode = {
      key,
      row,
      children: below.length,
      ...(town === undefined ? {} : { town }),
      ...(parent ? { parent } : {}),
    };
    nodes.push(node);
    add(below, depth + 1, node, `${place}.`);
  }
  return nodes;
};
