import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { dataOf, publicPart, timeline, type Past } from '@klimaspur/domain';
import type { Touched } from './batch.js';
import type { LogEvent } from './past-reader.js';

/** What others may be told of a stream whose entries wait for approval, and what became of that. */
export interface ToldPart {
  readonly told: ReadonlySet<string>;
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
    this.keep = db.prepare('INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?)');
  }

  projectActor({ history }: Touched, key: number): void {
    this.keep.run(key, entriesOf(history), null, heirOf(history));
  }

  projectRoundtable({ history, news }: Touched, key: number): ToldPart {
    const part = publicPart(history);
    const older = history.slice(0, history.length - news.length);
    const [told, before] = [idsOf(part), idsOf(publicPart(older))];
    this.keep.run(key, entriesOf(history), entriesOf(part), null);
    return {
      told,
      turned: older.filter(({ id }) => before.has(id) !== told.has(id)),
      hid: [...before].some((id) => !told.has(id)),
    };
  }
}

/** The organisation that this one was merged into last. */
const heirOf = (history: readonly Past[]): string | null => {
  const merged = timeline(history).findLast(({ type }) => type === 'ActorMerged');
  return merged ? dataOf(merged, 'ActorMerged').actor : null;
};

const idsOf = (part: readonly Past[]): ReadonlySet<string> => new Set(part.map(({ id }) => id));

/** What folds and histories ask of an entry. */
const entriesOf = (events: readonly Past[]): string =>
  JSON.stringify(
    events.map(({ id, revision, type, data, metadata, knownSince }) => ({
      ...{ id, revision, type, data, metadata, knownSince },
    })),
  );
