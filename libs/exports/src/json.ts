import { canonicalJson, type RecordedEvent } from '@klimaspur/event-store';
import { inParts } from './in-parts.js';
import type { MeasureExportRow } from './measure-export-row.js';
import { measureColumns } from './table.js';

const asObject = (row: MeasureExportRow): object =>
  Object.fromEntries(measureColumns.map(({ key }) => [key, row[key]]));

/** A JSON list piece by piece. No line of a JSON text begins inside a string, so lines may be moved. */
export function* measuresJsonParts(rows: Iterable<MeasureExportRow>): Generator<string> {
  let before = '[';
  for (const part of inParts(rows)) {
    const texts = part.map((row) => JSON.stringify(asObject(row), null, 2).replaceAll(/^/gm, '  '));
    yield `${before}\n${texts.join(',\n')}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** Measures as a JSON list: the columns of the table by their keys, in their order; what is not said is absent. */
export const measuresJson = (rows: Iterable<MeasureExportRow>): string =>
  [...measuresJsonParts(rows)].join('');

/**
 * An event without its place in one store: what its leaf is made of, so that proofs can be checked on the file. No
 * revision where the gaps between them would tell of what is hidden.
 */
export type ExportedEvent = Pick<RecordedEvent, 'stream' | 'id' | 'type' | 'data' | 'metadata'> &
  Partial<Pick<RecordedEvent, 'revision'>> & { readonly leaf?: ExportedLeaf };

/** Where the event stands in the tree of the log. */
export interface ExportedLeaf {
  readonly index: number;
  /** Its leaf, where it does not follow from the line: not all of the event is told. */
  readonly hash?: string;
  /** From the leaf to the root of the checkpoint. */
  readonly path: readonly string[];
}

/** The first line of a file with proofs: what they lead to. */
export interface ExportedCheckpoint {
  readonly checkpoint: string;
  readonly key: string;
  /** Whether every entry below the checkpoint follows: then a missing one is a fault. */
  readonly complete: boolean;
}

/** Events as JSON Lines, one canonical JSON object per line, in the order in which they come. */
export async function* eventsJsonLines(
  events: AsyncIterable<ExportedEvent> | Iterable<ExportedEvent>,
  head?: ExportedCheckpoint,
): AsyncGenerator<string> {
  if (head) yield `${canonicalJson(head)}\n`;
  for await (const { stream, revision, id, type, data, metadata, leaf } of events) {
    const place = revision === undefined ? { stream } : { stream, revision };
    const proven = leaf === undefined ? {} : { leaf };
    yield `${canonicalJson({ ...place, id, type, data, metadata, ...proven })}\n`;
  }
}
