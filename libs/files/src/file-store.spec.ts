import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import sharp from 'sharp';
import { FileStore } from './file-store.js';

let folder: string;
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-files-'));
  store = new FileStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const paper = Buffer.from('%PDF-1.7 %%EOF');
const hash = createHash('sha256').update(paper).digest('hex');
const all = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

describe('the files', () => {
  it('lie under the hash of their bytes, as sha256sum says it, for the eyes of their owner', async () => {
    expect(await store.keep(paper)).toBe(hash);
    expect(all()).toEqual([join('files', hash.slice(0, 2), hash)]);
    expect(readFileSync(join(folder, all()[0]!))).toEqual(paper);
    expect(statSync(join(folder, all()[0]!)).mode & 0o777).toBe(0o600);
    expect(await store.read(hash)).toEqual(paper);
    expect(await store.has(hash)).toBe(true);
  });

  it('are one where the same comes twice, even at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => store.keep(paper)));
    expect(all()).toHaveLength(1);
  });

  it.each(['', 'abc', `../../${'a'.repeat(58)}`, `${'a'.repeat(63)}/`, 'A'.repeat(64)])(
    'are never looked for by the name %j',
    async (name) => {
      writeFileSync(join(folder, 'secret'), 'x');
      expect(await store.read(name)).toBeUndefined();
      expect(await store.has(name)).toBe(false);
      expect(await store.preview(name)).toBeUndefined();
      await store.erase(name);
      expect(all()).toEqual(['secret']);
    },
  );

  it('are gone when they are erased, with their preview', async () => {
    const red = { r: 200, g: 10, b: 10 };
    const large = sharp({ create: { width: 900, height: 600, channels: 3, background: red } });
    const sha256 = await store.keep(await large.jpeg().toBuffer());
    const { format, width, height } = await sharp((await store.preview(sha256))!).metadata();
    expect([format, width, height]).toEqual(['webp', 320, 213]);
    expect(all()).toHaveLength(2);
    await store.erase(sha256);
    expect(all()).toEqual([]);
    expect(await store.preview(sha256)).toBeUndefined();
  });

  it('leave nothing behind where they cannot be kept', async () => {
    // A folder stands where the file should go.
    mkdirSync(join(folder, 'files', hash.slice(0, 2), hash, 'occupied'), { recursive: true });
    jest.spyOn(store, 'has').mockResolvedValue(false);
    await expect(store.keep(paper)).rejects.toMatchObject({ syscall: 'rename' });
    expect(all()).toEqual([]);
  });

  it('that a killed process left on their way are removed later', async () => {
    await store.keep(paper);
    const left = join(folder, 'files', hash.slice(0, 2), '.coming-1');
    writeFileSync(left, 'half');
    await store.tidy(Date.now() - 60_000);
    expect(all()).toHaveLength(2);
    utimesSync(left, 1, 1);
    await store.tidy(Date.now() - 60_000);
    expect(all()).toEqual([join('files', hash.slice(0, 2), hash)]);
  });
});
