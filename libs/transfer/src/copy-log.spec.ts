import { type EventStore, type NewEvent, openEventStore } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { copyLog, CopyRefused } from './copy-log.js';

const salt = '000102030405060708090a0b0c0d0e0f';
const typed = (note: string): NewEvent => ({
  ...anEvent({ outcome: 'NOTED', text: { note } }),
  metadata: { salt },
});

let from: EventStore;
let to: EventStore;
beforeEach(async () => {
  [from, to] = await Promise.all([
    openEventStore('sqlite::memory:'),
    openEventStore('sqlite::memory:'),
  ]);
});
afterEach(() => Promise.all([from.close(), to.close()]));

const all = async (log: EventStore) =>
  (await log.readAll(null, 10_000)).map(({ position: _position, ...event }) => event);

/** Three streams whose entries lie between one another, and a text that was taken out. */
async function told(log: EventStore): Promise<NewEvent> {
  const [one, other, third] = [aStream(), aStream('plan'), aStream()];
  const gone = typed('a private name');
  await log.append(one, [gone, anEvent()], 'no_stream');
  for (let n = 0; n < 5; n++) {
    await log.append(other, [anEvent({ n })], n === 0 ? 'no_stream' : n - 1);
    await log.append(one, [anEvent({ n })], n + 1);
  }
  await log.append(third, [typed('what stays')], 'no_stream');
  await log.takeTextsOut([gone.id]);
  return gone;
}

/** Stops after so many appends, as a process that is killed does. */
const stopping = (log: EventStore, after: number): EventStore =>
  new Proxy(log, {
    get(target, key) {
      if (key === 'append' && after-- <= 0) throw new Error('killed');
      const own: unknown = Reflect.get(target, key);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });

describe('a copy of a log', () => {
  it('holds the same events in the same order, and says so', async () => {
    await told(from);
    const copied = await copyLog(from, to);
    expect(await all(to)).toEqual(await all(from));
    expect(copied).toMatchObject({ events: 13, streams: 3, written: 13, grown: false });
    expect(copied.root).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of an empty log is empty', async () => {
    expect(await copyLog(from, to)).toMatchObject({ events: 0, streams: 0, written: 0 });
  });

  it('is gone on with where it was interrupted, and does no harm again', async () => {
    await told(from);
    await expect(copyLog(from, stopping(to, 4))).rejects.toThrow('killed');
    expect(await all(to)).toHaveLength(5);
    const copied = await copyLog(from, to);
    expect(copied).toMatchObject({ events: 13, written: 8 });
    expect(await copyLog(from, to)).toEqual({ ...copied, written: 0 });
    expect(await all(to)).toEqual(await all(from));
  });

  it('takes along what came since', async () => {
    await told(from);
    await copyLog(from, to);
    await from.append(aStream(), [anEvent()], 'no_stream');
    expect(await copyLog(from, to)).toMatchObject({ events: 14, written: 1 });
  });

  it('loses a text that was taken out after it was copied', async () => {
    await told(from);
    await copyLog(from, to);
    const [last] = (await from.readAll(null, 100)).filter(({ metadata }) => metadata['salt']);
    await from.takeTextsOut([last!.id]);
    expect(await copyLog(from, to)).toMatchObject({ written: 0, takenOut: 1 });
    expect(JSON.stringify(await all(to))).not.toContain('what stays');
  });

  it('keeps the order of a log with many appends under way', async () => {
    await told(from);
    await copyLog(from, to, { atOnce: 50 });
    expect(await all(to)).toEqual(await all(from));
  });

  it('is refused where something else lies, which stays as it is', async () => {
    await told(from);
    await to.append(aStream(), [anEvent()], 'no_stream');
    const before = await all(to);
    await expect(copyLog(from, to)).rejects.toMatchObject({ code: 'other-log' });
    expect(await all(to)).toEqual(before);
  });

  it('is not called one where both are the same log', async () => {
    await told(from);
    await expect(copyLog(from, from)).rejects.toMatchObject({ code: 'same-log' });
  });

  it('is not called one where the target has more', async () => {
    await told(from);
    await copyLog(from, to);
    await to.append(aStream(), [anEvent()], 'no_stream');
    await expect(copyLog(from, to)).rejects.toThrow(CopyRefused);
  });

  it('tells how far it is', async () => {
    await told(from);
    const said: [string, number, number][] = [];
    await copyLog(from, to, { progress: (...step) => void said.push(step) });
    expect(said).toEqual([
      ['copy', 13, 1],
      ['compare', 13, 1],
    ]);
  });
});
