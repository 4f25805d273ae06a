import { StreamBusy } from './errors.js';

/** Longer than any crowd of people; so that nothing grows without end. */
const LONGEST = 1_000;

interface Line {
  /** Settles, and never fails, when the last in the line has had its turn. */
  end: Promise<unknown>;
  length: number;
}

/** Lets the writers of this process into a stream one at a time, in the order in which they came. */
export class StreamQueue {
  private readonly lines = new Map<string, Line>();

  /** Throws what `work` throws, and StreamBusy where too many wait. */
  async inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(stream) ?? { end: Promise.resolve(), length: 0 };
    if (line.length >= LONGEST) throw new StreamBusy(stream);
    line.length += 1;
    this.lines.set(stream, line);
    const turn = line.end.then(work);
    line.end = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(stream);
    }
  }
}
