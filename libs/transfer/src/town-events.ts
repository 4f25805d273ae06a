import { Knowledge, type Past } from '@klimaspur/domain';
import { categoryOf, type EventReader, idOf, type RecordedEvent } from '@klimaspur/event-store';

/** An event of a town, with its place in the whole log and since when that knows it (ms). */
export interface TownEvent {
  readonly event: RecordedEvent;
  readonly index: number;
  readonly knownSince: number;
}

const BATCH = 1_000;

/** The town to which the first event of a stream gives it; undefined: to none. Roles of persons stay where their accounts are. */
export const townOfStream = ({
  stream,
  data,
}: Pick<RecordedEvent, 'stream' | 'data'>): string | undefined => {
  const category = categoryOf(stream);
  if (category === 'municipality') return idOf(stream);
  const { municipality } = data;
  return category !== 'person' && typeof municipality === 'string' ? municipality : undefined;
};

/**
 * All events of a town among the first `size` of the log, drafts too, in its order. The whole log is read for it: only
 * so is it known since when each was known.
 */
export async function* townEvents(
  log: EventReader,
  town: string,
  size: number,
): AsyncGenerator<TownEvent> {
  const knowledge = new Knowledge();
  const streams = new Set<string>();
  let batch: RecordedEvent[] = [];
  let index = 0;
  do {
    batch = await log.readAll(batch.at(-1)?.position ?? null, BATCH);
    for (const event of batch) {
      if (index === size) return;
      const knownSince = knowledge.since(event as unknown as Past & { stream: string });
      if (event.revision === 0 && townOfStream(event) === town) streams.add(event.stream);
      if (streams.has(event.stream)) yield { event, index, knownSince };
      index++;
    }
  } while (batch.length > 0);
}
