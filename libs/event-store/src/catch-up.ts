import type { CommitListener, RecordedEvent } from './event-store.js';
import { comparePositions, type Position } from './position.js';

interface Source {
  readAll(after: Position | null, limit: number): Promise<RecordedEvent[]>;
  onCommit(listener: CommitListener): () => void;
}

/**
 * From the past into the present without gap or double: only reading delivers, the commit signal merely ends the
 * wait. A commit between the last read and the wait is not lost, because listening begins before reading. The end is reached with a page
 * that is not full and holds all that was told of: to read once more, and get nothing, would hold up whoever comes next.
 */
export async function* catchUp(
  source: Source,
  after: Position | null,
  batch: number,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[]> {
  let grown = true;
  let told: Position | null = null;
  let wake: (() => void) | undefined;
  const signalled = (): void => {
    grown = true;
    wake?.();
  };
  const leave = source.onCommit((position) => {
    if (comparePositions(position, told) > 0) told = position;
    signalled();
  });
  signal.addEventListener('abort', signalled);
  try {
    let bookmark = after;
    while (!signal.aborted) {
      if (!grown) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      grown = false;
      const events = await source.readAll(bookmark, batch);
      if (events.length === 0) continue;
      bookmark = events.at(-1)!.position;
      grown = events.length === batch || comparePositions(told, bookmark) > 0;
      yield events;
    }
  } finally {
    leave();
    signal.removeEventListener('abort', signalled);
  }
}
