import type { Position } from '@klimaspur/event-store';
import type { DatabaseSync } from 'node:sqlite';
import { entrySeen } from '../queries/scope.js';
import { Statements } from '../store/statements.js';
import { MOVED } from './codes.js';
import type { ChangedTown } from '../types.js';
import type { TouchedTown } from './rows.js';

/** Finds out which towns look different after a batch, and to whom: entries about drafts alone are none of a stranger's. */
export class TownNews {
  private readonly statements: Statements;

  constructor(db: DatabaseSync) {
    this.statements = new Statements(db);
  }

  /** `since`: the last entry before the batch. */
  of(towns: readonly TouchedTown[], since: Position | null): ChangedTown[] {
    if (towns.length === 0) return [];
    const keysOf = (some: readonly TouchedTown[]) => JSON.stringify(some.map(({ key }) => key));
    return this.statements
      .all<{ id: string; toAll: number }>(
        `SELECT t.id, t.published IN (1, ${MOVED}) AND (t.key IN (SELECT value FROM json_each($hid))
          OR EXISTS (SELECT 1 FROM change c JOIN stream s ON s.key = c.stream
            WHERE c.municipality = t.key AND c.position > $since AND ${entrySeen('public')})) AS toAll
        FROM stream t WHERE t.key IN (SELECT value FROM json_each($towns))`,
        {
          towns: keysOf(towns),
          hid: keysOf(towns.filter(({ hid }) => hid)),
          since: since === null ? -1 : Number(since),
        },
      )
      .map(({ id, toAll }) => ({ municipality: id, toAll: toAll === 1 }));
  }
}
