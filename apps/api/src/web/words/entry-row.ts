import type { Translate } from '@klimaspur/messages';
import type { TimelineEntry } from '../components/timeline-item.js';

export const entryColumns = [
  'what',
  'about',
  'on',
  'latest',
  'recorded',
  'by',
  'from',
  'to',
  'note',
  'standing',
  'changed',
] as const;
type EntryColumn = (typeof entryColumns)[number];

/** Empty where the status did not move. */
const wordOf = (status: TimelineEntry['from'], t: Translate): string =>
  status === undefined ? '' : t(`status.${status ?? 'elsewhere'}`);

const cells: Readonly<Record<EntryColumn, (entry: TimelineEntry, t: Translate) => string>> = {
  what: ({ title }) => title,
  about: ({ about }) => about ?? '',
  on: ({ occurredOn }) => occurredOn ?? '',
  latest: ({ dayIsLatest }, t) => (dayIsLatest ? t('answer.yes') : ''),
  recorded: ({ recordedAt }) => recordedAt,
  by: ({ actor }) => actor,
  from: ({ from }, t) => wordOf(from, t),
  to: ({ to }, t) => wordOf(to, t),
  note: ({ note }) => note ?? '',
  standing: ({ standing }, t) => t(`standing.${standing ?? 'valid'}`),
  changed: ({ changes }) => changes?.changes.map(({ label }) => label).join(', ') ?? '',
};

/** An entry of a history as a row of a file: its id, then these columns, as pages show them. */
export const entryCells = (
  entry: TimelineEntry,
  columns: readonly EntryColumn[],
  t: Translate,
): string[] => [entry.id.slice('e-'.length), ...columns.map((name) => cells[name](entry, t))];
