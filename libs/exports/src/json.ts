import { canonicalJson, type RecordedEvent } from '@klimaspur/event-store';
import type { MeasureExportRow } from './measure-export-row.js';
import { measureColumns } from './table.js';

/** Measures as a JSON list: the columns of the table by their keys, in their order; what is not said is absent. */
export const measuresJson = (rows: Iterable<MeasureExportRow>): string =>
  `${JSON.stringify(
    Array.from(rows, (row) => Object.fromEntries(measureColumns.map(({ key }) => [key, row[key]]))),
    null,
    2,
  )}\n`;

/** An event without its place in one store: what its leaf is made of, so that proofs can be checked on the file. */
type ExportedEvent = Pick<
  RecordedEvent,
  'stream' | 'revision' | 'id' | 'type' | 'data' | 'metadata'
>;

/** Events as JSON Lines, one canonical JSON object per line, in the order in which they come. */
export async function* eventsJsonLines(
  events: AsyncIterable<ExportedEvent> | Iterable<ExportedEvent>,
): AsyncGenerator<string> {
  for await (const { stream, revision, id, type, data, metadata } of events) {
    yield `${canonicalJson({ stream, revision, id, type, data, metadata })}\n`;
  }
}
