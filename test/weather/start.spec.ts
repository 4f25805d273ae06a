import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore } from '@klimaspur/event-store';
import { StartTrouble } from '../../apps/api/src/persistence/start-trouble.js';
import { TestApp } from '../api/app.js';
import { aTown, type Known } from '../api/requests.js';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { startBuiltServer, token } from '../tools/running-server.js';
import { type Damage, damages } from './damage.js';

const TIMES = 10;
const TOGETHER = 1_500;

let folder: string;
/** As it lies after an orderly end, and as a power cut leaves it: with a write-ahead log. */
let stopped: string;
let cut: string;
let known: Known;
let count: number;
/** Views of another town. */
let others: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-weather-'));
  [stopped, cut] = [join(folder, 'stopped'), join(folder, 'cut')];
  const klimaspur = await TestApp.start();
  known = await aTown(klimaspur);
  await klimaspur.settle();
  count = (await klimaspur.store.readAll(null, 1_000)).length;
  // Read models are never ahead of what was acknowledged.
  cpSync(klimaspur.folder, cut, { recursive: true });
  await klimaspur.app.close();
  cpSync(klimaspur.folder, stopped, { recursive: true });
  rmSync(klimaspur.folder, { recursive: true });
  const other = await TestApp.start();
  await aTown(other);
  await other.settle();
  await other.app.close();
  others = join(folder, 'others.db');
  cpSync(join(other.folder, 'views.db'), others);
  rmSync(other.folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

let copies = 0;
const copyOf = (from: string): string => {
  const data = join(folder, `copy-${(copies += 1)}`);
  cpSync(from, data, { recursive: true });
  return data;
};

const startOn = (data: string, besides: Readonly<Record<string, string>> = {}) =>
  TestApp.start({ KLIMASPUR_DATA: data, ...besides });

const troubleOn = async (
  data: string,
  besides?: Readonly<Record<string, string>>,
): Promise<string | undefined> => {
  try {
    await (await startOn(data, besides)).stop();
    return undefined;
  } catch (error) {
    if (error instanceof StartTrouble) return error.code;
    throw error;
  }
};

/** Serves all there was, takes an entry, and shows it. */
const servesAll = async (data: string): Promise<void> => {
  const klimaspur = await startOn(data);
  try {
    expect(await klimaspur.store.readAll(null, 1_000)).toHaveLength(count);
    const { status } = await klimaspur.post(`measures/${known['measure']}/check-unchanged`, {});
    expect(status).toBe(200);
    await klimaspur.settle();
    const { json } = await klimaspur.ask({ path: `/api/v1/measures/${known['measure']}/history` });
    expect(json['items']).toHaveLength(2);
    const ready = await klimaspur.ask({ path: '/health/ready' });
    expect([ready.status, ready.json['checkpoints']]).toMatchObject([200, { refused: null }]);
  } finally {
    await klimaspur.stop();
  }
};

const bytesOf = (data: string, names: readonly string[]) =>
  names.map((name) => readFileSync(join(data, name)).toString('base64'));

describe('a folder as a power cut leaves it', () => {
  it('is served with all that was acknowledged', async () => {
    expect(readdirSync(cut)).toContain('log.db-wal');
    await servesAll(copyOf(cut));
  });
});

describe('what is made from the log', () => {
  const made = ['views.db', 'tree.db', 'links.db'];
  const kinds: readonly Damage[] = ['cutInHalf', 'emptied', 'wrongAtTheHead'];

  it.each(made.flatMap((name) => kinds.map((kind) => [name, kind] as const)))(
    'is made again: %s %s',
    async (name, kind) => {
      const data = copyOf(stopped);
      damages[kind](join(data, name));
      await servesAll(data);
    },
  );

  it.each(['', '{"logId":', '[]', '{"position":7,"arriving":3}'])(
    'is looked at again: policies.json %j',
    async (text) => {
      const data = copyOf(stopped);
      writeFileSync(join(data, 'policies.json'), text);
      await servesAll(data);
    },
  );
});

describe('small files beside the log', () => {
  it.each(['redactions.jsonl', 'erasures.jsonl'])(
    'say nothing where they are torn: %s',
    async (name) => {
      const data = copyOf(stopped);
      writeFileSync(
        join(data, name),
        'null\n3\n{"redaction":"x"}\n{"erased":7}\n\0\0\0\n{"asked":',
      );
      await servesAll(data);
    },
  );

  it.each(['policies.json', 'server.json'])(
    'stop nothing where they cannot be written: %s',
    async (name) => {
      const data = copyOf(stopped);
      rmSync(join(data, name), { force: true });
      mkdirSync(join(data, name));
      await servesAll(data);
    },
  );

  it('a lock that is no database holds nobody', async () => {
    const data = copyOf(stopped);
    writeFileSync(join(data, 'lock.db'), 'no database '.repeat(999));
    await servesAll(data);
  });
});

describe('what nothing can be put in the place of', () => {
  const kinds: readonly Damage[] = ['cutInHalf', 'cutAtTheTail', 'wrongAtTheHead'];

  it.each(['log.db', 'vault.db'].flatMap((name) => kinds.map((kind) => [name, kind] as const)))(
    'is refused with its name, and stays as it is: %s %s',
    async (name, kind) => {
      const data = copyOf(stopped);
      damages[kind](join(data, name));
      const before = bytesOf(data, ['log.db', 'vault.db']);
      expect(await troubleOn(data)).toBe(
        name === 'log.db' ? 'start/log-damaged' : 'start/vault-damaged',
      );
      expect(bytesOf(data, ['log.db', 'vault.db'])).toEqual(before);
    },
  );

  it('is refused with its name where the vault is damaged in the middle', async () => {
    const data = copyOf(stopped);
    damages.wrongInTheMiddle(join(data, 'vault.db'));
    expect(await troubleOn(data)).toBe('start/vault-damaged');
  });

  it.each([
    ['an entry', damages.noJson],
    ['a page that is asked only later', damages.wrongEntries],
  ])('is refused with its name where only reading finds the damage: %s', async (_, damage) => {
    const data = copyOf(stopped);
    damage(join(data, 'log.db'));
    const before = bytesOf(data, ['log.db']);
    expect(await troubleOn(data)).toBe('start/log-damaged');
    expect(bytesOf(data, ['log.db'])).toEqual(before);
  });

  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', damages.emptied],
  ])('is not begun anew where the log is %s', async (_, damage) => {
    const data = copyOf(stopped);
    damage(join(data, 'log.db'));
    expect(await troubleOn(data)).toBe('start/log-gone');
    // Whoever wants that says so.
    for (const name of ['views.db', 'tree.db']) rmSync(join(data, name));
    expect(await troubleOn(data)).toBeUndefined();
  });

  it('is not begun anew where the vault is gone', async () => {
    const data = copyOf(stopped);
    rmSync(join(data, 'vault.db'));
    expect(await troubleOn(data)).toBe('start/vault-gone');
    expect(existsSync(join(data, 'vault.db'))).toBe(false);
  });

  it.each([
    ['is cut', damages.cutInHalf, 'start/log-shorter'],
    // Here it held the whole log.
    ['is gone', (file: string) => rmSync(file), 'start/log-gone'],
  ])(
    'is not gone on with where acknowledged entries are missing: the write-ahead log %s',
    async (_, damage, code) => {
      const data = copyOf(cut);
      damage(join(data, 'log.db-wal'));
      expect(await troubleOn(data)).toBe(code);
      // The right file is found again.
      cpSync(join(cut, 'log.db-wal'), join(data, 'log.db-wal'));
      cpSync(join(cut, 'log.db'), join(data, 'log.db'));
      await servesAll(data);
    },
  );
});

