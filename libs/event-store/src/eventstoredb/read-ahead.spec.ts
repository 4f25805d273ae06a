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
      (_, n) => ({ position: positionOf(from + n + 1), data: {} }) as RecordedEvent,
    );
  };
}

let version = 0;
const given = (size: number) => {
  const log = new Log(size);
  return { log, ahead: new ReadAhead(log.read, () => version) };
};

describe('reading a log page by page', () => {
  it('finds the next full pages on their way, in chunks that grow', async () => {
    const { log, ahead } = given(1_050);
    let after: Position | null = null;
    for (let n = 1; n <= 10; n++) {
      const page = await ahead.page(after, LIMIT);
      after = page.at(-1)!.position;
      expect([page.length, after]).toEqual([LIMIT, positionOf(n * LIMIT)]);
    }
    expect(await ahead.page(after, LIMIT)).toHaveLength(50);
    expect(log.asked).toEqual([0, 100, 300, 700, 1_000].map((n) => (n ? positionOf(n) : null)));
  });

  it('asks anew for a page that was short when it was read ahead', async () => {
    const { log, ahead } = given(150);
    await ahead.page(null, LIMIT);
    log.size = 160;
    expect(await ahead.page(positionOf(100), LIMIT)).toHaveLength(60);
  });

  it('asks anew where a text was taken out meanwhile, or another place is asked for', async () => {
    const { log, ahead } = given(1_000);
    await ahead.page(null, LIMIT);
    version++;
    await ahead.page(positionOf(100), LIMIT);
    expect(log.asked.filter((after) => after === positionOf(100))).toHaveLength(2);
    expect((await ahead.page(positionOf(500), LIMIT))[0]!.position).toBe(positionOf(501));
  });

  it('does not read ahead for one who asks for little', async () => {
    const { log, ahead } = given(1_000);
    await ahead.page(null, 1);
    expect(log.asked).toEqual([null]);
  });
});
