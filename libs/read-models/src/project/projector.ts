import type { DatabaseSync } from 'node:sqlite';
import { atTheBeginning, type Clocks, Knowledge } from '@klimaspur/domain';
import { startOfLog, type EventReader, type Position } from '@klimaspur/event-store';
import type { ChangedTown, LevelReached } from '../types.js';
import { gather, withKnowledge, type Batch } from './batch.js';
import { type LogEvent } from './past-reader.js';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.js';
import { Rows } from './rows.js';
import { TownNews } from './town-news.js';

export interface ProjectorOptions {
  /** Events in one transaction. */
  readonly batch?: number;
  /** False while a rebuild writes: it fills the search index at its end. */
  readonly searchable?: boolean;
}

const BATCH = 500;

/**
 * Carries the log into the rows, batch by batch: reads first, then moves rows and checkpoint in one
 * transaction. One projector per file.
 */
export class Projector {
  private readonly rows: Rows;
  private readonly news: TownNews;
  private readonly batch: number;
  private checkpoint: Checkpoint;

  constructor(
    private readonly log: EventReader,
    private readonly db: DatabaseSync,
    { batch = BATCH, searchable = true }: ProjectorOptions = {},
  ) {
    this.batch = batch;
    this.rows = new Rows(db, searchable);
    this.news = new TownNews(db);
    this.checkpoint = readCheckpoint(db) ?? {
      log: log.logId,
      position: null,
      event: null,
      clocks: atTheBeginning,
    };
  }

  /** The place up to which the rows tell the log. */
  get level(): Position {
    return this.checkpoint.position ?? startOfLog;
  }

  /** Carries over the next batch; null: there was nothing more. */
  async next(): Promise<LevelReached | null> {
    const knowledge = new Knowledge(this.checkpoint.clocks);
    const events = withKnowledge(
      await this.log.readAll(this.checkpoint.position, this.batch),
      knowledge,
    );
    const last = events.at(-1);
    if (!last) return null;
    const batch = await gather(events, this.log, this.db, this.rows.keys);
    const changed = this.transact(() => this.write(batch, last, knowledge));
    return { level: last.position, changed };
  }

  private transact<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      this.rows.keys.forget();
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
      if (one) this.rows.file(event, one.category, one.id, one.history);
    }
    const towns = streams.flatMap((one) => this.rows.project(one) ?? []);
    this.rows.flush();
    const changed = this.news.of(towns, this.checkpoint.position);
    const checkpoint = checkpointAt(this.log, last, clocks);
    writeCheckpoint(this.db, checkpoint);
    this.checkpoint = checkpoint;
    return changed;
  }
}

/** The checkpoint behind an event. */
export const checkpointAt = (log: EventReader, last: LogEvent, clocks: Clocks): Checkpoint => ({
  log: log.logId,
  position: last.position,
  event: last.id,
  clocks,
});