describe('a log on a server', () => {
  let server: EsdbDouble;
  beforeEach(async () => {
    server = await EsdbDouble.start();
  });
  afterEach(() => server.stop());

  it('is not begun anew where a log was kept before', async () => {
    const data = copyOf(stopped);
    const onServer = { KLIMASPUR_LOG: server.url };
    expect(await troubleOn(data, onServer)).toBe('start/server-log-empty');
    for (const name of ['views.db', 'tree.db']) rmSync(join(data, name));
    expect(await troubleOn(data, onServer)).toBeUndefined();
  });

  it('is not gone on with where acknowledged entries are missing', async () => {
    const data = join(folder, 'on-server');
    const onServer = { KLIMASPUR_LOG: server.url };
    const klimaspur = await startOn(data, onServer);
    await klimaspur.given('municipalities', { text: { name: 'Teststadt' } });
    await klimaspur.settle();
    await klimaspur.app.close();
    expect(await troubleOn(data, onServer)).toBeUndefined();
    const views = new DatabaseSync(join(data, 'views.db'));
    views.exec("UPDATE checkpoint SET position = position || '000'");
    views.close();
    expect(await troubleOn(data, onServer)).toBe('start/server-log-shorter');
  });

  it('that does not show its end yet, because another node leads, is waited for', async () => {
    const double = await EsdbDouble.start({ nodes: 3 });
    const data = join(folder, 'served');
    const onServer = { KLIMASPUR_LOG: double.url };
    const before = await startOn(data, onServer);
    const { measure } = await aTown(before);
    await before.settle();
    await before.stop();
    const next = double.nodes[1]!;
    next.hide(1);
    double.elect(next);
    double.faults.at('read', () => next.showAll(), { after: 8 });
    const after = await startOn(data, onServer);
    expect((await after.ask({ path: `/api/v1/measures/${measure}` })).status).toBe(200);
    await after.stop();
    await double.stop();
  });
});

