import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@klimaspur/event-store';
import type { ReadModels } from '@klimaspur/read-models';

/** So long a start waits: views of some ten thousand entries are built by then. */
const PATIENCE_MS = 1_500;

/**
 * Whether what pages show was ever told from the log, as it is in a new node or a restored backup only after a while: until then
 * they would be empty, and nobody is served from them.
 */
export class FirstTelling {
  private isOver = false;

  private constructor(private readonly over: Promise<void>) {
    void over.then(() => (this.isOver = true));
  }

  /** An empty log has been told: empty pages are right. */
  static async of(
    log: Pick<EventStore, 'lastPosition'>,
    readModels: Pick<ReadModels, 'first'>,
  ): Promise<FirstTelling> {
    const isEmpty = (await log.lastPosition()) === null;
    return new FirstTelling(isEmpty ? Promise.resolve() : readModels.first());
  }

  get isDone(): boolean {
    return this.isOver;
  }

  /** Resolves when it is done, and after a while in any case. */
  async wait(patienceMs = PATIENCE_MS): Promise<void> {
    await Promise.race([this.over, delay(patienceMs, undefined, { ref: false })]);
  }
}
