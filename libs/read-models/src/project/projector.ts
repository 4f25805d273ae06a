import type { DatabaseSync } from 'node:sqlite';
import { atTheBeginning, type Clocks, Knowledge } from '@klimaspur/domain';
import {
  categoryOf,
  comparePositions,
  isOutage,
  startOfLog,
  type EventReader,
  type Position,
} from '@klimaspur/event-store';
import type { ChangedTown, LevelReached } from '../types.js';
import { gather, withKnowledge, type Batch } from './batch.js';
import { type LogEvent } from './past-reader.js';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.js';
import type { Parked } from './parking.js';
import { Rows, type TouchedTown } from './rows.js';
import { StreamTeller } from './stream-teller.js';
import { TownNews } from './town-news.js';

export interface ProjectorOptions {
  /** Events in one transaction. */
  readonly batch?: number;
  /** So many at most while it is behind: twice as many each time. */
  readonly most?: number;
  /** False while a rebuild writes: it fills the search index at its end. */
  readonly searchable?: boolean;
}

const BATCH = 500;

/** What became of a parked stream that was tried again; `rebuild`: its place in the order of the log is past. */
export interface Retold {
  readonly outcome: 'told' | 'parked' | 'rebuild';
  readonly changed: readonly ChangedTown[];
}

/**
 * Carries the log into the rows, batch by batch: reads first, then moves rows and checkpoint in one
 * transaction. One projector per file.
 */
export class Projector {
  private readonly rows: Rows;
  private readonly news: TownNews;
  private readonly teller: StreamTeller;
  private readonly batch: number;
  private readonly most: number;
  /** Events in the next transaction. */
  private size: number;
  /** Undefined: only the file can tell. */
  private known: Checkpoint | undefined;

  constructor(
    private readonly log: EventReader,
    private readonly db: DatabaseSync,
    { batch = BATCH, most = batch, searchable = true }: ProjectorOptions = {},
  ) {
    this.size = this.batch = batch;
    this.most = most;
    this.rows = new Rows(db, searchable);
    this.teller = new StreamTeller(log, db, this.rows);
    this.news = new TownNews(db);
  }

  private get checkpoint(): Checkpoint {
    const { logId: log } = this.log;
    const nothing = { log, position: null, event: null, clocks: atTheBeginning };
    return (this.known ??= readCheckpoint(this.db) ?? nothing);
  }

  /** The place up to which the rows tell the log. */
  get level(): Position {
    return this.checkpoint.position ?? startOfLog;
  }

  /** Carries over the next batch; null: there was nothing more. */
  async next(): Promise<LevelReached | null> {
    const knowledge = new Knowledge(this.checkpoint.clocks);
    const page = await this.log.readAll(this.checkpoint.position, this.size);
    this.size = page.length < this.size ? this.batch : Math.min(2 * this.size, this.most);
    const events = withKnowledge(page, knowledge);
    const last = events.at(-1);
    if (!last) return null;
    const changed = await this.carryOver(events, last, knowledge);
    return { level: last.position, changed };
  }

  /** Carries over batch by batch until the rows tell the log up to a place. */
  async tellUpTo(place: Position | null, pause?: () => Promise<void>): Promise<void> {
    while (comparePositions(this.level, place) < 0 && (await this.next())) await pause?.();
  }

  /** The streams that are left where they were. */
  get parked(): readonly Parked[] {
    return this.teller.parking.all;
  }

  private async carryOver(
    events: readonly LogEvent[],
    last: LogEvent,
    knowledge: Knowledge,
  ): Promise<readonly ChangedTown[]> {
    const apart = () => this.transact(() => this.writeApart(events, last, knowledge));
    const { parking } = this.teller;
    if (events.some(({ stream }) => parking.get(stream))) return apart();
    try {
      const batch = await gather(events, this.teller.past, this.rows.keys);
      return await this.transact(() => this.write(batch, last, knowledge));
    } catch (error) {
      if (isOutage(error)) throw error;
      return apart();
    }
  }

  /** The same stream by stream: one of them cannot be told. */
  private async writeApart(
    events: readonly LogEvent[],
    last: LogEvent,
    { clocks }: Knowledge,
  ): Promise<readonly ChangedTown[]> {
    const upTo = new Map(events.map(({ stream, revision }) => [stream, revision]));
    for (const event of events) await this.teller.file(event, await this.namesBefore(event));
    const towns: TouchedTown[] = [];
    for (const [stream, revision] of upTo) {
      const { town } = await this.teller.tell(stream, revision);
      if (town) towns.push(town);
    }
    this.goOnBehind(last, clocks);
    return this.news.of(towns, null);
  }

  /** Only the names of towns need what was said before. */
  private async namesBefore({ stream, revision }: LogEvent): Promise<readonly LogEvent[]> {
    return categoryOf(stream) === 'municipality' ? this.teller.read(stream, revision) : [];
  }

  /** Tells a parked stream again, since program or log may be mended; what cannot be told stays parked. */
  async retry(stream: string): Promise<Retold> {
    const parked = this.teller.parking.get(stream);
    if (!parked) return { outcome: 'told', changed: [] };
    return this.transact(async () => {
      const { unfiled, last } = parked;
      if (unfiled !== null && (await this.teller.canBeFiledNow(stream, unfiled))) {
        return { outcome: 'rebuild', changed: [] };
      }
      const { town, whole } = await this.teller.tell(stream, last, true);
      const changed = town ? this.news.of([town], null) : [];
      return { outcome: whole ? 'told' : 'parked', changed };
    });
  }

  private async transact<T>(work: () => T | Promise<T>): Promise<T> {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      this.rows.discard();
      this.teller.parking.forget();
      // A commit may fail after all was written, or after it was done: who went on regardless would leave the batch out for ever.
      this.known = undefined;
      throw error;
    }
  }

  private write(
    { events, streams }: Batch,
    last: LogEvent,
    { clocks }: Knowledge,
  ): readonly ChangedTown[] {
    const touched = new Map(streams.map((one) => [one.stream, one]));
    for (const event of events) {
      const one = touched.get(event.stream);
      if (!one) continue;
      this.rows.file(event, one, this.rows.number(event), one.history);
    }
    const towns = streams.flatMap((one) => this.rows.project(one) ?? []);
    this.rows.flush();
    const changed = this.news.of(towns, this.checkpoint.position);
    this.goOnBehind(last, clocks);
    return changed;
  }

  private goOnBehind(last: LogEvent, clocks: Clocks): void {
    const checkpoint = checkpointAt(this.log, last, clocks);
    writeCheckpoint(this.db, checkpoint);
    this.known = checkpoint;
  }
}

/** The checkpoint behind an event. */
export const checkpointAt = (log: EventReader, last: LogEvent, clocks: Clocks): Checkpoint => ({
  log: log.logId,
  position: last.position,
  event: last.id,
  clocks,
});
