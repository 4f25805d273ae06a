import {
  jsonEvent,
  StreamDeletedError,
  StreamNotFoundError,
  UnknownError,
  WrongExpectedVersionError,
  type EventStoreDBClient,
  type JSONEventType,
  type ReadAllOptions,
  type ReadStreamOptions,
} from '@eventstore/db-client';
import { append, aStream, credentials, plain, someEvents, stored } from './seen-appends.js';

interface Range {
  readonly fromRevision?: number | 'end';
  readonly maxCount?: number;
  readonly direction?: 'backwards';
}

export function readsAsSeen(client: () => EventStoreDBClient): void {
  const revisions = async (stream: string, options: ReadStreamOptions): Promise<number[]> => {
    const read: number[] = [];
    for await (const { event } of client().readStream(stream, options)) {
      read.push(Number(event!.revision));
    }
    return read;
  };
  const positions = async (options: ReadAllOptions): Promise<number[]> => {
    const read: number[] = [];
    for await (const { event } of client().readAll(options)) {
      read.push(Number(event!.position!.commit));
    }
    return read;
  };

  describe('a stream', () => {
    const stream = aStream();
    beforeAll(() => append(client(), stream, someEvents(5)));

    it.each<[Range, number[]]>([
      [{}, [0, 1, 2, 3, 4]],
      [{ fromRevision: 2 }, [2, 3, 4]],
      [{ fromRevision: 2, maxCount: 2 }, [2, 3]],
      [{ fromRevision: 9 }, []],
      [{ direction: 'backwards', fromRevision: 'end' }, [4, 3, 2, 1, 0]],
      [{ direction: 'backwards', fromRevision: 'end', maxCount: 2 }, [4, 3]],
      [{ direction: 'backwards', fromRevision: 2 }, [2, 1, 0]],
      [{ direction: 'backwards', fromRevision: 9, maxCount: 1 }, [4]],
    ])('is read by %j', async (options, expected) => {
      const { fromRevision: from = 'start' } = options;
      const fromRevision = typeof from === 'number' ? BigInt(from) : from;
      expect(await revisions(stream, { ...options, fromRevision })).toEqual(expected);
    });

    it('cannot be read by a count of nothing, nor forwards from its end', async () => {
      await expect(revisions(stream, { maxCount: 0 })).rejects.toThrow(UnknownError);
      await expect(revisions(stream, { fromRevision: 'end' })).rejects.toThrow(UnknownError);
    });

    it('that does not exist is missing when it is iterated, not before', async () => {
      const missing = client().readStream(aStream());
      await expect(missing[Symbol.asyncIterator]().next()).rejects.toThrow(StreamNotFoundError);
    });

    it('keeps texts, emptiness and metadata', async () => {
      const stream = 'seen Ü 🌍/'.padEnd(5_000, 'x') + aStream();
      const data = { text: 'Wärmeplanung 🌍', none: null, list: [], n: 0.1 };
      const metadata = { $correlationId: 'one', text: 'ß' };
      await append(client(), stream, [
        jsonEvent({ type: 'Seen', data, metadata }),
        jsonEvent({ type: 'Seen', data: { n: 2 ** 53 } }),
      ]);
      const read = [];
      for await (const { event } of client().readStream<JSONEventType>(stream)) read.push(event!);
      expect(read[0]).toMatchObject({ streamId: stream, data, metadata, isJson: true });
      expect(read[0]!.created).toBeInstanceOf(Date);
      expect(read[1]!.metadata).toBeUndefined();
    });

    it('is missing once it is deleted, and goes on at its revision', async () => {
      const stream = aStream();
      await append(client(), stream, someEvents(2));
      await client().deleteStream(stream);
      await expect(stored(client(), stream)).rejects.toThrow(StreamNotFoundError);
      const expecting = (expectedRevision: 'stream_exists' | bigint) =>
        client().appendToStream(stream, someEvents(1), { credentials, expectedRevision });
      await expect(expecting('stream_exists')).rejects.toThrow(StreamDeletedError);
      const behind = await expecting(0n).catch((error: unknown) => error);
      expect(plain(behind)).toMatchObject({ actualVersion: 1 });
      expect(plain(await expecting(1n))).toMatchObject({ nextExpectedRevision: 2 });
    });

    it('is deleted only where it is believed to be', async () => {
      const stream = aStream();
      const missing = client().deleteStream(stream);
      await expect(missing).rejects.toThrow(WrongExpectedVersionError);
      await append(client(), stream, someEvents(1));
      const elsewhere = client().deleteStream(stream, { expectedRevision: 9n });
      await expect(elsewhere).rejects.toThrow(WrongExpectedVersionError);
      await client().deleteStream(stream, { expectedRevision: 0n });
    });

    it('is dead for ever once it has a tombstone', async () => {
      const stream = aStream();
      await append(client(), stream, someEvents(1));
      await client().tombstoneStream(stream);
      await expect(stored(client(), stream)).rejects.toThrow(StreamDeletedError);
      const again = append(client(), stream, someEvents(1));
      await expect(again).rejects.toThrow(StreamDeletedError);
    });
  });

  describe('the whole log', () => {
    it('comes from a position with its event forwards, and without it backwards', async () => {
      const { position } = await append(client(), aStream(), someEvents(1));
      const next = await append(client(), aStream(), someEvents(1));
      const from = { fromPosition: position!, maxCount: 2 };
      const forwards = await positions(from);
      expect(forwards[0]).toBe(Number(position!.commit));
      const before = await positions({ ...from, direction: 'backwards' });
      expect(before[0]).toBeLessThan(Number(position!.commit));
      expect(Number(next.position!.commit - position!.commit)).toBeGreaterThan(1);
    });

    it('is empty beyond its end, and refuses a position of no event', async () => {
      const { position } = await append(client(), aStream(), someEvents(1));
      const off = (by: bigint) => ({
        commit: position!.commit + by,
        prepare: position!.commit + by,
      });
      expect(await positions({ fromPosition: off(1_000_000n), maxCount: 5 })).toEqual([]);
      await append(client(), aStream(), someEvents(1));
      const crooked = positions({ fromPosition: off(1n), maxCount: 5 });
      await expect(crooked).rejects.toThrow(UnknownError);
      await expect(crooked).rejects.toThrow(/InvalidPosition/);
    });

    it('holds what the server writes for itself, and reads know no filter', async () => {
      const streams = new Set<string>();
      const filtered = { filter: { filterOn: 'streamName', prefixes: ['seen-'] } };
      for await (const { event } of client().readAll({ maxCount: 500, ...filtered })) {
        streams.add(event!.streamId);
      }
      expect([...streams].some((stream) => stream.startsWith('$'))).toBe(true);
      expect([...streams].some((stream) => stream.startsWith('$$'))).toBe(true);
    });
  });
}
