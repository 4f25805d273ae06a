import {
  APPEND_LIMIT,
  canonicalJson,
  comparePositions,
  type EventReader,
  type EventStore,
  isTakenOut,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '@klimaspur/event-store';
import { fromHex, leafHash, nodeSha256, toHex, TreeEdge } from '@klimaspur/proofs';

/** What came of a copy. `root`: of the Merkle tree over both. */
export interface LogCopied {
  readonly events: number;
  readonly streams: number;
  /** Of them written now; the others were there from an earlier try. */
  readonly written: number;
  /** Texts that were gone from the one and still lay in the other. */
  readonly takenOut: number;
  readonly root: string;
  /** More was written to the one meanwhile: to be copied again. */
  readonly grown: boolean;
}

/** `same-log`: both are one and the same. `other-log`: the target holds something else. `differs`: the logs are not the same afterwards. */
export class CopyRefused extends Error {
  constructor(
    readonly code: 'same-log' | 'other-log' | 'differs',
    /** The first event of the one that is not so in the other. */
    readonly event: RecordedEvent | undefined,
  ) {
    super(`${code} at ${event?.stream ?? 'the end'} ${event?.revision ?? ''}`);
    this.name = 'CopyRefused';
  }
}

export interface CopyOptions {
  /** Appends under way at once: more than one only where the target stores them in the order of the calls. */
  readonly atOnce?: number;
  /** Called now and then with the number of events that are done, and which part of the log they are (0 to 1). */
  readonly progress?: (step: 'copy' | 'compare', done: number, part: number) => void;
}

const PAGE = 1_000;
/** Half of what an append may hold: the metadata count as well, and a copy need not go to the edge. */
const CALL_BYTES = APPEND_LIMIT / 2;
const CALL_EVENTS = 200;
const READS_AT_ONCE = 16;

/**
 * Copies a log event by event in its order, with ids and revisions, and compares both afterwards. Begins behind what an earlier try
 * left in the target; again does no harm. Throws CopyRefused.
 */
export async function copyLog(
  from: EventReader,
  to: EventStore,
  { atOnce = 1, progress = () => undefined }: CopyOptions = {},
): Promise<LogCopied> {
  // However its address is written: whoever were told of a copy might destroy the only log there is.
  if (from.logId === to.logId) throw new CopyRefused('same-log', undefined);
  const end = await from.lastPosition();
  const there = new Walk(to);
  let takenOut: RecordedEvent[] = [];
  let texts = 0;
  let written = 0;
  let done = 0;
  for await (const page of pagesOf(from, end)) {
    const fresh: RecordedEvent[] = [];
    for (const event of page) {
      const copy = fresh.length > 0 || written > 0 ? undefined : await there.next();
      if (!copy) fresh.push(event);
      else if (!isCopy(event, copy)) throw new CopyRefused('other-log', event);
      else if (isTakenOut(event.data) && !isTakenOut(copy.data)) takenOut.push(copy);
    }
    await write(to, fresh, atOnce);
    if (takenOut.length > 0) texts += await takeOut(to, takenOut);
    takenOut = [];
    written += fresh.length;
    done += page.length;
    progress('copy', done, partOf(page, end));
  }
  const compared = await compare(from, to, end, progress);
  const grown = comparePositions(await from.lastPosition(), end) > 0;
  return { ...compared, written, takenOut: texts, grown };
}

const takeOut = (to: EventStore, events: readonly RecordedEvent[]): Promise<number> =>
  to.takeTextsOut(
    events.map(({ id }) => id),
    events.map(({ stream }) => stream),
  );

/** One append for events of one stream that follow one another. */
async function write(to: EventStore, events: readonly RecordedEvent[], atOnce: number) {
  const calls = callsOf(events);
  for (let n = 0; n < calls.length; n += atOnce) {
    await Promise.all(
      calls.slice(n, n + atOnce).map((call) => {
        const { stream, revision } = call[0]!;
        return to.append(stream, call.map(asNew), revision === 0 ? 'no_stream' : revision - 1);
      }),
    );
  }
}

const asNew = ({ id, type, data, metadata }: RecordedEvent): NewEvent => ({
  id,
  type,
  data,
  metadata,
});

function callsOf(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const calls: RecordedEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(bytesOf(event));
    const call = calls.at(-1);
    const fits = bytes + size <= CALL_BYTES && (call?.length ?? 0) < CALL_EVENTS;
    if (call && call[0]!.stream === event.stream && fits) {
      call.push(event);
      bytes += size;
    } else {
      calls.push([event]);
      bytes = size;
    }
  }
  return calls;
}

