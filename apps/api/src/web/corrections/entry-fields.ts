import { catalogue, type EventType, type Field, type Fields } from '@klimaspur/domain';
import { type Lang, messageFor, messages } from '@klimaspur/messages';

type Data = Readonly<Record<string, unknown>>;
type Simple = Extract<
  Field,
  { kind: 'code' | 'text' | 'url' | 'date' | 'integer' | 'boolean' | 'id' }
>;

/** A part of an entry that can be corrected in a form; lists, and what the entry belongs to, stay as they are. */
export interface EntryField {
  /** As problems spell it: `outcome`, `votes.yes`, `text.note`. */
  readonly path: string;
  readonly field: Simple;
}

/** What a form leaves alone: who an entry is about, and where it came from. */
const fixed = new Set([
  'municipality',
  'imported',
  'source',
  'decision',
  'scale',
  'assignment',
  'entry',
  'rank',
  'occurrence',
]);

/** What the control of a field is called: `reason` is why the entry is corrected, not what it says. */
export const nameOf = (path: string): string => (path === 'reason' ? 'entry.reason' : path);

/** The parts of this type of entry that can be corrected in a form, in their order. */
export const entryFields = (type: EventType): readonly EntryField[] => {
  const { data, text } = catalogue[type] as { readonly data: Fields; readonly text: Fields };
  return [...fieldsIn(data, ''), ...fieldsIn(text, 'text.')];
};

const fieldsIn = (fields: Fields, path: string): EntryField[] =>
  Object.entries(fields).flatMap(([name, field]): EntryField[] => {
    if (fixed.has(name)) return [];
    if (field.kind === 'object') return fieldsIn(field.fields, `${path}${name}.`);
    const isSimple = 'id code text url date integer boolean'.split(' ').includes(field.kind);
    if (!isSimple || (field.kind === 'id' && field.of !== 'organ')) return [];
    return [{ path: path + name, field: field as Simple }];
  });

/** Money is typed in euros and stored in cents. */
export const isMoney = ({ path, field }: EntryField): boolean =>
  field.kind === 'integer' && path.endsWith('Cents');

export const isLong = ({ field }: EntryField): boolean => field.kind === 'text' && field.max > 300;

/** What a field is called in a form; a code may be called another than a text of the same name. */
export const fieldLabel = ({ path, field }: EntryField, lang: Lang): string =>
  (field.kind === 'code' ? messageFor(lang, `field.code.${path}`) : undefined) ??
  messageFor(lang, `field.${path.replace(/^text\./, '')}`) ??
  path;

/** Where the words of a field's codes are found; some mean another thing in another entry. */
const wordsOfCodes: Readonly<Record<string, string>> = {
  'MeasureDecided outcome': 'decisionOutcome',
  'DecisionRecorded outcome': 'decisionOutcome',
  'MeasureNoDecisionNeeded reason': 'noDecisionReason',
  'MeasureDelayReported reason': 'delayReason',
  'MeasureImplementationAbandoned reason': 'abandonReason',
  outcome: 'outcome',
  effect: 'effect',
  scope: 'scope',
  'plan.scope': 'scope',
  'votes.majority': 'majority',
  origin: 'origin',
  paperKind: 'paperKind',
  as: 'decisionState',
  duration: 'sheet.duration',
  responsibility: 'measure.responsible',
  finding: 'finding',
  kind: 'organKind',
  'ActorRegistered kind': 'actorKind',
  'ActorDescribed kind': 'actorKind',
  'RoundtableSeatAdded kind': 'seatKind',
  'RoundtableItemAdded kind': 'roundtable.itemKind',
  format: 'roundtableFormat',
  unit: 'roundtable.rhythm.unit',
  reply: 'roundtable.reply',
  result: 'roundtable.result',
  handedTo: 'roundtable.handedTo',
};

/** The codes of a field with their words; a rating has those of the scale that was used. */
export const codeChoices = (
  type: EventType,
  { path, field }: EntryField,
  data: Data,
  lang: Lang,
): { readonly value: string; readonly label: string }[] => {
  if (field.kind !== 'code') return [];
  const rating = path === 'rating';
  const prefix = rating
    ? `rating.${String(data['scale'])}`
    : (wordsOfCodes[`${type} ${path}`] ?? wordsOfCodes[path] ?? path);
  return field.values.flatMap((value) => {
    const label = messageFor(lang, `${prefix}.${value}`);
    if (label === undefined && rating) return [];
    return [{ value, label: label ?? value }];
  });
};

const at = (data: Data, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Data | undefined)?.[name], data);

/** What stands in the form at first: the entry as it counts now. */
export const typedFrom = (fields: readonly EntryField[], data: Data): Record<string, string> =>
  Object.fromEntries(fields.map((each) => [each.path, wordFor(each, at(data, each.path))]));

const wordFor = (each: EntryField, value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isMoney(each)) return String(Number(value) / 100).replace('.', ',');
  return String(value);
};

/** The entry with what was typed in place of what stood there; all else stays. What is no number goes on as typed. */
export const correctedFrom = (
  fields: readonly EntryField[],
  data: Data,
  typed: Readonly<Record<string, string>>,
): Data => {
  const corrected = structuredClone(data) as Record<string, unknown>;
  for (const each of fields)
    put(corrected, each.path.split('.'), valueOf(each, typed[each.path] ?? ''));
  return corrected;
};

const put = (
  into: Record<string, unknown>,
  [name = '', ...rest]: string[],
  value: unknown,
): void => {
  if (rest.length === 0) {
    if (value === undefined) delete into[name];
    else into[name] = value;
    return;
  }
  const inner = { ...(into[name] as Record<string, unknown> | undefined) };
  put(inner, rest, value);
  if (Object.keys(inner).length > 0) into[name] = inner;
  else delete into[name];
};

const valueOf = (each: EntryField, typed: string): unknown => {
  if (typed === '') return undefined;
  if (each.field.kind === 'boolean') return typed === 'yes' ? true : typed === 'no' ? false : typed;
  if (each.field.kind !== 'integer') return typed;
  if (!isMoney(each)) return /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;
  const euros = /^(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}))?( ?€)?$/.exec(typed);
  if (!euros) return typed;
  const [, whole = '', rest = ''] = euros;
  return Number(whole.replaceAll('.', '')) * 100 + Number(rest.padEnd(2, '0'));
};

/** For languages beside German: the words of a yes or no. */
export const answers = (lang: Lang) => {
  const t = messages(lang);
  return [
    { value: 'yes', label: t('answer.yes') },
    { value: 'no', label: t('answer.no') },
  ];
};
