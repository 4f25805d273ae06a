import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventData } from '@klimaspur/domain';
import type { Arrival } from '../types.js';
import type { Touched } from './batch.js';

/** Where the records of a town came from, and since when it is known that all of them are here. */
export class ArrivalProjection {
  private readonly keep: StatementSync;

  constructor(db: DatabaseSync) {
    this.keep = db.prepare('INSERT OR REPLACE INTO arrival VALUES (?, ?, ?, ?)');
  }

  project({ history }: Touched, key: number, municipality: number): void {
    const begun = history.find(({ type }) => type === 'SourceTransferBegun');
    const completed = history.find(({ type }) => type === 'SourceTransferCompleted');
    if (!begun) return;
    const { log, size, root, text } = begun.data as unknown as EventData<'SourceTransferBegun'>;
    const facts: Arrival = {
      address: text?.address ?? null,
      log,
      size: size ?? null,
      root: root ?? null,
      arrivedAt: (completed ?? begun).metadata.recordedAt,
    };
    this.keep.run(key, municipality, completed?.knownSince ?? null, JSON.stringify(facts));
  }
}