async function compare(
  from: EventReader,
  to: EventReader,
  end: Position | null,
  progress: NonNullable<CopyOptions['progress']>,
): Promise<Pick<LogCopied, 'events' | 'streams' | 'root'>> {
  const [one, other] = [TreeEdge.ofEmptyLog(nodeSha256), TreeEdge.ofEmptyLog(nodeSha256)];
  const heads = new Map<string, number>();
  const there = new Walk(to);
  for await (const page of pagesOf(from, end)) {
    for (const event of page) {
      const copy = await there.next();
      if (!copy || bytesOf(copy) !== bytesOf(event)) throw new CopyRefused('differs', event);
      one.append(fromHex(leafHash(event)));
      other.append(fromHex(leafHash(copy)));
      heads.set(event.stream, event.revision);
    }
    progress('compare', one.size, partOf(page, end));
  }
  const more = await there.next();
  if (more) throw new CopyRefused('differs', more);
  const root = toHex(one.root());
  if (root !== toHex(other.root())) throw new CopyRefused('differs', undefined);
  await compareStreams(to, heads);
  return { events: one.size, streams: heads.size, root };
}

/** Whoever asks for a stream is not told by way of the whole log. */
async function compareStreams(to: EventReader, heads: ReadonlyMap<string, number>): Promise<void> {
  const streams = [...heads];
  for (let n = 0; n < streams.length; n += READS_AT_ONCE) {
    await Promise.all(
      streams.slice(n, n + READS_AT_ONCE).map(async ([stream, revision]) => {
        const [last] = await to.readStream(stream, { direction: 'backwards', limit: 1 });
        if (last?.revision !== revision) throw new CopyRefused('differs', last);
      }),
    );
  }
}

/** All but the place, which belongs to one log alone. */
const bytesOf = ({ position: _position, ...event }: RecordedEvent): string => canonicalJson(event);

/** The same event; its text may be gone from the one and not yet from the other. */
const isCopy = (event: RecordedEvent, copy: RecordedEvent): boolean =>
  bytesOf(event) === bytesOf(copy) ||
  (isTakenOut(event.data) && leafHash(event) === leafHash(copy));

const partOf = (page: readonly RecordedEvent[], end: Position | null): number =>
  Math.min(1, Number(page.at(-1)?.position ?? 0) / Number(end ?? 1));

async function* pagesOf(
  log: EventReader,
  end: Position | null,
): AsyncGenerator<readonly RecordedEvent[]> {
  for (let after: Position | null = null; ;) {
    const page: readonly RecordedEvent[] = (await log.readAll(after, PAGE)).filter(
      ({ position }) => comparePositions(position, end) <= 0,
    );
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.position;
  }
}

/** One event of a log after the other. */
class Walk {
  private page: readonly RecordedEvent[] = [];
  private at = 0;
  private after: Position | null = null;

  constructor(private readonly log: EventReader) {}

  async next(): Promise<RecordedEvent | undefined> {
    if (this.at === this.page.length) {
      this.page = await this.log.readAll(this.after, PAGE);
      this.at = 0;
    }
    const event = this.page[this.at++];
    if (event) this.after = event.position;
    else this.at = this.page.length;
    return event;
  }
}
