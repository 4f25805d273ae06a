import {
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
import { type NewEvent, openEventStore } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn, type Ran } from '../tools/shell.js';

const NAME = /^klimaspur-[0-9a-f]{8}-\d{8}T\d{6}Z\.tar$/;
/** More than the manifest, less than the log. */
const SMALL = 65_536;
const STACK = / at .*:\d+:\d+/;

let folder: string;
let data: string;
let file: string;

const klimaspur = (...words: string[]): Promise<Ran> => klimaspurIn({ data }, ...words);
const restoreInto = (target: string, ...words: string[]) =>
  klimaspurIn({ data: target }, 'restore', file, ...words);
const here = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** Puts events into the log, each into a town of its own. */
async function tell(...events: NewEvent[]): Promise<void> {
  const store = await openEventStore(`sqlite:${data}`);
  for (const event of events) {
    const metadata = {
      ...event.metadata,
      occurredOn: null,
      recordedAt: '2026-03-01T10:00:00.000Z',
    };
    await store.append(aStream('municipality'), [{ ...event, metadata }], 'no_stream');
  }
  await store.close();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  data = join(folder, 'data');
  file = join(folder, 'backup.tar');
  const text = { name: 'Musterau', description: 'x'.repeat(2 * SMALL) };
  await tell(anEvent({ text }, 'MunicipalityFounded'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('klimaspur backup and restore', () => {
  it('say what they saved and restored, to people', async () => {
    const saved = await klimaspur('backup', file);
    expect([saved.code, saved.out]).toEqual([0, '']);
    expect(saved.err).toMatch(
      /Backed up to .*backup\.tar.*up to position 0{15}1\n.*1 event of 1 town/s,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const restored = await restoreInto(join(folder, 'new'));
    expect([restored.code, restored.out]).toEqual([0, '']);
    expect(restored.err).toMatch(/Restored into .*new from .*backup\.tar\n.*1 event of 1 town/s);
    expect(readFileSync(join(folder, 'new', 'token'))).toEqual(readFileSync(join(data, 'token')));
  });

  it('and to machines', async () => {
    const saved = await klimaspur('backup', file, '--json');
    expect([saved.code, saved.err]).toEqual([0, '']);
    const facts = JSON.parse(saved.out) as Record<string, unknown>;
    expect(facts).toMatchObject({
      file,
      bytes: statSync(file).size,
      events: 1,
      towns: 1,
      files: 0,
      removed: [],
    });
    const restored = await restoreInto(join(folder, 'new'), '--json');
    expect(JSON.parse(restored.out)).toMatchObject({
      folder: join(folder, 'new'),
      logId: facts['logId'],
      dryRun: false,
    });
  });

  it('fill a folder, and keep as many as they are told to', async () => {
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    const others = ['klimaspur-00000000-20200101T000000Z.tar', 'notes.txt'];
    for (const name of others) writeFileSync(join(backups, name), '');
    for (let n = 0; n < 3; n++) {
      const { code, out } = await klimaspur('backup', backups, '--keep', '2', '--json');
      expect(code).toBe(0);
      expect((JSON.parse(out) as { removed: string[] }).removed).toHaveLength(n === 2 ? 1 : 0);
    }
    const names = readdirSync(backups);
    expect(names.filter((name) => !others.includes(name))).toEqual([
      expect.stringMatching(NAME),
      expect.stringMatching(NAME),
    ]);
    expect(names).toEqual(expect.arrayContaining(others));
  });

  it('can be tried', async () => {
    await klimaspur('backup', file);
    const before = here();
    const { code, err } = await restoreInto(join(folder, 'new'), '--dry-run');
    expect([code, err]).toEqual([0, expect.stringContaining('Dry run: could be restored')]);
    expect(here()).toEqual(before);
  });
});

describe('a backup is refused', () => {
  it('over a file that is there', async () => {
    writeFileSync(file, 'diary');
    const { code, err } = await klimaspur('backup', file);
    expect([code, err]).toEqual([1, expect.stringContaining('is not overwritten')]);
    expect(readFileSync(file, 'utf8')).toBe('diary');
  });

  it('where there is no such folder', async () => {
    const { code, err } = await klimaspur('backup', join(folder, 'nowhere', 'backup.tar'));
    expect([code, err]).toEqual([1, expect.stringMatching(/nowhere.*cannot be written.*ENOENT/)]);
    expect(here()).not.toContain('nowhere');
  });

  it('where there is no room for it, and leaves nothing half done', async () => {
    const server = await startBuiltServer({ KLIMASPUR_DATA: data });
    const environment = { KLIMASPUR_TOKEN: token };
    const ran = await klimaspurIn({ data, environment, largestFile: SMALL }, 'backup', file);
    await server.stop();
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/There is no room left/)]);
    expect(ran.err).not.toMatch(STACK);
    expect(readdirSync(folder)).toEqual(['data']);
  });

  it('where there is no room beside the log, and leaves nothing half done', async () => {
    const bulk = { text: { bulk: 'x'.repeat(900_000) } };
    await tell(...[1, 2, 3].map(() => anEvent(bulk, 'MunicipalityDreamtOf')));
    const ran = await klimaspurIn({ data, largestFile: 1_000_000 }, 'backup', file);
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/The backup could not be made/)]);
    expect(ran.err).not.toMatch(STACK);
    expect(readdirSync(folder)).toEqual(['data']);
    expect(readdirSync(data)).not.toContain('backup.tmp');
  });

  it.each([
    ['--keep', '0'],
    ['--keep', 'all'],
    ['--keep', '3'],
  ])('with %s %s for a file', async (...words) => {
    expect((await klimaspur('backup', file, ...words)).code).toBe(2);
  });
});

describe('a restore is refused', () => {
  beforeEach(() => klimaspur('backup', file));

  const refused = async (words: RegExp, surroundings = {}) => {
    const before = here();
    const target = join(folder, 'new');
    const ran = await klimaspurIn({ data: target, ...surroundings }, 'restore', file);
    expect([ran.code, ran.out, ran.err]).toEqual([1, '', expect.stringMatching(words)]);
    expect(ran.err).not.toMatch(STACK);
    expect(here()).toEqual(before);
  };

  it('of a file that was cut off', async () => {
    truncateSync(file, 100_000);
    await refused(/backup\.tar ends too early: of at least \d+ bytes only 100000 are there/);
  });

  it('of a file with a byte changed', async () => {
    const content = readFileSync(file);
    content[50_000]! ^= 1;
    writeFileSync(file, content);
    await refused(/backup\.tar is damaged: log\.db is not as it was written/);
  });

  it('of another file', async () => {
    writeFileSync(file, readFileSync(join(data, 'log.db')));
    await refused(/backup\.tar is no backup of Klimaspur/);
  });

  it('where there is no room', async () => {
    await refused(/cannot be written.*There is no room left/, { largestFile: SMALL });
  });

  it('where the folder cannot be made', async () => {
    writeFileSync(join(folder, 'occupied'), '');
    await refused(/occupied.*cannot be written.*ENOTDIR/, {
      data: join(folder, 'occupied', 'new'),
    });
  });

  it('into a folder that is used', async () => {
    await refused(/goes into an empty folder only.*Nothing is overwritten/, { data });
  });

  it('where log or vault are to lie outside the folder', async () => {
    const environment = { KLIMASPUR_LOG: `sqlite:${join(folder, 'elsewhere', 'log.db')}` };
    await refused(/KLIMASPUR_LOG/, { environment });
  });

  it('of a file that is not there, as wrong use', async () => {
    rmSync(file);
    expect((await restoreInto(join(folder, 'new'))).code).toBe(2);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});
