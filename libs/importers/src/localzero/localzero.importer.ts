import type { Context } from '../context.js';
import type { ImportedField, ImportedMeasure, ImportedMunicipality, Source } from '../importer.js';
import { findAnswers, readAnswers } from './api-answer.js';
import { isDump, readDump } from './dump.js';
import { readField } from './field.js';
import { readMeasure } from './measure.js';
import type { RawFile, RawNode } from './raw.js';
import { emptyPlan, readTown, system, unnamedTown } from './town.js';

/** Towns in the making: what `readNodes` fills. */
interface Draft {
  readonly town: Omit<ImportedMunicipality, 'plan'>;
  readonly fields: ImportedField[];
  readonly measures: ImportedMeasure[];
}

/** What the children of a node need to know about it. */
interface Seen {
  /** The town whose field it became; undefined when its row was refused. */
  draft?: Draft;
  /** True when it, or a node above it, is a draft over there. */
  readonly hidden: boolean;
}

export const isLocalZero = (json: unknown): boolean =>
  isDump(json) || findAnswers(json) !== undefined;

/** LocalZero's database dump, or saved answers of its interface. Undefined when the JSON is neither. */
export const readLocalZero = (
  json: unknown,
  context: Context,
): ImportedMunicipality[] | undefined => {
  const { report } = context;
  const answers = findAnswers(json);
  if (isDump(json)) return translate(readDump(json, report), context);
  return answers ? translate(readAnswers(answers, report), context) : undefined;
};

const translate = (file: RawFile, context: Context): ImportedMunicipality[] => {
  const drafts = draftsOf(file, context);
  readNodes(file, drafts, context);
  return [...drafts.values()].map(({ town, fields, measures }) => ({
    ...town,
    plan: { ...emptyPlan(town), fields, measures },
  }));
};

const unknownTown = '0';

const draftsOf = (file: RawFile, context: Context): Map<string, Draft> => {
  const drafts = new Map<string, Draft>();
  const add = (key: string, town: Draft['town']) =>
    drafts.set(key, { town, fields: [], measures: [] });
  for (const raw of file.towns) {
    const town = readTown(raw, file.models, context);
    if (town) add(raw.key, town);
  }
  if (file.withoutTowns) {
    const keys = new Set(file.nodes.map(({ town = unknownTown }) => town));
    for (const key of keys) {
      const { fallbackName } = context;
      const name = keys.size === 1 ? fallbackName : `${fallbackName} ${key}`;
      add(key, unnamedTown(key, name, context));
    }
  }
  return drafts;
};

/** The town a node belongs to; a file with a single town need not repeat it in every node. */
const draftOf = (
  { town }: RawNode,
  { towns, withoutTowns }: RawFile,
  drafts: Map<string, Draft>,
) => {
  const only = towns.length === 1 ? towns[0]?.key : undefined;
  return drafts.get(town ?? (withoutTowns ? unknownTown : (only ?? '')));
};

const readNodes = (file: RawFile, drafts: Map<string, Draft>, context: Context) => {
  const seen = new Map<RawNode, Seen>();
  const siblings = new Map<string, number>();
  const { node: model } = file.models;
  for (const node of file.nodes) {
    const { row, key } = node;
    const visibility = visibilityOf(node, seen, context);
    const own: Seen = { hidden: visibility.published === false };
    seen.set(node, own);
    const draft = draftOf(node, file, drafts);
    if (draft === undefined) {
      row.refuse('city', node.town ?? '', 'row/unknown-town');
      continue;
    }
    const parent = fieldAbove(node, draft, seen, context);
    const source: Source = { ...draft.town.source, system, key };
    const isField = hasChildren(node, context);
    const content = isField
      ? { field: readField(row, source, model, context) }
      : { measure: readMeasure(row, source, model, context) };
    if (content.field === undefined && content.measure === undefined) continue;
    const place = `${draft.town.source.key}/${parent?.key ?? ''}`;
    const order = siblings.get(place) ?? 0;
    siblings.set(place, order + 1);
    if (content.field) {
      own.draft = draft;
      const under = parent ? { parent: parent.key } : {};
      draft.fields.push({ ...content.field, ...under, order, ...visibility });
    } else if (content.measure) {
      const under = parent ? { field: parent.key } : {};
      draft.measures.push({ ...content.measure, ...under, order, ...visibility });
    }
  }
};

/** A node with children is a field. Saved answers leave drafts out but still count them in `numchild`. */
const hasChildren = ({ row, children }: RawNode, { report }: Context): boolean => {
  const said = row.integer(0, Number.MAX_SAFE_INTEGER, 'numchild') ?? children;
  if (said !== children) report.find(row.where, 'children-missing', { said, found: children });
  return children > 0 || said > 0;
};

/** The nearest field above that was taken over for the same town. */
const fieldAbove = (
  node: RawNode,
  draft: Draft,
  seen: ReadonlyMap<RawNode, Seen>,
  { report }: Context,
): RawNode | undefined => {
  for (let above = node.parent; above !== undefined; above = above.parent) {
    const town = seen.get(above)?.draft;
    if (town === draft) return above;
    if (above === node.parent) {
      report.find(node.row.where, town ? 'parent-in-other-town' : 'parent-refused');
    }
  }
  return undefined;
};

/** What was hidden over there stays hidden here: a node under a draft was never shown. */
const visibilityOf = (
  { row, parent }: RawNode,
  seen: ReadonlyMap<RawNode, Seen>,
  { report }: Context,
): { published?: boolean } => {
  const draft = row.boolean('draft_mode');
  const hidden = parent !== undefined && seen.get(parent)?.hidden === true;
  if (draft === undefined) return hidden ? { published: false } : {};
  if (!draft && hidden) report.find(row.where, 'hidden-by-parent');
  return { published: !draft && !hidden };
};
