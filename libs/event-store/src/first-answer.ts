import { IdempotencyKeyReused } from './errors.js';
import type { RecordedEvent } from './event-store.js';
import { eventIdOf } from './new-events.js';
import type { Position } from './position.js';
import { requestOf } from './request.js';
import type { Write } from './write.js';

/** What an earlier try of the same command left in the stream. */
export class FirstAnswer {
  private constructor(
    private readonly event: RecordedEvent,
    readonly revision: number,
    readonly position: Position,
  ) {}

  static find(history: readonly RecordedEvent[], write: Write): FirstAnswer | undefined {
    const start = history.findIndex(({ id }) => id === eventIdOf(write, 0));
    if (start === -1) return undefined;
    let end = start;
    while (history[end + 1]?.id === eventIdOf(write, end + 1 - start)) end++;
    const { revision, position } = history[end]!;
    return new FirstAnswer(history[start]!, revision, position);
  }

  /** Throws IdempotencyKeyReused if the command id came with another request the first time. */
  checkedAgainst(write: Write): { revision: number; position: Position; repeated: true } {
    const request = requestOf(write);
    const { request: first, recordedAt } = this.event.metadata;
    const keyIsGone = String(recordedAt) < (write.requestKeySince ?? '');
    if (request && first && !keyIsGone && request !== first) {
      throw new IdempotencyKeyReused(write.commandId);
    }
    return { revision: this.revision, position: this.position, repeated: true };
  }
}
