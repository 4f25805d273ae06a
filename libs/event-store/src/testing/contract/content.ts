import { canonicalJson, type JsonObject } from '../../canonical.js';
import { AppendTooLarge } from '../../errors.js';
import type { EventStore } from '../../event-store.js';
import { NotStorable } from '../../log-error.js';
import { APPEND_LIMIT } from '../../stored-form.js';
import { anEvent, aStream } from '../samples.js';

const texts = {
  umlauts: 'Wärmeplanung für Rüsselsheim – „geprüft“',
  emoji: '🌍👩‍👩‍👧‍👦🏳️‍🌈',
  scripts: 'Ελληνικά العربية 中文 हिन्दी ไทย',
  decomposed: 'u\u0308 stays as it is',
  controls: '\u0000\u0001\b\t\n\f\r\u001f\u007f\u0085\u2028\u2029\ufeff\uffff',
  syntax: '"\\/{}[]:,null\'; DROP TABLE events; --',
};

/** `data` whose canonical text, with metadata `{}`, has exactly so many bytes. */
const dataOf = (bytes: number): JsonObject => ({
  text: 'x'.repeat(bytes - '{"text":""}{}'.length),
});

export function keepsContent(store: () => EventStore): void {
  const roundTrip = async (data: JsonObject): Promise<JsonObject> => {
    const stream = aStream();
    await store().append(stream, [{ ...anEvent(data), metadata: data }], 'no_stream');
    const [event] = await store().readStream(stream);
    expect(canonicalJson(event!.metadata)).toBe(canonicalJson(data));
    return event!.data;
  };

  it.each(Object.entries(texts))('brings %s back byte for byte', async (_name, text) => {
    const data = { text, list: [text, { text }] };
    expect(canonicalJson(await roundTrip(data))).toBe(canonicalJson(data));
  });

  it('brings back odd keys, numbers and emptiness', async () => {
    const data: JsonObject = {
      '': 0,
      '10': 1,
      '9': 2,
      ['__proto__']: { deep: [] },
      numbers: [0, -1, 0.1, 1e-7, 1.5e-300, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
      empty: [null, true, false, '', [], {}],
    };
    expect(canonicalJson(await roundTrip(data))).toBe(canonicalJson(data));
  });

  it('brings a payload of 990,000 bytes back byte for byte', async () => {
    const data = { text: 'ü€😀"'.repeat(90_000).slice(0, 350_000) };
    const filler = 990_000 - Buffer.byteLength(canonicalJson(data)) - '{},"more":""'.length;
    const full: JsonObject = { ...data, more: 'y'.repeat(filler) };
    const stream = aStream();
    await store().append(stream, [{ ...anEvent(full), metadata: {} }], 'no_stream');
    const [event] = await store().readStream(stream);
    expect(Buffer.byteLength(canonicalJson(event!.data))).toBe(990_000 - '{}'.length);
    expect(canonicalJson(event!.data)).toBe(canonicalJson(full));
  });

  it('takes what is just within the limit and refuses one byte more', async () => {
    const stream = aStream();
    const append = (bytes: number, expected: 'no_stream' | 'stream_exists') =>
      store().append(stream, [{ ...anEvent(dataOf(bytes)), metadata: {} }], expected);
    await append(APPEND_LIMIT, 'no_stream');
    const tooLarge = append(APPEND_LIMIT + 1, 'stream_exists');
    await expect(tooLarge).rejects.toThrow(AppendTooLarge);
    await expect(tooLarge).rejects.toMatchObject({ code: 'log/append-too-large' });
    expect(await store().readStream(stream)).toHaveLength(1);
  });

  it('counts all events of an append together', async () => {
    const stream = aStream();
    const events = Array.from({ length: 11 }, () => anEvent(dataOf(100_000)));
    await expect(store().append(stream, events, 'no_stream')).rejects.toThrow(AppendTooLarge);
    expect(await store().readStream(stream)).toEqual([]);
  });

  it.each([
    ['a lone surrogate', { text: 'half \ud83d' }],
    ['a lone surrogate in a key', { ['\udc00']: 1 }],
    ['not a number', { n: NaN }],
    ['infinity', { n: Infinity }],
    ['an integer that would be rounded', { n: 2 ** 53 }],
    ['a hole', { list: [undefined] }],
    ['a date', { at: new Date(0) }],
    ['a function', { f: () => 1 }],
    ['a bigint', { n: 1n }],
    ['a list instead of an object', []],
    ['nothing', null],
  ])('refuses %s as data and as metadata', async (_name, value) => {
    const bad = value as unknown as JsonObject;
    const stream = aStream();
    for (const event of [
      { ...anEvent(), data: bad },
      { ...anEvent(), metadata: bad },
    ]) {
      await expect(store().append(stream, [event], 'no_stream')).rejects.toThrow(NotStorable);
    }
    expect(await store().readStream(stream)).toEqual([]);
  });

  it.each(['', '$all', '$ce-measure', 'measure', 'measure-1', `Measure-${aStream().slice(8)}`])(
    'refuses %j as a stream',
    async (stream) => {
      await expect(store().append(stream, [anEvent()], 'no_stream')).rejects.toThrow(NotStorable);
      await expect(store().readStream(stream)).rejects.toThrow(NotStorable);
    },
  );

  it.each([
    ['no events', []],
    ['an id that is no UUID', [{ ...anEvent(), id: 'one' }]],
    ['an upper-case id', [{ ...anEvent(), id: anEvent().id.toUpperCase() }]],
    ['no type', [anEvent({}, '')]],
    ['a type with a quote', [anEvent({}, 'Measure"Checked')]],
    ['a system type', [anEvent({}, '$metadata')]],
  ])('refuses %s', async (_name, events) => {
    await expect(store().append(aStream(), events, 'no_stream')).rejects.toThrow(NotStorable);
  });

  it('does not see what the caller changes after the call', async () => {
    const stream = aStream();
    const data = { n: 1 };
    const appended = store().append(stream, [anEvent(data)], 'no_stream');
    data.n = 2;
    await appended;
    expect((await store().readStream(stream))[0]!.data).toEqual({ n: 1 });
  });
}
