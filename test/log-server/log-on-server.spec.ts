import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import {
  type EventStore,
  handle,
  IdConflict,
  IdempotencyKeyReused,
  isTakenOut,
  newCommandId,
  type NewEvent,
  openEventStore,
  openLogReader,
  type Write,
  WrongExpectedRevision,
} from '@klimaspur/event-store';
import { anEvent, aStream, keepsThePromisesOfAnEventStore } from '@klimaspur/event-store/testing';
import { addressOf } from '../../libs/event-store/src/eventstoredb/address.js';
import { describeAtServer } from './at-server.js';

const someEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, n) => anEvent({ n }));

const aWrite = () => ({
  stream: aStream(),
  mode: 'additive' as const,
  commandId: newCommandId(),
  actor: { person: 'p', role: 'MONITOR' },
  now: '2026-01-01T00:00:00.000Z',
});

/** What somebody asks for, and what comes of it. */
const asked = (note: string): Pick<Write, 'body' | 'requestKey' | 'decide'> => ({
  body: { note },
  requestKey: Buffer.alloc(32, 7),
  decide: () => [{ type: 'MeasureChecked', data: { note }, occurredOn: null, schemaVersion: 1 }],
});

await describeAtServer('the log on EventStoreDB', (address) => {
  describe('the contract', () => {
    keepsThePromisesOfAnEventStore(() => openEventStore(address));
  });

  describe('several at one log', () => {
    let one: EventStore;
    let other: EventStore;
    const client = EventStoreDBClient.connectionString(address);
    const { credentials } = addressOf(address);
    const raw = async (stream: string) => {
      const events = [];
      for await (const { event } of client.readStream(stream)) events.push(event!);
      return events;
    };
    const foreign = (stream: string) =>
      client.appendToStream(stream, jsonEvent({ type: 'OrderPlaced', data: {} }), {
        ...(credentials && { credentials }),
        expectedRevision: 'no_stream',
      });

    beforeAll(async () => {
      [one, other] = await Promise.all([openEventStore(address), openEventStore(address)]);
    });
    afterAll(async () => {
      await Promise.all([one.close(), other.close()]);
      await client.dispose();
    });

    it('call it by one name', async () => {
      expect(other.logId).toBe(one.logId);
      const reader = await openLogReader(address);
      expect(reader.logId).toBe(one.logId);
      await reader.close();
    });

    it('read at once what any of them wrote, and refuse what is behind', async () => {
      const stream = aStream();
      const { position } = await one.append(stream, someEvents(2), 'no_stream');
      expect(await other.readStream(stream)).toEqual(await one.readStream(stream));
      expect(await other.lastPosition()).toBe(position);
      await other.append(stream, [anEvent()], 1);
      await expect(one.append(stream, [anEvent()], 1)).rejects.toThrow(WrongExpectedRevision);
      await expect(one.append(stream, [anEvent()], 2)).resolves.toMatchObject({ revision: 3 });
    });

    it('know an event again that another of them stored', async () => {
      const stream = aStream();
      const event = anEvent({ note: 'as it was' });
      const first = await one.append(stream, [event], 'no_stream');
      expect(await other.append(stream, [event], 'no_stream')).toEqual(first);
      const changed = { ...event, data: { note: 'changed' } };
      await expect(other.append(stream, [changed], 'no_stream')).rejects.toThrow(IdConflict);
      await expect(other.append(stream, [event], 0)).rejects.toThrow(IdConflict);
      expect(await one.readStream(stream)).toHaveLength(1);
    });

    it('hear of the commits of each other', async () => {
      const heard: string[] = [];
      const leave = one.onCommit((position) => heard.push(position));
      const { position: before } = await one.append(aStream(), [anEvent()], 'no_stream');
      const received = (async () => {
        for await (const events of one.subscribe(before)) return events;
        return [];
      })();
      const event = anEvent();
      const { position } = await other.append(aStream(), [event], 'no_stream');
      expect((await received).map(({ id }) => id)).toEqual([event.id]);
      expect(heard).toContain(position);
      leave();
    });

    it('carry out a command once that came to both at one moment', async () => {
      const write = { ...aWrite(), ...asked('once') };
      const [a, b] = await Promise.all([handle(one, write), handle(other, write)]);
      expect(b.position).toBe(a.position);
      expect(await one.readStream(write.stream)).toHaveLength(1);
    });

    it.each<[string, Partial<Write>]>([
      ['an entry', { mode: 'additive' }],
      ['a new stream', { mode: 'creating' }],
    ])('take no other request for one that the other carries out: %s', async (_what, given) => {
      const first = { ...aWrite(), ...given, ...asked('first') };
      let carriedOut: Promise<unknown> | undefined;
      /** What the server answers to a known id is not what it stores. */
      const behind = Object.assign(Object.create(other) as EventStore, {
        append: async (...call: Parameters<EventStore['append']>) => {
          await (carriedOut ??= handle(one, first));
          return other.append(...call);
        },
      });
      const second = { ...first, ...asked('second') };
      await expect(handle(behind, second)).rejects.toThrow(IdempotencyKeyReused);
      expect(await handle(other, first)).toMatchObject({ repeated: true });
      const stored = await one.readStream(first.stream);
      expect(stored.map(({ data }) => data)).toEqual([{ note: 'first' }]);
    });

    it('do not see what other programs keep on the server', async () => {
      const { position } = await one.append(aStream(), [anEvent()], 'no_stream');
      await foreign(`order-${randomUUID()}`);
      await foreign(`order-${randomUUID()}`);
      expect(await one.lastPosition()).toBe(position);
      expect(await one.readAll(position, 10)).toEqual([]);
      const { position: next } = await one.append(aStream(), [anEvent()], 'no_stream');
      expect((await one.readAll(position, 10)).map((event) => event.position)).toEqual([next]);
      expect((await other.readAll(position, 10)).map((event) => event.position)).toEqual([next]);
    });

    it('read what a newer program keeps in streams of a kind that they do not know', async () => {
      const { position: before } = await one.append(aStream(), [anEvent()], 'no_stream');
      const heard = new Promise<string>((resolve) => {
        const leave = other.onCommit((position) => {
          if (position <= before) return;
          leave();
          resolve(position);
        });
      });
      const stream = `klimaversuch-${randomUUID()}`;
      // By a hand beside: the tail alone can tell the other.
      await client.appendToStream(stream, jsonEvent({ type: 'VersuchBegonnen', data: { a: 1 } }), {
        ...(credentials && { credentials }),
        expectedRevision: 'no_stream',
      });
      const position = await heard;
      expect(await one.lastPosition()).toBe(position);
      for (const node of [one, other]) {
        const read = await node.readAll(before, 10);
        expect(read.map((event) => [event.stream, event.position])).toEqual([[stream, position]]);
      }
    });

    it('are told no text that one of them took out', async () => {
      const stream = aStream();
      const salt = '000102030405060708090a0b0c0d0e0f';
      const event: NewEvent = { ...anEvent({ text: { note: 'a name' } }), metadata: { salt } };
      await one.append(stream, [event], 'no_stream');
      expect(await other.takeTextsOut([event.id])).toBe(1);
      const reader = await openLogReader(address);
      const [read] = await reader.readStream(stream);
      expect(isTakenOut(read!.data)).toBe(true);
      await reader.close();
    });

    it('leave on the server what its own tools understand', async () => {
      const stream = aStream();
      const [cause, root] = [randomUUID(), randomUUID()];
      const metadata = { causationId: cause, correlationId: root, b: 1, a: 2 };
      const event: NewEvent = { ...anEvent({ z: 1, a: { c: 1, b: 2 } }), metadata };
      await one.append(stream, [event], 'no_stream');
      const [stored] = await raw(stream);
      expect(stored).toMatchObject({ id: event.id, type: event.type, isJson: true });
      expect(JSON.stringify(stored!.data)).toBe('{"a":{"b":2,"c":1},"z":1}');
      expect(stored!.metadata).toMatchObject({ $causationId: cause, $correlationId: root });
      expect((await other.readStream(stream))[0]!.metadata).toEqual(metadata);
    });
  });
});
