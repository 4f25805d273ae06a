import type { EventStore, RecordedEvent } from '../../event-store.js';
import { comparePositions } from '../../position.js';
import { aStream, someEvents } from '../samples.js';

const revisions = (events: readonly RecordedEvent[]): number[] =>
  events.map(({ revision }) => revision);

export function keepsOrder(store: () => EventStore): void {
  describe('a stream', () => {
    const stream = aStream();
    const written = someEvents(10);
    beforeAll(() => store().append(stream, written, 'no_stream'));

    it('comes back whole and in order, with everything that was written', async () => {
      const read = await store().readStream(stream);
      expect(read).toEqual(
        written.map((event, revision) => ({
          ...event,
          stream,
          revision,
          position: expect.any(String),
        })),
      );
    });

    it.each([
      [{ from: 4 }, [4, 5, 6, 7, 8, 9]],
      [{ from: 4, limit: 2 }, [4, 5]],
      [{ limit: 3 }, [0, 1, 2]],
      [{ limit: 0 }, []],
      [{ from: 10 }, []],
      [{ direction: 'backwards', limit: 3 }, [9, 8, 7]],
      [{ direction: 'backwards', from: 4 }, [4, 3, 2, 1, 0]],
      [{ direction: 'backwards', from: 4, limit: 2 }, [4, 3]],
      [{ direction: 'backwards', from: 99, limit: 1 }, [9]],
    ] as const)('is read by %j', async (range, expected) => {
      expect(revisions(await store().readStream(stream, range))).toEqual(expected);
    });

    it('is empty where nobody has written', async () => {
      expect(await store().readStream(aStream())).toEqual([]);
      expect(await store().readStream(aStream(), { direction: 'backwards' })).toEqual([]);
    });

    it('is read whole when it is long', async () => {
      const long = aStream();
      await store().append(long, someEvents(1_500), 'no_stream');
      expect(revisions(await store().readStream(long))).toEqual(
        Array.from({ length: 1_500 }, (_, n) => n),
      );
    });
  });

  describe('the whole log', () => {
    it('is resumed behind any position, without the event at it', async () => {
      const start = await store().lastPosition();
      const streams = [aStream(), aStream('plan')];
      for (const event of someEvents(8)) {
        const stream = streams[(event.data['n'] as number) % 2]!;
        const end = (await store().readStream(stream)).at(-1)?.revision ?? 'no_stream';
        await store().append(stream, [event], end);
      }
      const all = await store().readAll(start, 100);
      expect(all.map(({ data }) => data['n'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(await store().lastPosition()).toBe(all.at(-1)!.position);
      for (const [index, { position }] of all.entries()) {
        expect(await store().readAll(position, 100)).toEqual(all.slice(index + 1));
        expect(await store().readAll(position, 2)).toEqual(all.slice(index + 1, index + 3));
      }
    });

    it('has positions that grow, and every answer names the position of its event', async () => {
      const start = await store().lastPosition();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store().append(aStream(), someEvents(3), 'no_stream')),
      );
      const all = await store().readAll(start, 100);
      const positions = all.map(({ position }) => position);
      expect(positions).toHaveLength(24);
      positions.slice(1).forEach((position, n) => {
        expect(comparePositions(positions[n]!, position)).toBeLessThan(0);
      });
      const lasts = all.filter(({ revision }) => revision === 2).map(({ position }) => position);
      expect(lasts.toSorted()).toEqual(answers.map(({ position }) => position).toSorted());
    });

    it('begins before its first event', async () => {
      await store().append(aStream(), someEvents(1), 'no_stream');
      const [first] = await store().readAll(null, 1);
      expect(comparePositions(null, first!.position)).toBeLessThan(0);
    });

    it('has one name', () => {
      expect(store().logId).toMatch(/^[0-9a-f-]{36}$/);
    });
  });
}
