import type { CommitListener } from './event-store.js';
import type { Position } from './position.js';

/** Tells everyone in this process that the log has grown. */
export class CommitSignal {
  private readonly listeners = new Set<CommitListener>();

  listen(listener: CommitListener): () => void {
    const own: CommitListener = (position) => listener(position);
    this.listeners.add(own);
    return () => void this.listeners.delete(own);
  }

  emit(position: Position): void {
    for (const listener of this.listeners) listener(position);
  }
}
