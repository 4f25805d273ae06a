import type { RecordedEvent } from '../event-store.js';
import { type Position, positionOf } from '../position.js';
import type { Each } from './drained.js';
import { ReadAhead, type Source } from './read-ahead.js';

const LIMIT = 100;
const at = positionOf;

/** A log of so many events, which notes where it is asked. A walk rests behind an event, or breaks at one. */
class Log implements Source {
  readonly asked: (Position | null)[] = [];
  takenOut = 0;
  walked = 0;
  breaksAt: Position | undefined;
  restsBehind: Position | undefined;
  readonly rest = Promise.withResolvers<void>();

  constructor(public size: number) {}

  async read(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    this.asked.push(after);
    return this.behind(after, limit);
  }

  async walk(after: Position, limit: number, each: Each<RecordedEvent>): Promise<void> {
    this.asked.push(after);
    for (const event of this.behind(after, limit)) {
      if (event.position === this.breaksAt) throw new Error('The server is gone');
      this.walked++;
      if (each(event) === 'enough') return;
      if (event.position === this.restsBehind) await this.rest.promise;
    }
  }

  version(): number {
    return this.takenOut;
  }

  private behind(after: Position | null, limit: number): RecordedEvent[] {
    const from = Number(after ?? 0);
    const length = Math.max(0, Math.min(limit, this.size - from));
    return Array.from(
      { length },
      (_, n) => ({ position: at(from + n + 1), data: {} }) as RecordedEvent,
    );
  }
}

function given(size: number) {
  const log = new Log(size);
  const ahead = new ReadAhead(log);
  const last = async (after: Position | null): Promise<Position | undefined> =>
    (await ahead.page(after, LIMIT)).at(-1)?.position;
  return { log, ahead, last };
}

describe('reading a log page by page', () => {
  it('finds the next full pages on their way, in calls that grow', async () => {
    const { log, ahead } = given(2_550);
    const places: Position[] = [];
    for (;;) {
      const page = await ahead.page(places.at(-1) ?? null, LIMIT);
      places.push(...page.map(({ position }) => position));
      if (page.length < LIMIT) break;
    }
    expect(places).toEqual(Array.from({ length: 2_550 }, (_, n) => at(n + 1)));
    expect(log.asked).toEqual([null, at(100), at(500), at(2_100), at(2_500)]);
  });

  it('gives a page as soon as it is there, and waits for the next one', async () => {
    const { log, last } = given(1_000);
    log.restsBehind = at(250);
    expect(await last(null)).toBe(at(100));
    expect(await last(at(100))).toBe(at(200));
    const next = last(at(200));
    log.rest.resolve();
    expect(await next).toBe(at(300));
    expect(log.asked.slice(0, 2)).toEqual([null, at(100)]);
  });

  it('gives what came before a call broke, and asks anew for the rest', async () => {
    const { log, last } = given(1_000);
    log.breaksAt = at(250);
    expect(await last(null)).toBe(at(100));
    expect(await last(at(100))).toBe(at(200));
    expect(await last(at(200))).toBe(at(300));
    expect(log.asked.slice(0, 3)).toEqual([null, at(100), at(200)]);
  });

  it('asks anew for a page that was short when it was read ahead', async () => {
    const { log, ahead } = given(150);
    await ahead.page(null, LIMIT);
    log.size = 160;
    expect(await ahead.page(at(100), LIMIT)).toHaveLength(60);
  });

  it('asks anew where a text was taken out meanwhile, or another place is asked for', async () => {
    const { log, last } = given(1_000);
    await last(null);
    log.takenOut++;
    await last(at(100));
    expect(log.asked.filter((after) => after === at(100))).toHaveLength(2);
    expect(await last(at(500))).toBe(at(600));
  });

  it('gives two who ask for the same place the same page', async () => {
    const { last } = given(1_000);
    await last(null);
    expect(await Promise.all([last(at(100)), last(at(100))])).toEqual([at(200), at(200)]);
  });

  it('breaks a call off when nobody follows any more', async () => {
    const { log, ahead, last } = given(1_000);
    log.restsBehind = at(250);
    await last(null);
    ahead.stop();
    log.rest.resolve();
    await new Promise(setImmediate);
    expect(log.walked).toBe(151);
  });

  it('does not read ahead for one who asks for little', async () => {
    const { log, ahead } = given(1_000);
    await ahead.page(null, 1);
    expect(log.asked).toEqual([null]);
  });
});
