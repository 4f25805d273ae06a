import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@klimaspur/event-store';
import type { ReadModels } from '@klimaspur/read-models';

/** So long a start waits: views of some ten thousand entries are built by then. */
const PATIENCE_MS = 1_500;

/**
 * Whether what pages show was ever told from the log, as it is in a new node or a restored backup only after a while: until then
 * they would be empty. Answers after a moment of patience, also if it takes longer.
 */
export async function firstTelling(
  log: Pick<EventStore, 'lastPosition'>,
  readModels: Pick<ReadModels, 'first'>,
  patienceMs = PATIENCE_MS,
): Promise<() => boolean> {
  if ((await log.lastPosition()) === null) return () => true;
  let isTold = false;
  const told = readModels.first().then(() => {
    isTold = true;
  });
  await Promise.race([told, delay(patienceMs, undefined, { ref: false })]);
  return () => isTold;
}
