import type { EventStore, NewEvent } from '@klimaspur/event-store';
import { alreadyHere } from './compare.js';
import { linesIn } from './line.js';
import type { OpenTownFile } from './open-town-file.js';
import { SourceEvents, type Taking } from './source-events.js';

export interface Taken {
  /** Events of the town that were written now, and those that were here. */
  readonly events: number;
  readonly here: number;
}

/** One event at its place. */
interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly event: NewEvent;
}

/** So many share a commit. */
const WINDOW = 200;

/**
 * Writes the events of a checked file, each at its revision, in the order of their log, between a beginning and an end
 * that tell where they came from. After a kill the same file goes on where it stopped. `closed` resolves when no command
 * for the town is taken any more: from then on nobody else writes into its streams. Throws TransferRefused before anything
 * is written.
 */
export async function takeIn(
  store: EventStore,
  file: OpenTownFile,
  taking: Taking,
  closed: () => Promise<void>,
): Promise<Taken> {
  const here = await alreadyHere(store, file);
  const source = new SourceEvents(file, taking);
  const told = await store.readStream(source.stream);
  const { events } = file.manifest;
  const isOver = told.at(-1)?.type === 'SourceTransferCompleted';
  if (isOver || (here === events && told.length === 0)) return { events: 0, here };
  // Whoever goes on does so from where the first try began.
  const skipped = (told[0]?.data['skipped'] as number | undefined) ?? here;
  const writer = new Writer(store, source.stream, told.length);
  for (const event of source.begun(await streamsOf(file), skipped)) await writer.tell(event);
  await writer.settle();
  await closed();
  await alreadyHere(store, file);
  for await (const place of placesOf(file, source, skipped)) {
    if (place.at === undefined) await writer.tell(place.event);
    else if (place.at >= here) await writer.write(place);
  }
  await writer.tell(source.completed());
  await writer.settle();
  return { events: events - here, here };
}

const streamsOf = async ({ folder }: OpenTownFile): Promise<string[]> => {
  const streams = new Set<string>();
  for await (const { event } of linesIn(folder)) streams.add(event.stream);
  return [...streams];
};

type Planned =
  (Place & { readonly at: number }) | { readonly event: NewEvent; readonly at?: never };

/** What follows the beginning: the events from `skipped` on, and each time the other log's clock had been further. */
async function* placesOf(
  { folder }: OpenTownFile,
  source: SourceEvents,
  skipped: number,
): AsyncGenerator<Planned> {
  let clock = 0;
  let at = 0;
  for await (const { event, knownSince } of linesIn(folder)) {
    if (at >= skipped) {
      const recordedAt = Date.parse(String(event.metadata['recordedAt']));
      if (knownSince > Math.max(clock, recordedAt)) yield { event: source.clock(knownSince) };
      clock = knownSince;
      const { stream, revision, id, type, data, metadata } = event;
      yield { at, stream, revision, event: { id, type, data, metadata } };
    }
    at++;
  }
}

/** Appends many events, several in one commit: a store commits in the order in which it was asked. */
class Writer {
  private waiting: Promise<unknown>[] = [];
  private revision = 0;

  /** `told`: how many events of the source's stream are there. */
  constructor(
    private readonly store: EventStore,
    private readonly source: string,
    private readonly told: number,
  ) {}

  /** An event of the source's own stream, unless an earlier try wrote it. */
  async tell(event: NewEvent): Promise<void> {
    const revision = this.revision++;
    if (revision >= this.told) await this.write({ stream: this.source, revision, event });
  }

  async write({ stream, revision, event }: Place): Promise<void> {
    const expected = revision === 0 ? 'no_stream' : revision - 1;
    this.waiting.push(this.store.append(stream, [event], expected));
    if (this.waiting.length >= WINDOW) await this.settle();
  }

  async settle(): Promise<void> {
    const waiting = this.waiting;
    this.waiting = [];
    await Promise.all(waiting);
  }
}
