import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbook } from '@klimaspur/importers/testing';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn, type Surroundings } from '../tools/shell.js';

const STACK = / at .*:\d+:\d+/;

/** Every command with words that it takes, and its options: those with a value, those without. */
const commands: readonly {
  readonly name: string;
  readonly takes: readonly string[];
  readonly most: number;
  readonly valued: readonly string[];
  readonly plain: readonly string[];
}[] = [
  { name: 'serve', takes: [], most: 0, valued: [], plain: [] },
  {
    name: 'import localzero',
    takes: ['a.json'],
    most: Infinity,
    valued: ['town', 'new-town', 'plan', 'new-plan', 'stand'],
    plain: ['dry-run', 'accept-good-rows', 'publish', 'json'],
  },
  {
    name: 'import measures',
    takes: ['a.csv'],
    most: Infinity,
    valued: ['town', 'new-town', 'plan', 'new-plan', 'stand', 'sheet', 'mapping'],
    plain: ['dry-run', 'accept-good-rows', 'publish', 'json'],
  },
  { name: 'export measures', takes: [], most: 0, valued: ['town', 'format', 'out'], plain: [] },
  { name: 'export events', takes: [], most: 0, valued: ['out'], plain: ['proofs'] },
  { name: 'example ruesselsheim', takes: [], most: 0, valued: [], plain: ['json'] },
  { name: 'login-link', takes: [], most: 0, valued: ['town', 'role'], plain: ['json'] },
  { name: 'rebuild', takes: [], most: 0, valued: [], plain: ['json'] },
  { name: 'projections list', takes: [], most: 0, valued: [], plain: ['json'] },
  { name: 'projections rebuild', takes: [], most: 1, valued: [], plain: ['json'] },
  { name: 'projections parked', takes: [], most: 0, valued: [], plain: ['json'] },
  { name: 'projections replay', takes: ['ab'], most: 1, valued: [], plain: ['json'] },
  { name: 'projections dismiss', takes: ['ab'], most: 1, valued: ['reason'], plain: ['json'] },
  {
    name: 'redact',
    takes: ['ab'],
    most: 1,
    valued: ['reason', 'second-person'],
    plain: ['dry-run', 'json'],
  },
  { name: 'files erase', takes: ['ab'], most: 1, valued: ['reason'], plain: ['json'] },
  { name: 'person export', takes: ['ab'], most: 1, valued: ['out'], plain: ['entries'] },
  { name: 'person forget', takes: ['ab'], most: 1, valued: [], plain: ['dry-run', 'json'] },
  {
    name: 'export town',
    takes: [],
    most: 0,
    valued: ['town', 'to'],
    plain: ['with-labels', 'json'],
  },
  {
    name: 'import town',
    takes: ['a.tar'],
    most: 1,
    valued: ['from-key'],
    plain: ['dry-run', 'json'],
  },
  { name: 'town moved', takes: [], most: 0, valued: ['town', 'to'], plain: ['json'] },
  { name: 'backup', takes: [], most: 1, valued: ['keep'], plain: ['json'] },
  { name: 'restore', takes: ['a.tar'], most: 1, valued: [], plain: ['dry-run', 'json'] },
  { name: 'vault copy', takes: [], most: 0, valued: ['from', 'to'], plain: ['json'] },
  { name: 'verify', takes: [], most: 1, valued: ['key', 'checkpoint'], plain: ['json'] },
  { name: 'log copy', takes: [], most: 0, valued: ['from', 'to'], plain: ['json'] },
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const klimaspur = (words: readonly string[], surroundings: Partial<Surroundings> = {}) =>
  klimaspurIn({ data: join(folder, 'data'), ...surroundings }, ...words);
const german = { environment: { LANG: 'de_DE.UTF-8' } };

describe('the help', () => {
  it('names every command, and how they end, in the language of the shell', async () => {
    for (const words of [['--help'], ['-h'], ['help']]) {
      const { code, out, err } = await klimaspur(words);
      expect([code, err]).toEqual([0, '']);
      const named = [...out.matchAll(/^ {2}([a-z-]+(?: [a-z]+)?)/gm)].map(([, name]) => name);
      expect(named.sort()).toEqual(commands.map(({ name }) => name).sort());
      expect(out).toContain('Exit codes: 0 done · 1 refused, with the reason · 2 wrong use');
    }
    expect((await klimaspur(['--help'], german)).out).toContain('Endet mit 0: erledigt');
    expect((await klimaspur(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(commands)('of $name names each of its options', async ({ name, valued, plain }) => {
    const { code, out } = await klimaspur([...name.split(' '), '--help']);
    expect(code).toBe(0);
    const named = [...out.matchAll(/^ {2}--(\S+)/gm)].map(([, option]) => option);
    expect(named.sort()).toEqual([...valued, ...plain, 'data', 'help'].sort());
    const german = await klimaspur(['help', ...name.split(' ')], {
      environment: { LC_ALL: 'de_DE.UTF-8', LANG: 'en_GB.UTF-8' },
    });
    expect(german.out).toContain(`Aufruf: npx klimaspur ${name}`);
  });

  it('of the first word of several commands names those', async () => {
    const { code, out } = await klimaspur(['import', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/import localzero.*import measures/s);
    expect(out).not.toContain('export');
  });
});

describe('wrong use', () => {
  it.each([[[]], [['dance']], [['import']], [['import', 'csv', 'x']], [['--tempo']]])(
    'says which commands there are: %j',
    async (words) => {
      const { code, out, err } = await klimaspur(words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('import measures FILE');
    },
  );

  it.each(commands)('of $name is named, and nothing is done', async (command) => {
    const { name, takes, most, valued, plain } = command;
    const refused = async (words: readonly string[], about: string) => {
      const { code, out, err } = await klimaspur([...name.split(' '), ...words]);
      expect([words, code, out]).toEqual([words, 2, '']);
      expect(err).toContain(about);
      expect(err).toContain(`npx klimaspur ${name} --help`);
      expect(err).not.toMatch(STACK);
    };
    await refused([...takes, '--tempo', 'x'], 'Unknown option: --tempo');
    await refused([...takes, '-x'], 'Unknown option: -x');
    for (const option of [...valued, 'data']) {
      await refused([...takes, `--${option}`], `The value is missing: --${option}`);
    }
    await refused([...takes, '--data='], 'The value is missing: --data');
    await refused([...takes, '--data', '--help'], 'The value is missing: --data');
    for (const option of plain) {
      await refused([...takes, `--${option}=yes`], `--${option} takes no value`);
    }
    if (takes.length > 0) await refused([], 'Missing: ');
    if (most < Infinity) {
      await refused(
        Array.from({ length: most + 1 }, () => 'surplus'),
        'One word too many: surplus',
      );
    }
  });
});

describe('a data folder', () => {
  it('that is not there has nothing to tell, and is not made', async () => {
    for (const name of ['export measures', 'export events', 'rebuild', 'backup']) {
      const { code, out, err } = await klimaspur(name.split(' '));
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^There is no data folder .*--data DIR or KLIMASPUR_DATA/);
    }
  });

  it('that cannot be one is named', async () => {
    writeFileSync(join(folder, 'data'), 'a file');
    const { code, err } = await klimaspur(['login-link']);
    expect([code, err]).toEqual([1, expect.stringMatching(/data folder .*EEXIST|ENOTDIR/)]);
    expect(err).not.toMatch(STACK);
  });

  it('whose server is gone without a word says what to do', async () => {
    mkdirSync(join(folder, 'data'));
    const note = { url: 'http://127.0.0.1:9', pid: process.pid };
    writeFileSync(join(folder, 'data', 'server.json'), JSON.stringify(note));
    const { code, err } = await klimaspur(['export', 'events']);
    expect([code, err]).toEqual([1, expect.stringMatching(/does not answer.*delete server\.json/)]);
    expect(err).not.toMatch(STACK);
  });

  it('gives links that lead to the server that will run on it', async () => {
    const { out } = await klimaspur(['login-link', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/de\/anmelden\?code=/),
    });
  });
});

describe('beside a running server', () => {
  let server: RunningServer;
  let before: number;
  beforeAll(async () => {
    server = await startBuiltServer();
    const rows = Array.from({ length: 400 }, (_, row) => `M${row};Maßnahme ${row};geplant`);
    const { code } = await beside(['import', 'measures', file('liste.csv', sheet(...rows))]);
    expect(code).toBe(0);
    before = await events();
  });
  afterAll(() => server.stop());

  const sheet = (...rows: readonly string[]) => ['Nr;Titel;Stand', ...rows].join('\n');
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(server.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const beside = (words: readonly string[], more: Partial<Surroundings> = {}) =>
    klimaspurIn(
      { data: server.folder, environment: { KLIMASPUR_TOKEN: token }, ...more },
      ...words,
    );
  const events = async () => (await beside(['export', 'events'])).out.split('\n').length;

  it('nothing is heard of a reader who has enough', async () => {
    const { out, err } = await beside(['export', 'events'], { readsOneLine: true });
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toBe('');
  });

  it('another token is named', async () => {
    const environment = { KLIMASPUR_TOKEN: 'another-token-of-enough-characters' };
    const { code, err } = await beside(['export', 'events'], { environment });
    expect([code, err]).toEqual([1, expect.stringContaining('has another KLIMASPUR_TOKEN')]);
  });

  it.each([
    [
      ['login-link', '--town', 'Nirgendwo'],
      1,
      'There is no town “Nirgendwo” here. There are: Liste',
    ],
    [['login-link', '--role', 'CHIEF'], 1, 'Possible: OPERATOR, LEAD, MONITOR, ADMINISTRATION'],
    [['login-link', '--role', 'MONITOR'], 1, 'municipality: This detail is missing'],
    [['export', 'measures', '--town', 'Nirgendwo'], 1, 'There are: Liste'],
    [
      ['export', 'measures', '--format', 'ods'],
      2,
      '--format must be one of these: csv, xlsx, json',
    ],
    [['export', 'measures', '--out', '/nowhere/x.csv'], 1, 'cannot be written (ENOENT)'],
    [['export', 'events', '--out', '/nowhere/x.jsonl'], 1, 'cannot be written (ENOENT)'],
    [['files', 'erase', 'ab', '--reason', 'x'], 1, ''],
    [['files', 'erase', 'ab'], 2, '--reason'],
    [['person', 'forget', 'ab'], 1, ''],
    [['example', 'ruesselsheim'], 1, 'KLIMASPUR_EXAMPLE=yes opens it'],
    [['example', 'frankfurt'], 2, 'Unknown command: example frankfurt'],
    [['backup', '--keep', 'x'], 2, '--keep must be a number from 1'],
    [['restore', '/nowhere/x.tar'], 2, 'cannot be read (ENOENT)'],
  ])('%j is refused in words', async (words, exit, about) => {
    const { code, out, err } = await beside(words);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toContain(about);
    expect(err).not.toMatch(STACK);
  });

  const good = sheet('1;Radwege;geplant');
  const pdf = '%PDF-1.7\n';
  it.each<
    [string, 'localzero' | 'measures', string | Uint8Array, readonly string[], number, string]
  >([
    ['nothing', 'measures', '', [], 1, 'The file holds no data'],
    ['nothing', 'localzero', '', [], 1, 'The file holds no data'],
    ['a PDF', 'measures', pdf, [], 1, 'This is a PDF file'],
    ['a PDF', 'localzero', pdf, [], 1, 'This is a PDF file'],
    ['broken quotes', 'measures', 'Titel\n"offen', [], 1, 'In line 2 of the file a quote'],
    ['broken JSON', 'localzero', '[{"model":', [], 1, 'not valid JSON'],
    ['other JSON', 'localzero', '{"a":1}', [], 1, 'neither a LocalZero database'],
    ['a list', 'localzero', good, [], 1, 'This looks like CSV, not like LocalZero'],
    ['LocalZero data', 'measures', '[{"model":"x"}]', [], 1, 'This looks like LocalZero'],
    ['a wrong row', 'measures', sheet('1;;geplant'), [], 1, 'one row or value was refused'],
    ['nothing good', 'measures', pdf, ['--accept-good-rows'], 1, 'Nothing was imported.'],
    ['no day', 'measures', good, ['--stand', 'gestern'], 1, 'This is not a day'],
    ['no day', 'localzero', '[]', ['--stand', '2024-02-30'], 1, 'This is not a day'],
    [
      'a day to come',
      'measures',
      good,
      ['--stand', '2199'],
      1,
      'The date of the data, 2199, lies in the future',
    ],
    ['no town', 'measures', good, ['--town', 'Nirgendwo'], 1, 'There are: Liste'],
    ['no plan', 'measures', good, ['--plan', 'Wärme'], 1, 'has no plan “Wärme”. It has: Liste'],
    ['too many days', 'measures', good, ['--stand', '2024', '--stand', '2025'], 2, '1 file needs'],
    ['no mapping', 'measures', good, ['--mapping', '/nowhere'], 2, 'cannot be read (ENOENT)'],
    [
      'no sheet',
      'measures',
      workbook({ name: 'A', rows: [['Titel'], ['x']] }),
      ['--sheet', 'B'],
      1,
      'There is no sheet "B"',
    ],
    ['50 MB', 'measures', new Uint8Array(50_000_000), [], 1, 'has 50 MB; at most 20 MB'],
    ['50 MB', 'localzero', new Uint8Array(50_000_000), [], 1, 'has 50 MB; at most 20 MB'],
  ])('%s is refused by import %s', async (_, format, content, more, exit, about) => {
    const { code, err } = await beside(['import', format, file('bad', content), ...more]);
    expect([code, err]).toEqual([exit, expect.stringContaining(about)]);
    expect(err).not.toMatch(STACK);
  });

  it.each(['localzero', 'measures'])(
    'a file that is none is refused by import %s',
    async (format) => {
      for (const path of [server.folder, '/nowhere/liste']) {
        const { code, err } = await beside(['import', format, path]);
        expect([code, err]).toEqual([
          2,
          expect.stringMatching(/cannot be read \(E(ISDIR|NOENT)\)/),
        ]);
      }
    },
  );

  it('nothing of all this changed anything', async () => {
    expect(await events()).toBe(before);
  });

  const placeOf = async (title: string) => {
    const answer = await fetch(`${server.url}/api/v1/measures?q=${title}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await answer.json()) as { items: { place: { plan: string } }[] };
    expect(items).toHaveLength(1);
    return items[0]?.place.plan;
  };

  it('a list goes into the plan that is named, and one that has a plan into no other', async () => {
    const first = file('wald.csv', sheet('1;Auwald;geplant'));
    const second = file('stadt.csv', sheet('2;Stadtgrün;geplant'));
    expect((await beside(['import', 'measures', first])).code).toBe(0);
    expect((await beside(['import', 'measures', second, '--plan', 'Wald'])).code).toBe(0);
    expect(await placeOf('Stadtgrün')).toBe(await placeOf('Auwald'));
    const own = file('own.csv', (await beside(['export', 'measures'])).out);
    const { code, err } = await beside(['import', 'measures', own, '--plan', 'Wald']);
    expect([code, err]).toEqual([1, expect.stringContaining('stand in the plan “Liste” already')]);
  });
});
