import type { EventReader, RecordedEvent } from '@klimaspur/event-store';
import { leafHash } from '@klimaspur/proofs';
import { linesIn } from './line.js';
import type { OpenTownFile } from './open-town-file.js';
import { TransferRefused } from './refused.js';

/** The events of one stream that are here, and how many the file has of it. */
interface Stored {
  readonly events: readonly RecordedEvent[];
  inFile: number;
}

/**
 * How many of the first events of the file are here already, each in its place. Throws TransferRefused where a stream of
 * the town says something else here, or goes on here: two histories of one town cannot be joined.
 */
export async function alreadyHere(log: EventReader, { folder }: OpenTownFile): Promise<number> {
  const streams = new Map<string, Stored>();
  let here = 0;
  let at = 0;
  for await (const { event } of linesIn(folder)) {
    const { stream, revision } = event;
    const stored = streams.get(stream) ?? { events: await log.readStream(stream), inFile: 0 };
    streams.set(stream, stored);
    stored.inFile++;
    const found = stored.events[revision];
    if (found && (here < at || leafHash(found) !== leafHash(event))) throw otherwise(stream);
    if (found) here++;
    at++;
  }
  for (const [stream, { events, inFile }] of streams) {
    if (events.length > inFile) throw otherwise(stream);
  }
  return here;
}

const otherwise = (stream: string) => new TransferRefused('transfer/already-here', { stream });
