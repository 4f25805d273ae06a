import type { EventStore, RecordedEvent } from '../../event-store.js';
import type { Position } from '../../position.js';
import { anEvent, aStream, someEvents } from '../samples.js';

export function keepsSubscriptions(store: () => EventStore): void {
  it('goes from the past into the present without gap or double, under many writers', async () => {
    const start = await store().lastPosition();
    const write = async (count: number): Promise<void> => {
      const stream = aStream();
      await store().append(stream, [anEvent()], 'no_stream');
      for (let n = 0; n < count; n++) await store().append(stream, someEvents(2), 2 * n);
    };
    await Promise.all([write(20), write(20)]);
    const subscribers = [5, 500].map((batch) => collect(start, 82 + 8 * 61, batch));
    await Promise.all(Array.from({ length: 8 }, () => write(30)));
    const log = ids(await store().readAll(start, 10_000));
    expect(log).toHaveLength(82 + 8 * 61);
    for (const received of await Promise.all(subscribers)) expect(ids(received)).toEqual(log);
  });

  it('begins behind the position it is given', async () => {
    const { position } = await store().append(aStream(), someEvents(3), 'no_stream');
    const [event] = [anEvent()];
    const received = collect(position, 1);
    await store().append(aStream(), [event!], 'no_stream');
    expect(ids(await received)).toEqual([event!.id]);
  });

  it('wakes up after a rest, every time', async () => {
    const start = await store().lastPosition();
    const received = collect(start, 5);
    for (let n = 0; n < 5; n++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await store().append(aStream(), [anEvent()], 'no_stream');
    }
    expect(await received).toHaveLength(5);
  });

  it('ends when it is told to, while it waits', async () => {
    const stop = new AbortController();
    const start = await store().lastPosition();
    const ended = (async () => {
      for await (const batch of store().subscribe(start, { signal: stop.signal })) {
        throw new Error(`nobody wrote, yet it got ${batch.length}`);
      }
    })();
    setTimeout(() => stop.abort(), 5);
    await expect(ended).resolves.toBeUndefined();
    const never = store().subscribe(null, { signal: AbortSignal.abort() });
    for await (const batch of never) throw new Error(`told to end, yet it got ${batch.length}`);
  });

  it('tells of a commit only when its events can be read', async () => {
    const seen: Promise<boolean>[] = [];
    const leave = store().onCommit((position) => {
      seen.push(
        store()
          .lastPosition()
          .then((last) => last !== null && last >= position),
      );
    });
    await store().append(aStream(), someEvents(2), 'no_stream');
    await new Promise((resolve) => setTimeout(resolve, 50));
    leave();
    const heard = seen.length;
    await store().append(aStream(), [anEvent()], 'no_stream');
    expect(heard).toBeGreaterThan(0);
    expect(seen).toHaveLength(heard);
    expect(await Promise.all(seen)).not.toContain(false);
  });

  async function collect(
    after: Position | null,
    count: number,
    batch?: number,
  ): Promise<RecordedEvent[]> {
    const received: RecordedEvent[] = [];
    for await (const events of store().subscribe(after, { batch })) {
      received.push(...events);
      if (received.length >= count) break;
    }
    return received;
  }
}

const ids = (events: readonly RecordedEvent[]): string[] => events.map(({ id }) => id);
