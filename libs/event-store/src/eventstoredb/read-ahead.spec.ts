import type { RecordedEvent } from '../event-store.js';
import { type Position, positionOf } from '../position.js';
import { ReadAhead } from './read-ahead.js';

const LIMIT = 100;

/** A log of so many events, which counts how often it is asked. */
class Log {
  asked: (Position | null)[] = [];

  constructor(public size: number) {}

  readonly read = async (after: Position | null, limit: number): Promise<RecordedEvent[]> => {
    this.asked.push(after);
    const from = Number(after ?? 0);
    const there = Math.max(0, Math.min(limit, this.size - from));
    return Array.from(
      { length: there },
      (_, n) => ({ position: positionOf(from + n + 1) }) as RecordedEvent,
    );
  };
}

let version = 0;
const given = (size: number) => {
  const log = new Log(size);
  return { log, ahead: new ReadAhead(log.read, () => version) };
};

describe('reading a log page by page', () => {
  it('finds each full page on its way, once', async () => {
    const { log, ahead } = given(250);
    const first = await ahead.after(null, LIMIT);
    expect(log.asked).toEqual([null, positionOf(100)]);
    const second = await ahead.after(first.at(-1)!.position, LIMIT);
    expect(second.at(-1)!.position).toBe(positionOf(200));
    expect(log.asked).toEqual([null, positionOf(100), positionOf(200)]);
  });

  it('asks anew for a page that was short when it was read ahead', async () => {
    const { log, ahead } = given(150);
    await ahead.after(null, LIMIT);
    log.size = 160;
    expect(await ahead.after(positionOf(100), LIMIT)).toHaveLength(60);
  });

  it('asks anew where a text was taken out meanwhile, or another place is asked for', async () => {
    const { log, ahead } = given(1_000);
    await ahead.after(null, LIMIT);
    version++;
    await ahead.after(positionOf(100), LIMIT);
    expect(log.asked.filter((after) => after === positionOf(100))).toHaveLength(2);
    expect((await ahead.after(positionOf(500), LIMIT))[0]!.position).toBe(positionOf(501));
  });

  it('does not read ahead for one who asks for little', async () => {
    const { log, ahead } = given(1_000);
    await ahead.after(null, 1);
    expect(log.asked).toEqual([null]);
  });
});
