import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  inclusionProof,
  type Leafed,
  leafHash,
  nodeSha256,
  SigningKey,
  toBase64,
  TreeEdge,
  withoutText,
  writeCheckpoint,
  writeTlogProof,
} from '@klimaspur/proofs';
import { checkFile, type ExportReport, type KnownElsewhere } from './check-file.js';

const key = new SigningKey('klimaspur/log', nodeSha256(Buffer.from('ours')));
const other = new SigningKey('klimaspur/log', nodeSha256(Buffer.from('theirs')));
const SIZE = 9;
const events = Array.from({ length: SIZE }, (_, n): Leafed => ({
  stream: 'measure-01985b00-0000-7000-8000-000000000001',
  revision: n,
  id: `01985b00-1234-8abc-8def-${String(n).padStart(12, '0')}`,
  type: 'MeasureDeliberated',
  data: { text: { note: `Vertagt, zum ${n}. Mal` } },
  metadata: { salt: String(n).padStart(32, '0') },
}));
const nodes = new Map<string, Uint8Array>();
const edge = TreeEdge.ofEmptyLog(nodeSha256);
for (const event of events) {
  for (const { level, index, hash } of edge.append(Buffer.from(leafHash(event), 'hex'))) {
    nodes.set(`${level}/${index}`, hash);
  }
}
const read = (level: number, index: number) => nodes.get(`${level}/${index}`)!;
const pathOf = (index: number) => inclusionProof(nodeSha256, { index, size: SIZE }, read);
const note = key.sign(
  writeCheckpoint({ origin: 'klimaspur/log', size: SIZE, root: edge.root(), extensions: [] }),
);
const some = { checkpoint: note, key: key.verifier, complete: false };
const head = { ...some, complete: true };
const withPath = events.map((event, index) => ({
  ...event,
  leaf: { index, path: pathOf(index).map(toBase64) },
}));

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'klimaspur-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const check = (lines: readonly unknown[], known?: KnownElsewhere) => {
  const file = join(folder, 'file');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return checkFile(file, known) as Promise<ExportReport>;
};
const faults = async (lines: readonly unknown[], known?: KnownElsewhere) =>
  (await check(lines, known)).findings.map(({ fault, line }) => [fault, line]);
const lied = (event: Leafed) => ({ ...event, data: { text: { note: 'Beschlossen' } } });

describe('a file of events', () => {
  it('is proven where it holds everything', async () => {
    expect(await check([head, ...withPath])).toMatchObject({
      ok: true,
      entries: SIZE,
      complete: true,
      size: SIZE,
    });
  });

  it('is proven where it holds some, also those whose text is gone', async () => {
    const lines = [withPath[7]!, { ...withoutText(events[2]!), leaf: withPath[2]!.leaf }];
    expect(await check([some, ...lines], { key: key.verifier, checkpoint: note })).toMatchObject({
      ok: true,
      entries: 2,
      complete: false,
      partly: 0,
    });
  });

  it('says of how many entries it proves the hash alone', async () => {
    const leaf = { ...withPath[2]!.leaf, hash: leafHash(events[2]!) };
    const { ok, partly } = await check([some, { ...lied(events[2]!), leaf }]);
    expect([ok, partly]).toEqual([true, 1]);
  });

  it.each<[string, () => readonly unknown[], (string | number | undefined)[][]]>([
    [
      'a changed entry',
      () => withPath.with(4, { ...withPath[4]!, ...lied(events[4]!) }),
      [['not-included', 6]],
    ],
    ['swapped places', () => [{ ...events[4], leaf: withPath[5]!.leaf }], [['not-included', 2]]],
    ['a place twice', () => [...withPath, withPath[3]!], [['twice', SIZE + 2]]],
    ['an entry without a place', () => [withPath[0], events[1]], [['line', 3]]],
    ['a text without its salt', () => [{ ...withPath[0], metadata: {} }], [['no-leaf', 2]]],
    [
      'a place without a way to the root',
      () => [{ ...events[0], leaf: { index: 0 } }],
      [['line', 2]],
    ],
  ])('names %s', async (_what, lines, findings) => {
    expect(await faults([some, ...lines()])).toEqual(findings);
  });

  it('says that one is missing where the file should hold all', async () => {
    expect(await faults([head, ...withPath.toSpliced(6, 1)])).toEqual([['count', undefined]]);
    expect(await faults([head, ...withPath.slice(0, -1)])).toEqual([['count', undefined]]);
    expect(await check([some, ...withPath.slice(0, -1)])).toMatchObject({
      ok: true,
      complete: false,
    });
  });

  it('says where a file has no proofs at all', async () => {
    expect(await faults(events)).toEqual([['no-proofs', undefined]]);
  });

  it('believes no other key', async () => {
    expect(await faults([head, ...withPath], { key: other.verifier })).toEqual([['other-key', 1]]);
    expect(await faults([{ ...head, key: other.verifier }, ...withPath])).toEqual([['forged', 1]]);
  });
});

describe('a proof file', () => {
  it('is judged as such', async () => {
    const proof = writeTlogProof({ index: 3, path: pathOf(3), checkpoint: note });
    const file = { event: events[3], key: key.verifier, origin: 'klimaspur/log', proof };
    expect(await check([file])).toMatchObject({ kind: 'proof', ok: true, index: 3 });
    expect(await check([{ ...file, event: lied(events[3]!) }])).toMatchObject({
      kind: 'proof',
      ok: false,
      fault: 'not-included',
    });
  });
});
