import type { Past } from '@klimaspur/domain';
import type { RecordedEvent } from '@klimaspur/event-store';
import type { ImportedMeasure } from '@klimaspur/importers';
import { wish, type Comparison } from './comparison.js';
import { versionsOf } from './edition-texts.js';
import { editionDayOf } from './edition.js';
import type { Wish } from './stream-writes.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * The sheet of a measure against what is described here. A row that says no more than its title still says that, and
 * what the record was called at first is what the file said on the day for which it spoke then.
 */
export const describedWishes = (
  comparison: Comparison,
  measure: ImportedMeasure,
  history: readonly RecordedEvent[],
): Wish[] => {
  const { where, described, recorded } = measure;
  const { edition } = comparison.plan;
  const title = recorded.text?.title ?? '';
  const first = asFirstDescription(comparison, history[0]);
  const all = (first ? [first, ...history] : history) as unknown as Past[];
  const said = described ?? onlyTitled(title, all, comparison);
  const wishes = comparison.anew(where, 'MeasureDescribed', said, all, edition);
  const isDescribed = history.some(({ type }) => type === 'MeasureDescribed');
  if (
    first === undefined ||
    isDescribed ||
    wishes.every((each) => titleOf(each) === titleOf(first))
  )
    return wishes;
  // The first description would hold from the beginning, and the record would never have had its first title.
  const before = wish(where, 'MeasureDescribed', first.data, first.metadata.occurredOn as string);
  return [before, ...wishes];
};

const titleOf = ({ data }: { readonly data: Data }) =>
  (data['text'] as { readonly title?: string } | undefined)?.title;

/** The title of a record as its first description. */
const asFirstDescription = (
  { plan }: Comparison,
  record: RecordedEvent | undefined,
): RecordedEvent | undefined => {
  if (record?.type !== 'MeasureRecorded') return undefined;
  const { title, source } = record.data['text'] as { title: string; source?: object };
  const occurredOn = editionDayOf(record, plan.completed);
  return {
    ...record,
    id: `${record.id} title`,
    revision: -1,
    type: 'MeasureDescribed',
    data: { ...(source ? { imported: true } : {}), text: { title } },
    metadata: { ...record.metadata, occurredOn },
  };
};

/** What the file said last, with the title of now. */
const onlyTitled = (title: string, history: readonly Past[], { plan }: Comparison): Data => {
  const { fileWord } = versionsOf('MeasureDescribed', history, plan.edition);
  return { ...fileWord, text: { ...(fileWord['text'] as Data | undefined), title } };
};
