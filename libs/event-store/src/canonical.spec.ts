import * as fc from 'fast-check';
import { canonicalJson, normalize } from './canonical.js';
import { NotStorable } from './log-error.js';

const wellFormed = fc.string({ unit: 'binary' });
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n)),
);
const leaf = fc.oneof(fc.constant(null), fc.boolean(), number, wellFormed);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(wellFormed, tie('json'), { maxKeys: 5, noNullPrototype: false }),
  ),
}));

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, field]) => [key, reversed(field)])
      .toReversed(),
  );
};

describe('canonical JSON', () => {
  it('is the text that RFC 8785 gives for its own example', () => {
    const value = {
      numbers: [333333333.3333333, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders keys by UTF-16 code units, as the RFC does in its example', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(Object.keys(JSON.parse(text) as object)).toHaveLength(7);
    expect([...text.matchAll(/"((?:[^"\\]|\\.)*)":/gu)].map(([, key]) => key)).toEqual([
      '\\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  it('says the same as the value it was made from', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is one text, whatever the order of keys and however often it was read and written', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('takes a key without a value for a key that is not there', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('has one zero', () => {
    expect(canonicalJson([-0, 0])).toBe('[0,0]');
  });

  it('refuses every text with half a character, wherever it stands', () => {
    const broken = fc.string({ unit: 'binary' }).map((text) => `${text}\ud800`);
    fc.assert(
      fc.property(broken, (text) => {
        expect(() => canonicalJson({ text })).toThrow(NotStorable);
        expect(() => canonicalJson({ [text]: 1 })).toThrow(NotStorable);
        expect(() => canonicalJson([[text]])).toThrow(NotStorable);
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e21])('refuses the number %s', (n) => {
    expect(() => canonicalJson({ n })).toThrow(NotStorable);
  });

  it.each([
    undefined,
    [undefined],
    Array.from({ length: 1 }),
    new Date(0),
    new Map(),
    () => 1,
    Symbol('x'),
    1n,
  ])('refuses what is not JSON: %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(NotStorable);
  });

  it('refuses what is nested without end instead of failing on it', () => {
    let deep: unknown = 1;
    for (let n = 0; n < 100_000; n++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow(NotStorable);
  });
});

describe('text at the door', () => {
  it('has one spelling for what looks the same, in values and keys', () => {
    expect(normalize({ 'u\u0308': ['Wa\u0308rme', 1, null] })).toEqual({ ü: ['Wärme', 1, null] });
  });

  it('stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        const once = normalize(value);
        expect(normalize(once)).toEqual(once);
      }),
    );
  });

  it('refuses two keys that would become one', () => {
    expect(() => normalize({ ü: 1, 'u\u0308': 2 })).toThrow(NotStorable);
  });

  it('does not mistake a key for the prototype', () => {
    const hostile = JSON.parse('{"__proto__":{"admin":true}}') as object;
    expect(canonicalJson(normalize(hostile))).toBe('{"__proto__":{"admin":true}}');
  });
});
