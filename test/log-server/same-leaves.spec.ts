import {
  canonicalJson,
  type EventStore,
  type JsonObject,
  type NewEvent,
  openEventStore,
  type RecordedEvent,
} from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { leafHash } from '@klimaspur/proofs';
import * as fc from 'fast-check';
import { bytesOf, filesThere } from '../contracts/stored-events.js';
import { describeAtServer } from './at-server.js';

const salt = '000102030405060708090a0b0c0d0e0f';
const causes = { causationId: anEvent().id, correlationId: anEvent().id };

const withData = (data: JsonObject, metadata: JsonObject, type?: string): NewEvent => ({
  ...anEvent(data, type),
  metadata: 'text' in data ? { ...metadata, salt } : metadata,
});

/** One of every type and version that was ever stored. */
const ofEveryType = filesThere().map((name) => {
  const { type, schemaVersion, data } = JSON.parse(bytesOf(name)) as {
    type: string;
    schemaVersion: number;
    data: JsonObject;
  };
  return withData(data, { schemaVersion, ...causes }, type);
});

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const key = words.filter((each) => each !== 'text' && !each.startsWith('$'));
const value = fc.oneof(
  words,
  fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
);
const fields = fc.dictionary(key, fc.oneof(value, fc.array(value), fc.dictionary(words, value)));
const typed = fc.dictionary(
  words.filter((each) => each !== '#'),
  value,
);
const anyEvent = fc
  .tuple(fields, fc.option(typed), fields, fc.boolean())
  .map(([data, text, metadata, isCaused]) =>
    withData(text ? { ...data, text } : data, isCaused ? { ...metadata, ...causes } : metadata),
  );

/** What the leaf is the hash of, but for the text. */
const bytes = ({ stream, revision, id, type, data, metadata }: RecordedEvent): string =>
  canonicalJson({ stream, revision, id, type, data, metadata });

await describeAtServer('the leaves of the log', (address) => {
  let stores: EventStore[];
  beforeAll(async () => {
    stores = await Promise.all(['sqlite::memory:', address].map((url) => openEventStore(url)));
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  /** The same events in both, as each of them gives them back. */
  async function inBoth(events: readonly NewEvent[]) {
    const stream = aStream();
    const read = stores.map(async (store) => {
      await store.append(stream, events, 'no_stream');
      return store.readStream(stream);
    });
    const [embedded, served] = await Promise.all(read);
    return { stream, embedded: embedded!, served: served! };
  }

  async function expectSame(events: readonly NewEvent[]) {
    const { stream, embedded, served } = await inBoth(events);
    expect(served.map(bytes)).toEqual(embedded.map(bytes));
    const leaves = events.map((event, revision) => leafHash({ ...event, stream, revision }));
    expect(embedded.map(leafHash)).toEqual(leaves);
    expect(served.map(leafHash)).toEqual(leaves);
    return served;
  }

  it('are those of the embedded log for every type of event', async () => {
    expect(await expectSame(ofEveryType)).toHaveLength(filesThere().length);
  });

  it('are those of the embedded log for every content', async () => {
    const several = fc.array(anyEvent, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(several, async (events) => void (await expectSame(events))),
      { numRuns: 30 },
    );
  });

  it('stay in both when a text is taken out', async () => {
    const event = withData({ n: 1, text: { note: 'Müller & Söhne' } }, causes);
    const before = (await expectSame([event])).map(leafHash);
    await Promise.all(stores.map((store) => store.takeTextsOut([event.id])));
    const [one, other] = await Promise.all(
      stores.map(async (store) => {
        const all = await store.readAll(null, Number.MAX_SAFE_INTEGER);
        return all.filter(({ id }) => id === event.id);
      }),
    );
    expect(other!.map(bytes)).toEqual(one!.map(bytes));
    expect(other!.map(leafHash)).toEqual(before);
    expect(bytes(other![0]!)).not.toContain('Müller');
  });
});
