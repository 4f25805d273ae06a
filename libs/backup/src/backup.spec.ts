import { createHash, randomUUID } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { SqliteVault } from '@klimaspur/vault';
import fc from 'fast-check';
import { packTar } from 'modern-tar';
import { makeBackup } from './make-backup.js';
import { hashLine, type Manifest, MANIFEST, MANIFEST_HASH } from './manifest.js';
import { manifestText } from './proven-manifest.js';
import { readBackup } from './read-backup.js';
import { BackupRefused } from './refused.js';
import { restoreBackup, tryRestore } from './restore.js';

const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 60) };
const now = new Date('2026-11-24T02:15:00.000Z');
const photo = 'a'.repeat(64);

let folder: string;
let data: string;
let store: EventStore;
let vault: SqliteVault;

const at = (...names: string[]) => join(folder, ...names);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-backup-'));
  data = at('data');
  store = await openEventStore(`sqlite:${data}`);
  vault = SqliteVault.open(join(data, 'vault.db'));
  await store.append(aStream('municipality'), [anEvent(), anEvent()], 'no_stream');
  await vault.keepPerson({ id: randomUUID(), label: 'AG Klima', createdAt: 0 });
  writeFileSync(join(data, 'token'), 'secret\n');
  mkdirSync(join(data, 'files', 'aa'), { recursive: true });
  writeFileSync(join(data, 'files', 'aa', photo), 'JPEG');
  writeFileSync(join(data, 'files', '.coming'), 'half of a');
});
afterEach(async () => {
  await store.close();
  await vault.close();
  rmSync(folder, { recursive: true });
});

const sources = () => ({
  log: join(data, 'log.db'),
  vault: join(data, 'vault.db'),
  folder: data,
});

const backUp = async (file = at('backup.tar')): Promise<string> => {
  const options = { staging: join(data, 'backup.tmp'), app: '1.0.0', now };
  const { stream, cleared } = await makeBackup(sources(), options);
  await pipeline(stream, createWriteStream(file));
  await cleared;
  return file;
};

/** Paths and contents of everything below a folder. */
const contentOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => [name, readFileSync(join(path, name)).toString('base64')]),
  );

