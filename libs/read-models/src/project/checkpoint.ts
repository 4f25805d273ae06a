import type { DatabaseSync } from 'node:sqlite';
import type { Clocks } from '@klimaspur/domain';
import { type EventReader, justBefore, type Position } from '@klimaspur/event-store';

/** How far a views file is: the log it belongs to, the place in it, and which event lies there. */
export interface Checkpoint {
  readonly log: string;
  readonly position: Position | null;
  readonly event: string | null;
  /** What the clocks showed there. */
  readonly clocks: Clocks;
}

type Row = Omit<Checkpoint, 'clocks'> & { readonly knownSince: number; readonly arriving: string };

export const readCheckpoint = (db: DatabaseSync): Checkpoint | null => {
  const row = db
    .prepare('SELECT log, position, event, known_since AS knownSince, arriving FROM checkpoint')
    .get() as unknown as Row | undefined;
  if (!row) return null;
  const { log, position, event, knownSince } = row;
  const arriving = JSON.parse(row.arriving) as Clocks['arriving'];
  return { log, position, event, clocks: { knownSince, arriving } };
};

export const writeCheckpoint = (db: DatabaseSync, checkpoint: Checkpoint): void => {
  const { log, position, event, clocks } = checkpoint;
  db.prepare('INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?, ?, ?)').run(
    log,
    position,
    event,
    clocks.knownSince,
    JSON.stringify(clocks.arriving),
  );
};

/** Whether the log still holds the event at the place of the checkpoint: otherwise the rows tell another story. */
export const belongsTo = async (
  { log, position, event }: Checkpoint,
  reader: EventReader,
): Promise<boolean> => {
  if (log !== reader.logId) return false;
  if (position === null) return true;
  const [found] = await reader.readAll(justBefore(position), 1);
  return found?.position === position && found.id === event;
};
