import type { DatabaseSync } from 'node:sqlite';
import type { EventReader, Position } from '@klimaspur/event-store';

/** How far a views file is: the log it belongs to, the place in it, and which event lies there. */
export interface Checkpoint {
  readonly log: string;
  readonly position: Position | null;
  readonly event: string | null;
  /** Running maximum of `recordedAt` up to there, in ms. */
  readonly knownSince: number;
}

export const readCheckpoint = (db: DatabaseSync): Checkpoint | null =>
  (db
    .prepare('SELECT log, position, event, known_since AS knownSince FROM checkpoint')
    .get() as unknown as Checkpoint | undefined) ?? null;

export const writeCheckpoint = (db: DatabaseSync, checkpoint: Checkpoint): void => {
  const { log, position, event, knownSince } = checkpoint;
  db.prepare('INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?, ?)').run(
    log,
    position,
    event,
    knownSince,
  );
};

/** Whether the log still holds the event at the place of the checkpoint: otherwise the rows tell another story. */
export const belongsTo = async (
  { log, position, event }: Checkpoint,
  reader: EventReader,
): Promise<boolean> => {
  if (log !== reader.logId) return false;
  if (position === null) return true;
  const before = String(Number(position) - 1).padStart(position.length, '0');
  const [found] = await reader.readAll(before, 1);
  return found?.position === position && found.id === event;
};
