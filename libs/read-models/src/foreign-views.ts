import type { EventReader } from '@klimaspur/event-store';
import { belongsTo, readCheckpoint } from './project/checkpoint.js';
import { answerOf, removeViews } from './store/views-file.js';

/**
 * Rows of another log are nobody's to see, not even while those of this one are built. To be called before anybody asks
 * them. Those of the log that this one was copied from tell the same, and go on answering.
 */
export async function removeForeignViews(path: string, log: EventReader): Promise<void> {
  // What cannot be read is seen to by whoever opens it.
  const checkpoint = answerOf(path, readCheckpoint);
  const event = checkpoint?.event;
  if (!checkpoint || !event || (await belongsTo(checkpoint, log))) return;
  if ((await log.streamOf(event)) === undefined) removeViews(path);
}
