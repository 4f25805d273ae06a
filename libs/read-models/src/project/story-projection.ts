import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { publicPart } from '@klimaspur/domain';
import type { Touched } from './batch.js';
import type { LogEvent } from './past-reader.js';

/** What others may be told of a stream whose entries wait for approval, and what became of that. */
export interface ToldPart {
  readonly told: ReadonlySet<LogEvent>;
  /** Older entries that are told now, or no longer. */
  readonly turned: readonly LogEvent[];
  /** Something that strangers could see is internal again. */
  readonly hid: boolean;
}

/**
 * Keeps the entries of organisations and round tables: such streams are short, and are folded when they are asked about,
 * for whatever moment. Of a round table besides what its participants approved and published.
 */
export class StoryProjection {
  private readonly keep: StatementSync;

  constructor(db: DatabaseSync) {
    this.keep = db.prepare('INSERT OR REPLACE INTO story VALUES (?, ?, ?)');
  }

  projectActor({ history }: Touched, key: number): void {
    this.keep.run(key, entriesOf(history), null);
  }

  projectRoundtable({ history, news }: Touched, key: number): ToldPart {
    const told = publicPart(history) as LogEvent[];
    const older = history.slice(0, history.length - news.length);
    const now = new Set(told);
    const before = new Set(publicPart(older) as LogEvent[]);
    this.keep.run(key, entriesOf(history), entriesOf(told));
    return {
      told: now,
      turned: older.filter((event) => before.has(event) !== now.has(event)),
      hid: older.some((event) => before.has(event) && !now.has(event)),
    };
  }
}

/** What a fold asks of an entry. */
const entriesOf = (events: readonly LogEvent[]): string =>
  JSON.stringify(
    events.map(({ id, revision, type, data, metadata, knownSince }) => ({
      ...{ id, revision, type, data, knownSince },
      metadata: { occurredOn: metadata.occurredOn, recordedAt: metadata.recordedAt },
    })),
  );
