import { csv, csvLines } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { StreamEntry } from '@klimaspur/read-models';
import { categoryOf } from '@klimaspur/event-store';
import type { Reading } from '../../reading/reader.js';
import { withToldRevision } from '../../reading/told-revision.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import type { TrailEntry, TrailStory } from './trail-story.js';

const columns = [
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

/** Empty where the status did not move. */
const wordOf = (status: TimelineEntry['from'], t: Translate): string =>
  status === undefined ? '' : t(`status.${status ?? 'elsewhere'}`);

export const trailCsvHead = (t: Translate): string =>
  csv(['id', ...columns.map((name) => t(`historyColumn.${name}`))], []);

/** One row per entry, as the page shows it. */
export const trailCsvRows = (entries: readonly TimelineEntry[], t: Translate): string =>
  csvLines(
    entries.map((entry) => [
      entry.id.slice('e-'.length),
      entry.title,
      entry.about ?? '',
      entry.occurredOn ?? '',
      entry.dayIsLatest ? t('answer.yes') : '',
      entry.recordedAt,
      entry.actor,
      wordOf(entry.from, t),
      wordOf(entry.to, t),
      entry.note ?? '',
      t(`standing.${entry.standing ?? 'valid'}`),
      entry.changes?.changes.map(({ label }) => label).join(', ') ?? '',
    ]),
  );

/** Streams whose number of entries would tell how many of them are not for everybody. */
const counting: ReadonlySet<string> = new Set(['plan', 'roundtable', 'decision']);

/** One entry for programs: as the histories of the API give theirs, with the thing it is about. */
export const trailItem = (
  { item, entry }: TrailEntry,
  { labels }: TrailStory,
  reading: Reading,
): Omit<StreamEntry, 'revision'> & Readonly<Record<string, unknown>> => {
  const { stream, municipality, measure, before, after } = item;
  const told = counting.has(categoryOf(stream))
    ? withToldRevision(reading, municipality.id, entry)
    : entry;
  return {
    ...{ stream, municipality, measure },
    ...told,
    ...(after !== before ? { status: { from: before, to: after } } : {}),
    recordedBy: labels.get(entry.person) ?? null,
  };
};

/** One entry per line, as the API answers them. */
export const jsonLines = (items: readonly unknown[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('');
