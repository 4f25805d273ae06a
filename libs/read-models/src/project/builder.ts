import type { DatabaseSync } from 'node:sqlite';
import { Knowledge } from '@klimaspur/domain';
import { categoryOf, idOf, type EventReader, type Position } from '@klimaspur/event-store';
import type { RowsTo } from '../store/row-sink.js';
import { withKnowledge, type Touched } from './batch.js';
import type { Parking } from './parking.js';
import { PastReader, type LogEvent } from './past-reader.js';
import { writeCheckpoint } from './checkpoint.js';
import { readPlan } from './plan-reading.js';
import { inOrder } from './in-order.js';
import { checkpointAt } from './projector.js';
import { Rows } from './rows.js';
import { StreamTeller } from './stream-teller.js';

const PAGE = 1000;
/** Events that are told between two pauses: what is written meanwhile waits so long at most. */
const STEP = 250;
/** Events that are held in memory, so that a log of ordinary size is read only once. */
const HELD = 120_000;
/** Streams that are read again at once: a server is asked over a way there and back. */
const READS_AT_ONCE = 32;

interface Seen {
  readonly category: string;
  readonly id: string;
  /** Its events as far as they are held; null: to be read again. */
  held: LogEvent[] | null;
  last: number;
}

/** Awaited between steps, with the place in the log that is reached: to see to other work, and to stop by an error. */
export type Pause = (reached: Position | null) => Promise<void>;

export interface BuilderOptions {
  /** Some stream cannot be told, so each is told for itself; what was parked before is known from there. */
  readonly apart?: Pick<Parking, 'get'>;
  /** Where those rows go that are many; by default into the file. */
  readonly rowsTo?: RowsTo;
  /** Events that are held in memory at most. */
  readonly held?: number;
}

/**
 * Fills an empty file from the whole log in two passes: once in log order for what follows that
 * order, then stream by stream, so that each is told once however often it went on.
 */
export class Builder {
  private readonly rows: Rows;
  private readonly past: PastReader;
  private readonly teller: StreamTeller | undefined;
  private readonly seen = new Map<string, Seen>();
  private readonly knowledge = new Knowledge();
  private readonly most: number;
  private held = 0;

  constructor(
    private readonly log: EventReader,
    private readonly db: DatabaseSync,
    private readonly pause: Pause,
    { apart, rowsTo, held = HELD }: BuilderOptions = {},
  ) {
    this.most = held;
    this.rows = new Rows(db, false, rowsTo);
    this.past = new PastReader(log, db);
    this.teller = apart && new StreamTeller(log, db, this.rows, apart);
  }

  async build(): Promise<void> {
    this.db.exec('BEGIN');
    const last = await this.fileAll();
    this.rows.flush();
    if (last) {
      await this.projectAll();
      writeCheckpoint(this.db, checkpointAt(this.log, last, this.knowledge.clocks));
    }
    this.db.exec('COMMIT');
  }

  private async fileAll(): Promise<LogEvent | undefined> {
    let last: LogEvent | undefined;
    for (;;) {
      const page = await this.log.readAll(last?.position ?? null, PAGE);
      const events = withKnowledge(page, this.knowledge);
      for (const event of events) {
        const filing = this.file(event);
        if (filing) await filing;
      }
      last = events.at(-1) ?? last;
      if (events.length < PAGE) return last;
      await this.pause(last?.position ?? null);
    }
  }

  private file(event: LogEvent): Promise<void> | undefined {
    const one = this.see(event);
    if (this.teller) return this.teller.file(event, one.held ?? []);
    this.rows.file(event, one, this.rows.number(event), one.held ?? []);
    return undefined;
  }

  private see(event: LogEvent): Seen {
    const { stream, revision } = event;
    let one = this.seen.get(stream);
    if (!one) {
      one = { category: categoryOf(stream), id: idOf(stream), held: [], last: revision };
      this.seen.set(stream, one);
    }
    one.last = revision;
    // Names of towns follow the log's order and need what was said before; they are few.
    if (one.category !== 'municipality' && this.held >= this.most) {
      this.held -= one.held?.length ?? 0;
      one.held = null;
    }
    if (one.held) {
      one.held.push(event);
      this.held++;
    }
    return one;
  }

  private async projectAll(): Promise<void> {
    let waiting = 0;
    const news = inOrder(this.seen, READS_AT_ONCE, ([stream, one]) => this.newsOf(stream, one));
    for await (const [[stream, one], events] of news) {
      if (this.teller) await this.teller.tell(stream, one.last);
      else this.rows.project(await this.touched(stream, one, events));
      one.held = null;
      waiting += one.last + 1;
      if (waiting < STEP) continue;
      waiting = 0;
      await this.pause(null);
    }
    this.rows.flush();
  }

  private async newsOf(stream: string, { held, last }: Seen): Promise<LogEvent[]> {
    if (held || this.teller) return held ?? [];
    return this.past.upTo(stream, last, this.rows.keys.find(stream));
  }

  private async touched(
    stream: string,
    { category, id }: Seen,
    news: LogEvent[],
  ): Promise<Touched> {
    const touched: Touched = { stream, category, id, news, history: news };
    if (category === 'plan') touched.plan = await readPlan(touched, undefined, this.past);
    return touched;
  }
}