/** So that telling it takes longer than the rest of a start. */
async function lengthen(data: string): Promise<void> {
  const log = await openEventStore(`sqlite:${data}`);
  const stream = `measure-${known['measure']}`;
  const [first] = await log.readStream(stream);
  const { salt: _salt, ...metadata } = first!.metadata;
  for (let n = 0; n < TIMES; n += 1) {
    const more = Array.from({ length: TOGETHER }, (_, m) => {
      const data = { text: { title: `Radwege ${n} ${m}` } };
      return { id: randomUUID(), type: 'MeasureDescribed', data, metadata };
    });
    await log.append(stream, more, 'stream_exists');
  }
  await log.close();
}

describe('who starts the server', () => {
  it.each([
    ['there are no views', () => undefined],
    ['there are those of another log', (file: string) => cpSync(others, file)],
  ])('is not served before the log was told, where %s', async (_, put) => {
    const data = copyOf(stopped);
    for (const ending of ['', '-wal', '-shm'])
      rmSync(join(data, `views.db${ending}`), { force: true });
    put(join(data, 'views.db'));
    await lengthen(data);
    const server = await startBuiltServer({ KLIMASPUR_DATA: data });
    const headers = { authorization: `Bearer ${token}` };
    const answer = async () =>
      (await fetch(`${server.url}/api/v1/municipalities`, { headers })).json();
    let first = await answer();
    while (first.code === 'views/first') first = await answer();
    expect(first).toMatchObject({ total: 1, items: [{ id: known['municipality'] }] });
    await server.stop();
  });

  it.each([
    ['de', 'Das Logbuch', 'neueste Sicherung'],
    ['en', 'The log', 'newest backup'],
  ])('reads in words (%s) what is wrong and what to do, and no stack', async (lang, ...words) => {
    const data = copyOf(stopped);
    damages.wrongAtTheHead(join(data, 'log.db'));
    const started = startBuiltServer({ KLIMASPUR_DATA: data, LANG: lang });
    const said = String(await started.catch((error: Error) => error.message));
    for (const each of [...words, join(data, 'log.db'), '[start/log-damaged]'])
      expect(said).toContain(each);
    expect(said).not.toMatch(/ at .*:\d+:\d+/);
  });
});