describe('a backup', () => {
  it('comes back as the folder it was made from', async () => {
    const position = await store.lastPosition();
    const manifest = await restoreBackup(await backUp(), at('new'));
    expect(manifest).toMatchObject({
      format: 1,
      app: '1.0.0',
      madeAt: now.toISOString(),
      logId: store.logId,
      position,
      events: 2,
      towns: 1,
      lastRecordedAt: null,
    });
    expect(manifest.parts.map(({ name }) => name)).toEqual([
      'log.db',
      'vault.db',
      'token',
      `files/aa/${photo}`,
    ]);
    const restored = await openEventStore(`sqlite:${at('new')}`);
    expect(restored.logId).toBe(store.logId);
    expect(await restored.readAll(null, 9)).toEqual(await store.readAll(null, 9));
    await restored.close();
    expect(readFileSync(at('new', 'token'), 'utf8')).toBe('secret\n');
    expect(readFileSync(at('new', 'files', 'aa', photo), 'utf8')).toBe('JPEG');
    expect(readdirSync(at('new')).sort()).toEqual([
      'files',
      'lock.db',
      'log.db',
      'token',
      'vault.db',
    ]);
  });

  it('is for the eyes of the owner only, and leaves nothing else behind', async () => {
    await restoreBackup(await backUp(), at('new'));
    for (const name of ['log.db', 'vault.db', 'token', `files/aa/${photo}`]) {
      expect([name, statSync(at('new', name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    expect(statSync(at('new')).mode & 0o777).toBe(0o700);
    expect(readdirSync(data)).not.toContain('backup.tmp');
  });

  it.each([
    ['texts that were taken out', 'redactions.jsonl'],
    ['persons who were erased', 'erasures.jsonl'],
  ])('brings the list of %s, and loses none of one that lies there', async (_what, name) => {
    const list = (folder: string) => join(folder, name);
    writeFileSync(list(data), '{"done":"a"}\n');
    const file = await backUp();
    writeFileSync(list(data), '{"done":"a"}\n{"done":"b"}\n');
    expect(await restoreBackup(file, at('new'))).toMatchObject({ format: 2 });
    expect(readFileSync(list(at('new')), 'utf8')).toBe('{"done":"a"}\n');
    mkdirSync(at('kept'));
    writeFileSync(list(at('kept')), readFileSync(list(data)));
    await restoreBackup(file, at('kept'));
    expect(readFileSync(list(at('kept')), 'utf8')).toBe('{"done":"a"}\n{"done":"b"}\n');
  });

  it('can be made of an empty log, without token and files', async () => {
    await store.close();
    for (const name of ['log.db', 'token', 'files']) rmSync(join(data, name), { recursive: true });
    store = await openEventStore(`sqlite:${data}`);
    const manifest = await restoreBackup(await backUp(), at('new'));
    expect(manifest).toMatchObject({ position: null, events: 0, towns: 0 });
    expect(manifest.parts).toHaveLength(2);
  });

  it('shows log and vault at one moment, however much is written meanwhile', async () => {
    const bulk = 'x'.repeat(900_000);
    for (let n = 0; n < 30; n++) {
      await store.append(aStream(), [anEvent({ bulk })], 'no_stream');
      await vault.keepPerson({ id: randomUUID(), label: bulk, createdAt: 0 });
    }
    let stopped = false;
    // In each round one person is known before the log names them, one only afterwards.
    const writing = (async () => {
      for (let rounds = 0; ; rounds++) {
        const [early, late] = [randomUUID(), randomUUID()];
        await vault.keepPerson({ id: early, label: 'früh', createdAt: 0 });
        await store.append(aStream('person'), [anEvent({ early, late })], 'no_stream');
        await vault.keepPerson({ id: late, label: 'spät', createdAt: 0 });
        await new Promise(setImmediate);
        if (stopped) return rounds;
      }
    })();
    const file = await backUp();
    const before = await store.lastPosition();
    stopped = true;
    expect(await writing).toBeGreaterThan(20);
    const { position } = await restoreBackup(file, at('new'));
    expect(position! < before!).toBe(true);

    const named = async (key: string, of: EventStore, after: string | null) =>
      (await of.readAll(after, 1e6)).flatMap((event) => (event.data[key] as string) ?? []);
    const restored = await openEventStore(`sqlite:${at('new')}`);
    const kept = SqliteVault.open(at('new', 'vault.db'));
    const early = await named('early', restored, null);
    expect((await kept.labels(early)).size).toBe(early.length);
    const late = await named('late', restored, null);
    expect((await kept.labels(late)).size).toBeGreaterThanOrEqual(late.length - 1);
    const notYet = await named('late', store, position);
    expect(notYet.length).toBeGreaterThan(5);
    expect((await kept.labels(notYet)).size).toBe(0);
    await restored.close();
    await kept.close();
  });

  it('is not made where there is no room for it, and says which call failed', async () => {
    const options = { staging: join(data, 'token', 'backup.tmp'), app: '1.0.0', now };
    await expect(makeBackup(sources(), options)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('leaves no copy behind when nobody wants it any more', async () => {
    const staging = join(data, 'backup.tmp');
    const { stream, cleared } = await makeBackup(sources(), { staging, app: '1.0.0', now });
    expect(existsSync(staging)).toBe(true);
    stream.destroy();
    await cleared;
    expect(existsSync(staging)).toBe(false);
  });
});

describe('a restore', () => {
  let file: string;
  let before: string[];
  beforeEach(async () => {
    file = await backUp();
    before = readdirSync(folder);
  });

  const refusedFor = async (words: RegExp) => {
    const error: unknown = await restoreBackup(file, at('new')).catch(
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(BackupRefused);
    expect((error as Error).message).toMatch(words);
    expect(readdirSync(folder)).toEqual(before);
  };

  it('can be tried without changing anything', async () => {
    expect(await tryRestore(file)).toEqual(await readBackup(file));
    expect(readdirSync(folder)).toEqual(before);
  });

  it('goes into an empty folder that is there already, also after a try that was cut off', async () => {
    mkdirSync(at('new', 'restore.tmp'), { recursive: true });
    writeFileSync(at('new', 'restore.tmp', 'log.db'), 'half');
    await restoreBackup(file, at('new'));
    expect(readdirSync(at('new'))).not.toContain('restore.tmp');
  });

  it('never goes over what is there, and says what to do', async () => {
    await store.close();
    const content = contentOf(data);
    const used = restoreBackup(file, data);
    await expect(used).rejects.toThrow(
      /holds .* and \d+ more\. Nothing is overwritten.*--data DIR/,
    );
    expect(contentOf(data)).toEqual(content);
  });

  it('leaves an empty folder empty when it fails', async () => {
    mkdirSync(at('new'));
    truncateSync(file, 5_000);
    await expect(restoreBackup(file, at('new'))).rejects.toThrow(BackupRefused);
    expect(readdirSync(at('new'))).toEqual([]);
  });

  it('says so when the folder cannot be made', async () => {
    writeFileSync(at('occupied'), '');
    await expect(restoreBackup(file, at('occupied', 'new'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });

  it('refuses a file that was cut off, wherever', async () => {
    const whole = readFileSync(file);
    const { size } = statSync(file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 513, max: size - 1_024 - 1 }), async (length) => {
        writeFileSync(file, whole.subarray(0, length));
        await expect(restoreBackup(file, at('new'))).rejects.toThrow(/^ends too early/);
        expect(existsSync(at('new'))).toBe(false);
      }),
      runs,
    );
  });

  it('refuses a file with one byte changed, or the change did not matter', async () => {
    const whole = readFileSync(file);
    await restoreBackup(file, at('right'));
    const right = contentOf(at('right'));
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (n, bits) => {
          const changed = Buffer.from(whole);
          changed[n]! ^= bits;
          writeFileSync(file, changed);
          try {
            await restoreBackup(file, at('new'));
            expect(contentOf(at('new'))).toEqual(right);
          } catch (error) {
            expect(error).toBeInstanceOf(BackupRefused);
            refused++;
          } finally {
            rmSync(at('new'), { recursive: true, force: true });
          }
        },
      ),
      runs,
    );
    expect(refused).toBeGreaterThan(runs.numRuns / 2);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /is no backup of Klimaspur|ends too early/],
    ['a picture', Buffer.from('89504e470d0a1a0a'.repeat(200), 'hex'), /is no backup of Klimaspur/],
    ['a text', 'Fernwärme '.repeat(500), /is no backup of Klimaspur/],
  ])('refuses %s', async (_what, content, words) => {
    writeFileSync(file, content);
    await refusedFor(words);
  });

  it('refuses the tar file of somebody else', async () => {
    writeFileSync(file, await packTar([{ header: { name: 'readme.txt', size: 2 }, body: 'hi' }]));
    await refusedFor(/does not begin with a manifest/);
  });
});

describe('a forged backup', () => {
  const content = 'evil';
  const part = (name: string) => ({
    name,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  const entry = (name: string, more: object = {}) => ({
    header: { name, size: content.length, ...more },
    body: content,
  });

  const forge = async (entries: ReturnType<typeof entry>[], change: Partial<Manifest> = {}) => {
    const manifest = {
      ...(await readBackup(await backUp())),
      parts: [part('log.db'), part('vault.db')],
      ...change,
    };
    const text = manifestText(manifest);
    const line = hashLine(createHash('sha256').update(text).digest('hex'));
    const tar = await packTar([
      { header: { name: MANIFEST, size: Buffer.byteLength(text) }, body: text },
      { header: { name: MANIFEST_HASH, size: line.length }, body: line },
      ...entries,
    ]);
    writeFileSync(at('forged.tar'), tar);
    return restoreBackup(at('forged.tar'), at('new'));
  };
  const two = [entry('log.db'), entry('vault.db')];

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['a newer format', () => forge(two, { format: 3 }), /newer Klimaspur.*Update first/],
    [
      'a way out of the folder',
      () =>
        forge([...two, entry('files/../../x')], {
          parts: [part('log.db'), part('vault.db'), part('files/../../x')],
        }),
      /manifest that is none/,
    ],
    [
      'no vault',
      () => forge([entry('log.db')], { parts: [part('log.db')] }),
      /manifest that is none/,
    ],
    [
      'a part twice',
      () => forge(two, { parts: [part('log.db'), ...['vault.db', 'vault.db'].map(part)] }),
      /none/,
    ],
    [
      'a part that is none',
      () => forge(two, { parts: [part('log.db'), part('vault.db'), null as never] }),
      /none/,
    ],
    ['a part under another name', () => forge([entry('log.db'), entry('views.db')]), /vault\.db/],
    [
      'a link',
      () =>
        forge([
          entry('log.db'),
          { ...entry('vault.db', { type: 'symlink', linkname: '/etc/passwd' }), body: '' },
        ]),
      /damaged: vault\.db/,
    ],
    ['more than its manifest names', () => forge([...two, entry('server.json')]), /what follows/],
    ['a log that is none', () => forge(two), /log\.db that SQLite finds broken/],
  ])('with %s is refused', async (_what, forged, words) => {
    await expect(forged()).rejects.toThrow(words);
    await expect(forged()).rejects.toThrow(BackupRefused);
    expect(existsSync(at('new'))).toBe(false);
    expect(existsSync(at('x'))).toBe(false);
  });

  it('with another log than the manifest says is refused', async () => {
    const manifest = await readBackup(await backUp());
    const parts = manifest.parts.slice(0, 2);
    const folderOfParts = at('parts');
    await restoreBackup(at('backup.tar'), folderOfParts);
    const bodies = parts.map(({ name, bytes }) => ({
      header: { name, size: bytes },
      body: readFileSync(join(folderOfParts, name)) as unknown as string,
    }));
    await expect(forge(bodies as never, { parts, events: 7 })).rejects.toThrow(
      /says of its log events = 7, but it is 2/,
    );
  });
});
