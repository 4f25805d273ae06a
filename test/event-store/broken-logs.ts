import {
  type EventStore,
  IdConflict,
  justBefore,
  newCommandId,
  type RecordedEvent,
  WrongExpectedRevision,
} from '@klimaspur/event-store';

type Fault = (store: EventStore) => Partial<EventStore>;

/** A log that keeps all promises but one. */
export const broken = (store: EventStore, fault: Fault): EventStore => {
  const faulty = fault(store);
  return new Proxy(store, {
    get: (target, key) => {
      const own: unknown = Reflect.get(faulty, key) ?? Reflect.get(target, key);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
};

async function* twice(batches: AsyncIterable<readonly RecordedEvent[]>) {
  for await (const batch of batches) {
    yield batch;
    yield batch;
  }
}

async function* withGap(batches: AsyncIterable<readonly RecordedEvent[]>) {
  let n = 0;
  for await (const batch of batches) if (n++ !== 1) yield batch;
}

async function* swapped(batches: AsyncIterable<readonly RecordedEvent[]>) {
  for await (const batch of batches) yield batch.toReversed();
}

/** Each breaks one promise; the second word is the part of the contract that must see it. */
export const faults: [name: string, part: string, Fault][] = [
  [
    'does not care whether a stream exists',
    'expected revisions',
    (store) => ({
      append: async (stream, events, expected) => {
        try {
          return await store.append(stream, events, expected);
        } catch (error) {
          if (expected !== 'stream_exists' || !(error instanceof WrongExpectedRevision))
            throw error;
          return store.append(stream, events, 'no_stream');
        }
      },
    }),
  ],
  [
    'appends wherever the stream is',
    'expected revisions',
    (store) => ({
      append: async (stream, events, expected) => {
        for (let at = expected; ;) {
          try {
            return await store.append(stream, events, at);
          } catch (error) {
            if (!(error instanceof WrongExpectedRevision)) throw error;
            at = error.actual ?? 'no_stream';
          }
        }
      },
    }),
  ],
  [
    'stores the events of an append one by one',
    'expected revisions',
    (store) => ({
      append: async (stream, events, expected) => {
        let appended = await store.append(stream, events.slice(0, 1), expected);
        for (const event of events.slice(1)) {
          appended = await store.append(stream, [event], appended.revision);
        }
        return appended;
      },
    }),
  ],
  [
    'answers one revision too high',
    'expected revisions',
    (store) => ({
      append: async (...words) => {
        const appended = await store.append(...words);
        return { ...appended, revision: appended.revision + 1 };
      },
    }),
  ],
  [
    'stores what it knows a second time',
    'idempotency',
    (store) => ({
      append: (stream, events, expected) =>
        store.append(
          stream,
          events.map((event) => ({ ...event, id: newCommandId() })),
          expected,
        ),
    }),
  ],
  [
    'drops other data under a known id',
    'idempotency',
    (store) => ({
      append: async (stream, events, expected) => {
        try {
          return await store.append(stream, events, expected);
        } catch (error) {
          if (!(error instanceof IdConflict) || error.reason !== 'other-content') throw error;
          const stored = await store.readStream(stream);
          return stored.find(({ id }) => id === error.eventId)!;
        }
      },
    }),
  ],
  [
    'reads a stream out of order',
    'reading',
    (store) => ({
      readStream: async (...words) => (await store.readStream(...words)).toReversed(),
    }),
  ],
  [
    'reads the event at a position again',
    'reading',
    (store) => ({
      readAll: (after, limit) => store.readAll(after && justBefore(after), limit),
    }),
  ],
  [
    'delivers twice',
    'subscriptions',
    (store) => ({ subscribe: (...words) => twice(store.subscribe(...words)) }),
  ],
  [
    'delivers in another order',
    'subscriptions',
    (store) => ({ subscribe: (...words) => swapped(store.subscribe(...words)) }),
  ],
  [
    'delivers with a gap',
    'subscriptions',
    (store) => ({ subscribe: (...words) => withGap(store.subscribe(...words)) }),
  ],
  ['never tells of a commit', 'subscriptions', () => ({ onCommit: () => () => {} })],
  [
    'mends what people typed',
    'content',
    (store) => ({
      readStream: async (...words) =>
        (await store.readStream(...words)).map((event) => ({
          ...event,
          data: JSON.parse(JSON.stringify(event.data).normalize('NFC')),
        })),
    }),
  ],
  [
    'leaves texts where they are',
    'taking out texts',
    () => ({ takeTextsOut: (ids) => Promise.resolve(ids.length) }),
  ],
];
