import { existsSync } from 'node:fs';
import type { EventReader } from '@klimaspur/event-store';
import { belongsTo, readCheckpoint, type Checkpoint } from './project/checkpoint.js';
import { openToRead, removeViews } from './store/views-file.js';

/**
 * Rows of another log are nobody's to see, not even while those of this one are built. To be called before anybody asks
 * them. Those of the log that this one was copied from tell the same, and go on answering.
 */
export async function removeForeignViews(path: string, log: EventReader): Promise<void> {
  const checkpoint = existsSync(path) ? checkpointIn(path) : null;
  const { event = null } = checkpoint ?? {};
  if (checkpoint === null || event === null || (await belongsTo(checkpoint, log))) return;
  if ((await log.streamOf(event)) === undefined) removeViews(path);
}

/** What cannot be read is seen to by whoever opens it. */
function checkpointIn(path: string): Checkpoint | null {
  try {
    const db = openToRead(path);
    try {
      return readCheckpoint(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
