import type { CommitListener, RecordedEvent } from './event-store.js';
import type { Position } from './position.js';

interface Source {
  readAll(after: Position | null, limit: number): Promise<RecordedEvent[]>;
  onCommit(listener: CommitListener): () => void;
}

/**
 * From the past into the present without gap or double: only reading delivers, the commit signal merely ends the
 * wait. A commit between the last empty read and the wait is not lost, because listening begins before reading.
 */
export async function* catchUp(
  source: Source,
  after: Position | null,
  batch: number,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[]> {
  let grown = true;
  let wake: (() => void) | undefined;
  const signalled = (): void => {
    grown = true;
    wake?.();
  };
  const leave = source.onCommit(signalled);
  signal.addEventListener('abort', signalled);
  try {
    let bookmark = after;
    while (!signal.aborted) {
      if (!grown) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      grown = false;
      const events = await source.readAll(bookmark, batch);
      if (events.length === 0) continue;
      grown = true;
      bookmark = events.at(-1)!.position;
      yield events;
    }
  } finally {
    leave();
    signal.removeEventListener('abort', signalled);
  }
}
