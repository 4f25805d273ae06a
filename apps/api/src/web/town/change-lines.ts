import { berlinDay, effectiveDay, isLatest, type Past } from '@klimaspur/domain';
import { messageFor, type Translate } from '@klimaspur/messages';
import type { ChangeItem, ChangeRun } from '@klimaspur/read-models';
import { organNames } from '../../reading/organ-names.js';
import { type Reading, seesDrafts } from '../../reading/reader.js';
import { toldData } from '../../reading/told-data.js';
import { codeWord, entryTitle, ownWordsOf } from '../words/entry-words.js';
import { fieldNames } from '../words/field-names.js';

/** One of the latest changes, with what it says in plain words. */
export interface ChangeLine extends ChangeItem, Partial<Omit<ChangeRun, keyof ChangeItem>> {
  readonly words: string;
  /** What of them is the town's own words. */
  readonly own: readonly string[];
  /** It had happened by `occurredOn`; on which day is unknown. */
  readonly dayIsLatest: boolean;
}

/** Reads the entries behind the changes, unless they were read already: the feed itself holds no texts. */
export const changeLines = async (
  reading: Reading,
  items: readonly (ChangeItem | ChangeRun)[],
  t: Translate,
  pasts?: readonly (Past | undefined)[],
): Promise<ChangeLine[]> => {
  const all = await toldData(reading, items, pasts);
  const told = items.map((item, at) => ({ item, data: all[at] ?? {} }));
  const [fields, organName] = [
    fieldsOf(reading, told),
    await organNames(reading, organsOf(reading, told)),
  ];
  return told.map(({ item, data }) => {
    const day = effectiveDay(item.occurredOn, berlinDay(item.recordedAt));
    const context = { t, organName: (id: string) => organName(id, day), fields };
    const shown = dataTold(reading, item, data);
    const own = [...ownWordsOf({ ...item, data: shown }, context), ...detailIn(shown, fields)];
    const dayIsLatest = isLatest({ data, occurredOn: item.occurredOn });
    return { ...item, words: wordsOf(item, shown, context), own, dayIsLatest };
  });
};

type Context = Parameters<typeof entryTitle>[1] & { readonly fields: ReadonlyMap<string, string> };

interface Told {
  readonly item: ChangeItem | ChangeRun;
  readonly data: Data;
}

/** Towns whose entries name a thing of this kind by its id; each is asked once. */
const townsNaming = (kind: 'organ' | 'field', told: readonly Told[]) => [
  ...new Set(told.filter(({ data }) => kind in data).map(({ item }) => item.municipality.id)),
];

const organsOf = ({ models, view }: Reading, told: readonly Told[]) =>
  townsNaming('organ', told).flatMap(
    (id) => models.municipality(id, view)?.municipality.organs ?? [],
  );

const fieldsOf = ({ models, view }: Reading, told: readonly Told[]) =>
  fieldNames(townsNaming('field', told).flatMap((id) => models.progress(id, {}, view).fields));

type Data = Readonly<Record<string, unknown>>;

/** An import counts what its file held, drafts among it. */
const dataTold = ({ view }: Reading, { type, municipality }: ChangeItem, data: Data): Data => {
  if (type !== 'PlanImportCompleted' || seesDrafts(view.viewer, municipality.id)) return data;
  const { measures: _measures, fields: _fields, ...told } = data;
  return told;
};

/** Types that speak best with what stands in them: „Umweltausschuss: vertagt“. */
const telling =
  /^(Measure(Deliberated|Decided|NoDecision|Responsible|Implementation|Progress|Assess|Discussed)|RoundtableItemConcluded)/;

const wordsOf = (item: ChangeItem | ChangeRun, data: Data, context: Context): string => {
  const { type, measure } = item;
  const { t } = context;
  if ('entries' in item && item.entries > 1) return runWords(item, t);
  if (telling.test(type)) return entryTitle({ type, data }, context);
  if (type === 'PlanImportCompleted' && 'measures' in data) {
    return t('change.imported', { count: Number(data['measures']) });
  }
  const what = changeWord(type, t);
  const [detail] = measure ? [] : detailIn(data, context.fields);
  return detail ? t('change.detail', { what, detail }) : what;
};

/** As a change where it has such words, else as in a history. */
const changeWord = (type: string, t: Translate): string =>
  messageFor(t.lang, `change.${type}`) ?? codeWord(t, 'entry', type);

/** „41 Maßnahmen veröffentlicht“ */
const runWords = ({ type, entries, measures }: ChangeRun, t: Translate): string => {
  const what = changeWord(type, t);
  if (measures < 2) return t('change.times', { what, count: entries });
  return type === 'MeasurePublished'
    ? t('change.published', { count: measures })
    : t('change.measures', { what, count: measures });
};

const detailIn = (data: Data, fields: ReadonlyMap<string, string>): readonly string[] => {
  const name = nameIn(data['text']) ?? fields.get(String(data['field'] ?? ''));
  return name === undefined ? [] : [name];
};

/** What a plan, a field, a body or a vote is called. */
const nameIn = (text: unknown): string | undefined => {
  const { title, name, label } = (text ?? {}) as Readonly<Record<string, unknown>>;
  return [title, name, label].find((one): one is string => typeof one === 'string');
};
