import fc from 'fast-check';
import { judgeProof } from './judge-proof.js';
import type { Leafed } from './leaf.js';
import { inclusionProof, TreeEdge } from './merkle/tree.js';
import { leafHash, nodeSha256, nodeVerifyEd25519, withoutText } from './node.js';
import { writeCheckpoint } from './note/checkpoint.js';
import { writeTlogProof } from './note/tlog-proof.js';
import { SigningKey } from './signing/signing-key.js';

const tools = { sha256: nodeSha256, verify: nodeVerifyEd25519 };
const keyOf = (name: string, seed: string) => new SigningKey(name, nodeSha256(Buffer.from(seed)));
const key = keyOf('klimaspur/log', 'ours');

const eventOf = (n: number): Leafed => ({
  stream: 'measure-01985b00-0000-7000-8000-000000000001',
  revision: n,
  id: `01985b00-1234-8abc-8def-${String(n).padStart(12, '0')}`,
  type: 'MeasureDeliberated',
  data: { outcome: 'DEFERRED', text: { note: `Vertagt, zum ${n}. Mal` } },
  metadata: { occurredOn: '2026-02-01', salt: String(n).padStart(32, '0'), schemaVersion: 1 },
});

const SIZE = 11;
const nodes = new Map<string, Uint8Array>();
const edge = TreeEdge.ofEmptyLog(nodeSha256);
for (let n = 0; n < SIZE; n += 1) {
  for (const { level, index, hash } of edge.append(Buffer.from(leafHash(eventOf(n)), 'hex'))) {
    nodes.set(`${level}/${index}`, hash);
  }
}
const read = (level: number, index: number) => nodes.get(`${level}/${index}`)!;
const noteBy = (
  signer: SigningKey,
  { size = SIZE, origin = signer.public.name, root = edge.root() } = {},
) => signer.sign(writeCheckpoint({ origin, size, root, extensions: [] }));
const pathOf = (index: number) => inclusionProof(nodeSha256, { index, size: SIZE }, read);

const proofFile = (index: number, change: object = {}) => ({
  event: eventOf(index),
  key: key.verifier,
  origin: key.public.name,
  proof: writeTlogProof({ index, path: pathOf(index), checkpoint: noteBy(key) }),
  ...change,
});
const judge = (file: unknown, known = {}) => judgeProof(tools, JSON.stringify(file), known);
const faultOf = async (file: unknown, known = {}) => {
  const judged = await judge(file, known);
  return judged.ok ? undefined : judged.fault;
};

describe('a proof of one entry', () => {
  it('holds for every entry, at its place, under the known key', async () => {
    for (let index = 0; index < SIZE; index += 1) {
      expect(await judge(proofFile(index), { key: key.verifier })).toMatchObject({
        ok: true,
        index,
        size: SIZE,
        event: eventOf(index),
        isKeyUnknown: false,
      });
    }
  });

  it('holds without the text, and for the leaf alone', async () => {
    expect(await judge(proofFile(3, { event: withoutText(eventOf(3)) }))).toMatchObject({
      ok: true,
    });
    const bare = { ...proofFile(3), event: undefined, leaf: leafHash(eventOf(3)) };
    expect(await judge(bare)).toMatchObject({ ok: true, event: undefined, isKeyUnknown: true });
  });

  it.each<[string, () => object, string]>([
    [
      'a changed text',
      () => ({ event: { ...eventOf(3), data: { text: { note: 'Beschlossen' } } } }),
      'not-included',
    ],
    ['another entry', () => ({ event: eventOf(4) }), 'not-included'],
    ['a text without its salt', () => ({ event: { ...eventOf(3), metadata: {} } }), 'no-leaf'],
    ['an entry that is none', () => ({ event: 7 }), 'no-leaf'],
    [
      'the path of another entry',
      () => ({ proof: proofFile(2).proof.replace('index 2', 'index 3') }),
      'not-included',
    ],
    [
      'a shorter path',
      () => ({
        proof: writeTlogProof({ index: 3, path: pathOf(3).slice(1), checkpoint: noteBy(key) }),
      }),
      'path-length',
    ],
    [
      'a place behind the end',
      () => ({ proof: writeTlogProof({ index: SIZE, path: pathOf(3), checkpoint: noteBy(key) }) }),
      'path-length',
    ],
    [
      'the signature of another key',
      () => ({
        proof: writeTlogProof({
          index: 3,
          path: pathOf(3),
          checkpoint: noteBy(keyOf('klimaspur/log', 'theirs')),
        }),
      }),
      'forged',
    ],
    [
      'a checkpoint of another log',
      () => ({
        proof: writeTlogProof({
          index: 3,
          path: pathOf(3),
          checkpoint: noteBy(key, { origin: 'klimaspur/other' }),
        }),
      }),
      'other-log',
    ],
    ['a key that is none', () => ({ key: 'x+1+y' }), 'unreadable'],
    ['a proof that is none', () => ({ proof: 'c2sp.org/tlog-proof@v1' }), 'unreadable'],
    ['no proof', () => ({ proof: undefined }), 'no-proof'],
    ['no entry', () => ({ event: undefined }), 'no-proof'],
  ])('refuses %s', async (_what, change, fault) => {
    expect(await faultOf(proofFile(3, change()))).toBe(fault);
  });

  it('refuses what is no JSON, or no object', async () => {
    expect(await judgeProof(tools, '{"event":')).toEqual({ ok: false, fault: 'no-json' });
    expect(await faultOf([])).toBe('no-proof');
    expect(await faultOf(null)).toBe('no-proof');
  });

  it('refuses a key other than the known one, and a log that signed two things', async () => {
    const theirs = keyOf('klimaspur/log', 'theirs');
    const signed = { index: 3, path: pathOf(3), checkpoint: noteBy(theirs) };
    const forged = proofFile(3, { key: theirs.verifier, proof: writeTlogProof(signed) });
    expect(await faultOf(forged)).toBeUndefined();
    expect(await faultOf(forged, { key: key.verifier })).toBe('other-key');
    const other = noteBy(key, { root: nodeSha256(Buffer.from('another history')) });
    expect(await faultOf(proofFile(3), { checkpoint: other })).toBe('contradicts');
    expect(await faultOf(proofFile(3), { checkpoint: noteBy(key) })).toBeUndefined();
  });

  it('refuses whatever was changed in it, wherever', async () => {
    const whole = JSON.stringify(proofFile(6));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 127 }),
        async (at, flip) => {
          const char = String.fromCharCode(whole.charCodeAt(at) ^ flip);
          const changed = whole.slice(0, at) + char + whole.slice(at + 1);
          const judged = await judgeProof(tools, changed, { key: key.verifier });
          // What is not part of the proof may change: the origin that stands beside it, and names nobody asked for.
          if (judged.ok) expect(judged.event).toEqual(eventOf(6));
        },
      ),
      { seed: 6962, numRuns: 500 },
    );
  });
});
