import { csv, csvLines } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { StreamEntry } from '@klimaspur/read-models';
import { categoryOf } from '@klimaspur/event-store';
import type { Reading } from '../../reading/reader.js';
import { withToldRevision } from '../../reading/told-revision.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { entryCells, entryColumns } from '../words/entry-row.js';
import type { TrailEntry, TrailStory } from './trail-story.js';

export const trailCsvHead = (t: Translate): string =>
  csv(['id', ...entryColumns.map((name) => t(`historyColumn.${name}`))], []);

/** One row per entry, as the page shows it. */
export const trailCsvRows = (entries: readonly TimelineEntry[], t: Translate): string =>
  csvLines(entries.map((entry) => entryCells(entry, entryColumns, t)));

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
