import type { DatabaseSync } from 'node:sqlite';
import { whyUnreadable } from '@klimaspur/domain';
import { categoryOf, idOf, isOutage, messageOf, type EventReader } from '@klimaspur/event-store';
import { touchedBy } from './batch.js';
import { Parking } from './parking.js';
import { PastReader, type LogEvent } from './past-reader.js';
import type { Rows, TouchedTown } from './rows.js';

/** What became of one stream. */
export interface ToldStream {
  /** The town that looks different now. */
  readonly town: TouchedTown | null;
  /** All of it is told. */
  readonly whole: boolean;
}

/**
 * Tells streams each for itself, so that one that cannot be told stops no other: it is told as far as it goes, never
 * half, and parked behind that. How far that is follows from the log alone: the longest beginning of the stream that
 * can be told. Needs an open transaction; what log or disk refuse is thrown.
 */
export class StreamTeller {
  readonly parking: Parking;
  readonly past: PastReader;

  constructor(
    log: EventReader,
    private readonly db: DatabaseSync,
    private readonly rows: Rows,
    /** What is known of parked streams from another file: since when, and how often it was tried. */
    private readonly before: Pick<Parking, 'get'> = { get: () => undefined },
  ) {
    this.parking = new Parking(db);
    this.past = new PastReader(log, db);
  }

  /** Files an event in log order; what cannot be filed is told no further. */
  async file(event: LogEvent, history: readonly LogEvent[]): Promise<void> {
    const { stream, revision } = event;
    const [category, id] = [categoryOf(stream), idOf(stream)];
    const key = this.rows.number(event);
    this.rows.flush();
    const failed = await this.attempt(() => this.rows.file(event, { category, id }, key, history));
    if (!failed) return;
    const { unfiled = null, last } = this.parking.get(stream) ?? {};
    const tried = last ?? this.rows.toldUpTo(stream);
    this.park(event, [], failed, { last: tried, unfiled: unfiled ?? revision });
  }

  /** Whether what could not be filed now could be. Nothing is written: another place in the order is not its own. */
  async canBeFiledNow(stream: string, revision: number): Promise<boolean> {
    const history = await this.read(stream, revision);
    const event = history[revision] as LogEvent;
    const [category, id] = [categoryOf(stream), idOf(stream)];
    const key = this.rows.keys.give(stream);
    const file = () => this.rows.file(event, { category, id }, key, history);
    return (await this.attempt(file, 'ROLLBACK TO step; RELEASE step')) === undefined;
  }

  /** A stream from its first event to this revision. */
  read(stream: string, revision: number): Promise<LogEvent[]> {
    return this.past.upTo(stream, revision, this.rows.keys.find(stream));
  }

  /** Tells a stream as far as it goes. `again`: also what could not be told before. */
  async tell(stream: string, last: number, again = false): Promise<ToldStream> {
    const events = await this.read(stream, last);
    const parked = this.parking.get(stream);
    const end = Math.min(last, (parked?.unfiled ?? Infinity) - 1);
    const steps = new Steps(this.rows.toldUpTo(stream), async (from, to) => {
      const news = { events: events.slice(0, to + 1), from };
      const key = this.rows.keys.find(stream);
      const touched = await touchedBy(news, key, this.past);
      return this.rows.project(touched);
    });
    const step = (revision: number) => steps.upTo(revision, (work) => this.attempt(work));
    // Shorter beginnings that failed before would fail again, unless the program has changed.
    const first = again || !parked ? steps.done + 1 : parked.last + 1;
    if (steps.done < end && !(await step(end))) {
      for (let to = Math.max(first, steps.done + 1); to < end; to++) await step(to);
    }
    const next = events[steps.done + 1];
    if (next && !steps.failure && next.revision <= end && parked?.event !== next.id) {
      await step(next.revision);
    }
    if (next) {
      this.park(next, events, steps.failure, { last, unfiled: parked?.unfiled ?? null, again });
    } else this.parking.release(stream);
    return { town: steps.town, whole: next === undefined };
  }

  private park(
    event: LogEvent,
    history: readonly LogEvent[],
    failed: Failed | undefined,
    {
      last,
      unfiled,
      again = false,
    }: { readonly last: number; readonly unfiled: number | null; readonly again?: boolean },
  ): void {
    const { stream, id, type, revision } = event;
    const known = this.parking.get(stream) ?? this.before.get(stream);
    const same = known?.event === id ? known : undefined;
    this.parking.park({
      ...{ stream, event: id, type, revision, last, unfiled },
      error: failed ? reasonFor(event, history, failed) : (same?.error ?? ''),
      since: same?.since ?? Date.now(),
      tries: (same?.tries ?? 0) + (failed || again ? 1 : 0),
    });
  }

  /** All or nothing of one step; gives why it failed. */
  private async attempt(step: () => unknown, ending = 'RELEASE step'): Promise<Failed | undefined> {
    this.db.exec('SAVEPOINT step');
    try {
      await step();
      this.rows.flush();
      this.db.exec(ending);
      if (ending !== 'RELEASE step') this.rows.discard();
      return undefined;
    } catch (error) {
      this.rows.discard();
      if (isOutage(error)) throw error;
      this.db.exec('ROLLBACK TO step; RELEASE step');
      return { error };
    }
  }
}

interface Failed {
  readonly error: unknown;
}

/** What somebody who writes entries by hand can mend, and behind that what was thrown. */
const reasonFor = (event: LogEvent, history: readonly LogEvent[], { error }: Failed): string => {
  const thrown = messageOf(error);
  const reason = whyUnreadable(event, history) ?? thrown;
  return reason === thrown ? thrown : `${reason}: ${thrown}`;
};

/** How far a stream is told, step by step. */
class Steps {
  town: TouchedTown | null = null;
  /** Why the event behind what is told cannot be. */
  failure: Failed | undefined;

  constructor(
    public done: number,
    private readonly tell: (from: number, to: number) => Promise<TouchedTown | null>,
  ) {}

  async upTo(
    revision: number,
    attempt: (work: () => Promise<void>) => Promise<Failed | undefined>,
  ): Promise<boolean> {
    let looks: TouchedTown | null = null;
    const failed = await attempt(async () => {
      looks = await this.tell(this.done + 1, revision);
    });
    if (failed) {
      if (revision === this.done + 1) this.failure = failed;
      return false;
    }
    this.done = revision;
    this.failure = undefined;
    this.town = looks && { ...(looks as TouchedTown), hid: hid(looks) || hid(this.town) };
    return true;
  }
}

const hid = (town: TouchedTown | null): boolean => town?.hid ?? false;
