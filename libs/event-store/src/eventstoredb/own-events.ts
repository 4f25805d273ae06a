import type { RecordedEvent } from '../event-store.js';
import type { Position } from '../position.js';
import { isOwnStream } from '../stream-name.js';
import type { Each } from './drained.js';
import type { Met } from './read-message.js';
import { recorded, type TakenOutIds } from './recorded.js';

/** What a walk through the log does with what it meets: hands on so many events of ours behind a place, each as it comes. */
export class OwnEvents {
  count = 0;
  /** No more are wanted. */
  isOver = false;
  /** The byte of the last event that was looked at. */
  seenTo: bigint | undefined;

  /** `newest`: the last event of ours that was seen, wanted or not. */
  constructor(
    private bound: Position,
    private readonly limit: number,
    private readonly takenOut: TakenOutIds,
    private readonly each: Each<RecordedEvent>,
    public newest: Position | undefined,
  ) {}

  take(met: Met): 'enough' | undefined {
    // The few behind the last one that is wanted may come: breaking off costs the server more.
    if (this.isOver) return undefined;
    this.seenTo = met.byte;
    if (!isOwnStream(met.stream)) return undefined;
    const read = recorded(met, this.takenOut);
    this.newest = read.position;
    if (read.position <= this.bound) return undefined;
    this.bound = read.position;
    this.count++;
    const answer = this.each(read);
    this.isOver = answer === 'enough' || this.count >= this.limit;
    return answer;
  }
}
