import { createHash } from 'node:crypto';
import { type JsonObject, withoutText as asTheLogDoes } from '@klimaspur/event-store';
import * as fc from 'fast-check';
import { type Leafed, NotALeaf } from './leaf.js';
import { leafHash, withoutText } from './node.js';

const salt = '000102030405060708090a0b0c0d0e0f';
const recorded: Leafed = {
  stream: 'measure-01985b00-0000-7000-8000-000000000001',
  revision: 3,
  id: '01985b00-1234-8abc-8def-0123456789ab',
  type: 'MeasureDeliberated',
  data: { outcome: 'DEFERRED', text: { note: 'Vertagt auf März' } },
  metadata: { occurredOn: '2026-02-01', salt, schemaVersion: 1 },
};
const edited = (change: Partial<Leafed>): Leafed => ({ ...recorded, ...change });

describe('the leaf of an event', () => {
  it('is the SHA-256 that anyone can compute by hand', () => {
    const committed = createHash('sha256')
      .update(Buffer.from(salt, 'hex'))
      .update('{"note":"Vertagt auf März"}')
      .digest('hex');
    const text =
      `{"data":{"outcome":"DEFERRED","text":{"#":"${committed}"}},` +
      '"id":"01985b00-1234-8abc-8def-0123456789ab",' +
      '"metadata":{"occurredOn":"2026-02-01","schemaVersion":1},"revision":3,' +
      '"stream":"measure-01985b00-0000-7000-8000-000000000001","type":"MeasureDeliberated"}';
    const bytes = Buffer.concat([Buffer.of(0), Buffer.from(text)]);
    expect(leafHash(recorded)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('does not depend on where in a log the event lies', () => {
    const placed = { ...recorded, position: '0000000000000007' };
    expect(leafHash(placed)).toBe(leafHash(recorded));
  });

  it('changes with everything else', () => {
    const changes: Partial<Leafed>[] = [
      { stream: 'measure-01985b00-0000-7000-8000-000000000002' },
      { revision: 4 },
      { id: '01985b00-1234-8abc-8def-0123456789ac' },
      { type: 'MeasureChecked' },
      { data: { ...recorded.data, outcome: 'REFERRED' } },
      { data: { ...recorded.data, text: { note: 'Vertagt auf Mai' } } },
      { metadata: { ...recorded.metadata, occurredOn: null } },
      { metadata: { ...recorded.metadata, salt: salt.replace('0f', '10') } },
    ];
    const leaves = [recorded, ...changes.map(edited)].map(leafHash);
    expect(new Set(leaves).size).toBe(leaves.length);
  });

  it('stays when text and salt are taken out together', () => {
    const rest = withoutText(recorded);
    expect(JSON.stringify(rest)).not.toContain('Vertagt');
    expect(JSON.stringify(rest)).not.toContain(salt);
    expect(leafHash(rest)).toBe(leafHash(recorded));
    expect(withoutText(rest)).toBe(rest);
  });

  it('stays for every text, every salt and whatever stands beside them', () => {
    const words = fc.string({ unit: 'grapheme' });
    const text = fc.dictionary(
      words.filter((key) => key !== '#'),
      fc.oneof(words, fc.array(words), fc.dictionary(words, words)),
    );
    const beside = fc.dictionary(
      words.filter((key) => key !== 'text'),
      fc.oneof(words, fc.maxSafeInteger(), fc.boolean()),
    );
    const salts = fc
      .uint8Array({ minLength: 16, maxLength: 16 })
      .map((bytes) => Buffer.from(bytes).toString('hex'));
    fc.assert(
      fc.property(text, beside, salts, (typed, terms, own) => {
        const event = edited({
          data: { ...terms, text: typed },
          metadata: { occurredOn: null, salt: own },
        });
        const stored = JSON.parse(JSON.stringify(withoutText(event))) as Leafed;
        expect(stored.metadata).not.toHaveProperty('salt');
        expect(leafHash(stored)).toBe(leafHash(event));
        expect(asTheLogDoes(event)).toEqual(withoutText(event));
      }),
    );
  });

  it('exists for an event in which nobody typed anything', () => {
    const silent = edited({ data: { outcome: 'DEFERRED' }, metadata: { schemaVersion: 1 } });
    expect(leafHash(silent)).toMatch(/^[0-9a-f]{64}$/);
    expect(withoutText(silent)).toBe(silent);
  });

  const impossible: [string, JsonObject, JsonObject][] = [
    ['typed text with the reserved key', { text: { '#': 'a'.repeat(64) } }, { salt }],
    ['the reserved key beside typed text', { text: { '#': 'x', note: 'y' } }, { salt }],
    ['text without a salt', { text: { note: 'open' } }, {}],
    ['a commitment with something beside it', { text: { '#': 'a'.repeat(64), note: 'y' } }, {}],
    ['a commitment that is no hash', { text: { '#': 'abc' } }, {}],
    ['a commitment in upper case', { text: { '#': 'A'.repeat(64) } }, {}],
    ['a salt without text', {}, { salt }],
    ['a salt beside text that is no object', { text: 'bare' }, { salt }],
    ['a short salt', { text: { note: 'x' } }, { salt: salt.slice(2) }],
    ['a salt in upper case', { text: { note: 'x' } }, { salt: salt.toUpperCase() }],
    ['a salt that is null', { text: { note: 'x' } }, { salt: null }],
  ];
  it.each(impossible)('does not exist for %s', (_name, data, metadata) => {
    expect(() => leafHash(edited({ data, metadata }))).toThrow(NotALeaf);
  });
});
