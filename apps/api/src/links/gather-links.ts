import { setTimeout as delay } from 'node:timers/promises';
import { isEventType, type Past, webAddressesIn } from '@klimaspur/domain';
import {
  categoryOf,
  type EventReader,
  idOf,
  type Position,
  type RecordedEvent,
} from '@klimaspur/event-store';
import { type LinkStore, linksIn, type StreamLinks } from '@klimaspur/links';

const BATCH = 50;
/** Between two batches, so that a long log never holds up a request. */
const PAUSE_MS = 10;

/** Reads on in the log, and keeps where which link stands. Answers how far it came: the end. */
export async function gatherLinks(
  log: EventReader,
  links: LinkStore,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
): Promise<Position | null> {
  let position = links.placeIn(log.logId) ?? null;
  for (;;) {
    const events = await log.readAll(position, BATCH);
    const last = events.at(-1);
    if (!last) return position;
    const learnt: StreamLinks[] = [];
    for (const stream of streamsWithLinks(events, links)) learnt.push(await linksOf(log, stream));
    position = last.position;
    links.learn(learnt, { logId: log.logId, position }, now);
    await delay(PAUSE_MS, undefined, { signal });
  }
}

/**
 * Those that got a link, and those that had one; a correction or its withdrawal may bring any. That the server a town came
 * from is gone some day is nobody's fault.
 */
const streamsWithLinks = (events: readonly RecordedEvent[], links: LinkStore): Set<string> => {
  const streams = new Set<string>();
  for (const { stream, type, data } of events) {
    if (streams.has(stream) || categoryOf(stream) === 'source') continue;
    const changes = type === 'EntryCorrected' || type === 'EntryVoided';
    const hasLink = isEventType(type) && webAddressesIn(type, data).length > 0;
    if (changes || hasLink || links.knows(stream)) streams.add(stream);
  }
  return streams;
};

/** Where which link of a stream stands now. */
export const linksOf = async (log: EventReader, stream: string): Promise<StreamLinks> => {
  const events = await log.readStream(stream);
  const town =
    categoryOf(stream) === 'municipality' ? idOf(stream) : events[0]?.data['municipality'];
  const urls = linksIn(events as unknown as readonly Past[]).map(({ url }) => url);
  return { stream, town: String(town ?? ''), urls };
};
