import { readFileSync } from 'node:fs';
import { workbook, workbookParts, zipped } from '@klimaspur/importers/testing';
import { TestApp, token } from './app.js';

interface Report {
  readonly municipalities: number;
  readonly measures: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly where: string; readonly column: string }[];
  readonly towns: readonly string[];
  readonly done: boolean;
}

const fixture = readFileSync('libs/importers/src/localzero/fixtures/database-2023.json');
const sheet = (...rows: readonly string[]) => Buffer.from(['Titel;Stand', ...rows].join('\r\n'));

/** Workbooks that nobody means well with. */
const bombs = {
  zip: () =>
    zipped({ ...good(), 'xl/worksheets/sheet1.xml': new Uint8Array(100_000_000).fill(32) }),
  macros: () => zipped({ ...good(), 'xl/vbaProject.bin': 'x' }),
  large: () => {
    const noise = Array.from({ length: 300_000 }, (_, row) =>
      `<!--${(row * 2_654_435_761) % 4_294_967_296}-->`.repeat(12),
    );
    return zipped({
      ...good(),
      'xl/worksheets/sheet1.xml': `<worksheet>${noise.join('')}</worksheet>`,
    });
  },
};
const good = () => workbookParts([{ name: 'Liste', rows: [['Titel'], ['Radwege']] }]);

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.start();
});
afterEach(() => app.stop());

const send = (address: string, body: Buffer, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${app.url}/api/v1/imports/${address}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      ...headers,
    },
    body: new Uint8Array(body),
  });

/** The last line of the answer: the report, or why there is none. */
const imported = async (
  address: string,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
) => {
  const answer = await send(address, body, headers);
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
  const lines = (await answer.text()).trim().split('\n');
  return JSON.parse(lines.at(-1)!) as {
    readonly report: Report;
    readonly refused?: { readonly code: string; readonly detail: string };
    readonly reading?: object;
  };
};
const problem = async (answer: Response) => {
  const { code } = (await answer.json()) as { code: string };
  return [answer.status, code];
};
const events = async () => (await app.store.readAll(null, 1_000)).length;

describe('a file while the example is shown', () => {
  const said = (report: unknown) =>
    (report as { findings: readonly { code: string; words: { de: string } }[] }).findings
      .filter(({ code }) => code === 'import/example-hidden')
      .map(({ words }) => words.de);
  let example: TestApp;
  beforeEach(async () => {
    example = app;
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  });
  afterEach(() => example.stop());

  it('says that the example gives way to the own town, before and after, and then no more', async () => {
    const list = sheet('Radwege;läuft');
    const looked = await imported('measures?fileName=a.csv&newTown=Neu&dryRun=true', list);
    expect(said(looked.report)[0]).toContain('wird es nicht mehr gezeigt');
    const done = await imported('measures?fileName=a.csv&newTown=Neu', list);
    expect(said(done.report)).toHaveLength(1);
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    expect((json['items'] as { name: string }[]).map(({ name }) => name)).toEqual(['Neu']);
    expect(said((await imported('measures?fileName=a.csv&newTown=Neu', list)).report)).toEqual([]);
  });
});

describe('saved answers of LocalZero in two files', () => {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const city = json({ id: 71, name: 'Ohneags' });
  const tasks = json([{ id: 1, title: 'A', city: 71, execution_status: 2 }]);
  const names = async (path: string) => {
    const { json: page } = await app.ask({ path: `/api/v1/${path}` });
    return (page['items'] as { name?: string; title?: string }[]).map(
      (one) => one.name ?? one.title,
    );
  };

  it.each([
    ['the town first', ['city', 'tasks']],
    ['the tasks first', ['tasks', 'city']],
  ])('come together in one town with one plan: %s', async (_, files) => {
    for (const file of [...files, ...files]) {
      await imported(`localzero?fileName=${file}.json`, file === 'city' ? city : tasks);
      await app.settle();
    }
    expect(await names('municipalities')).toEqual(['Ohneags']);
    expect(await names('measures')).toEqual(['A']);
    const plans = (await app.store.readAll(null, 1_000)).filter(
      ({ type }) => type === 'PlanDrafted',
    );
    expect(plans).toHaveLength(1);
  });
});

describe('a file over HTTP', () => {
  it('is taken in once; the second time it says nothing new', async () => {
    const first = await imported('localzero?fileName=altenbach.json&publish=true', fixture);
    expect(first.report).toMatchObject({ municipalities: 1, refused: [], done: true, changed: 0 });
    expect(first.report.new).toBeGreaterThan(1);
    await app.settle();
    await app.publish(first.report.towns[0]!);
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/measures', token: null });
    expect(json['total']).toBe(first.report.measures);

    const before = await events();
    const again = await imported('localzero?fileName=altenbach.json&publish=true', fixture);
    expect(again.report).toMatchObject({ new: 0, changed: 0, towns: first.report.towns });
    expect(again.report.unchanged).toBe(first.report.new);
    expect(await events()).toBe(before);
  });

  it('only says what it would do in a dry run', async () => {
    const before = await events();
    const { report } = await imported('localzero?dryRun=true', fixture);
    expect(report).toMatchObject({ municipalities: 1, done: false });
    expect(report.new).toBeGreaterThan(1);
    expect(await events()).toBe(before);
  });

  it('is refused as a whole by a row that cannot be true, unless the good rows are wanted', async () => {
    const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.settle();
    const body = sheet('Radwege;in Umsetzung', ';geplant');
    const before = await events();
    const refused = await imported(`measures?town=${town}`, body);
    expect(refused.report.refused).toHaveLength(1);
    expect(refused.report.done).toBe(false);
    expect(await events()).toBe(before);
    const taken = await imported(`measures?town=${town}&acceptGoodRows=true`, body);
    expect(taken.report).toMatchObject({ measures: 1, done: true });
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/measures' });
    expect(json['items']).toMatchObject([{ title: 'Radwege' }]);
  });

  it('may be a workbook, read as the mapping says, and tells how it was understood', async () => {
    const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.settle();
    const body = Buffer.from(
      workbook(
        { name: 'Alt', rows: [['Titel'], ['Gestern']] },
        {
          name: 'Neu',
          rows: [['Stand: 30.04.2024'], ['Worum es geht', 'Wie es steht'], ['Radwege', 'Phase II']],
        },
      ),
    );
    const mapping = JSON.stringify({
      columns: { 'Worum es geht': 'title', 'Wie es steht': 'status' },
      statusWords: { 'Phase II': 'IN_PROGRESS' },
    });
    const query = new URLSearchParams({ town, sheet: 'Neu', mapping, fileName: 'liste.xlsx' });
    const taken = await imported(`measures?${query}`, body);
    expect(taken.report).toMatchObject({ measures: 1, done: true, refused: [] });
    expect(taken.reading).toMatchObject({
      sheet: 'Neu',
      headingRow: 2,
      standOn: '2024-04-30',
      unplaced: [],
      mapping: { sheet: 'Neu', columns: { 'Worum es geht': 'title' } },
    });
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/measures' });
    expect(json['items']).toMatchObject([{ title: 'Radwege', implementation: 'IN_PROGRESS' }]);
    const completed = (await app.store.readAll(null, 1_000)).find(
      ({ type }) => type === 'PlanImportCompleted',
    );
    expect(completed?.data).toMatchObject({ format: 'MEASURES_XLSX', standOn: '2024-04-30' });
  });

  it('is one line of the latest entries on pages, and all of them over the API', async () => {
    const town = await app.given('municipalities', { text: { name: 'Neustadt' } });
    await imported(`measures?town=${town}`, sheet('Radwege;geplant', 'Bäume;in Umsetzung'));
    await app.settle();
    const { text } = await app.ask({ path: '/de/kommunen/neustadt' });
    expect(text).toContain('Aus einer Datei übernommen: 2 Maßnahmen');
    for (const noise of ['Maßnahme im Plan eingeordnet', 'Maßnahme erfasst']) {
      expect(text).not.toContain(noise);
    }
    const { json } = await app.ask({ path: `/api/v1/municipalities/${town}/changes?limit=100` });
    const types = (json['items'] as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'MeasureRecorded')).toHaveLength(2);
    expect(types).toContain('PlanMeasurePlaced');
  });

  it('tells how far it is while it reads, compares and writes', async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => `Maßnahme ${row};geplant`);
    const answer = await send('measures?fileName=lang.csv', sheet(...rows));
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { rows?: number; progress?: [number, number]; report?: Report },
      );
    expect(lines.at(-1)?.report).toMatchObject({ measures: 2_000, done: true, refused: [] });
    const read = lines.flatMap(({ rows: count }) => count ?? []);
    expect(read).toEqual(Array.from({ length: 40 }, (_, part) => (part + 1) * 50));
    const done = lines.flatMap(({ progress }) => (progress ? [progress] : []));
    expect(done.length).toBeGreaterThan(5);
    expect(done.map(([step]) => step)).toEqual(done.map(([step]) => step).sort((a, b) => a - b));
    expect(done.at(-1)).toEqual([8_000, 8_000]);
  });

  it.each([
    ['a bomb', bombs.zip, 'file/zip-bomb'],
    ['a workbook with macros', bombs.macros, 'file/has-macros'],
    ['a sheet of more than 50 MB', bombs.large, 'file/sheet-too-large'],
  ])('is refused in words of both languages: %s', async (_, body, reason) => {
    const before = await events();
    const { report } = await imported('measures', Buffer.from(body()));
    expect(report.refused).toMatchObject([{ where: 'file', reason, words: {} }]);
    const [{ words }] = report.refused as unknown as [{ words: { de: string; en: string } }];
    expect(words.de.length * words.en.length).toBeGreaterThan(0);
    expect(await events()).toBe(before);
  });

  it('goes into no town that is not there', async () => {
    await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.settle();
    for (const [language, detail] of [
      [
        'de',
        'Eine Kommune „Nirgendwo“ gibt es hier nicht. Es gibt: Musterstadt. Eine neue beginnt mit --new-town.',
      ],
      [
        'en',
        'There is no town “Nirgendwo” here. There are: Musterstadt. A new one begins with --new-town.',
      ],
    ] as const) {
      const headers = { 'accept-language': language };
      const answer = await imported('measures?town=Nirgendwo', sheet('Radwege;geplant'), headers);
      expect(answer.refused).toEqual({ code: 'import/town-unknown', detail });
    }
  });

  it('asks in words for the plan where two of the town fit, and takes the one that is named', async () => {
    const town = await app.given('municipalities', { text: { name: 'Teststadt' } });
    await app.settle();
    const body = sheet('Radwege;geplant', 'Bäume;läuft', 'Beratung;läuft');
    const into = async (query: object) => {
      const answer = await imported(`measures?${new URLSearchParams({ town, ...query })}`, body);
      await app.settle();
      return answer;
    };
    for (const newPlan of ['Klimaplan', 'Wärmeplan']) {
      const { report } = await into({ fileName: 'liste.csv', newPlan });
      expect(report).toMatchObject({
        done: true,
        targets: [{ town: { name: 'Teststadt' }, plan: { title: newPlan, isNew: true } }],
      });
    }
    expect((await into({ fileName: 'neu.csv' })).refused).toEqual({
      code: 'import/plan-ambiguous',
      detail:
        'In Teststadt gibt es zwei Pläne, zu denen diese Datei passt: „Klimaplan“, „Wärmeplan“. Wählen Sie einen (in der Befehlszeile mit --plan).',
    });
    const before = await events();
    const { report } = await into({ fileName: 'neu.csv', plan: 'Wärmeplan' });
    expect(report).toMatchObject({ new: 0, changed: 0, targets: [{ plan: { isNew: false } }] });
    expect(await events()).toBe(before);
  });

  it('tells of each measure whether it is new, changed or gone, and what changes', async () => {
    const numbered = (...rows: readonly string[]) =>
      Buffer.from(['Nr.;Titel;Stand', ...rows].join('\r\n'));
    const first = await imported(
      'measures?newTown=Teststadt&newPlan=Klimaplan&stand=2024-04-30',
      numbered('1;Radwege;geplant', '2;Bäume;läuft', '3;Moor;geplant'),
    );
    expect(first.report).toMatchObject({
      findings: [],
      rows: { new: { count: 3 }, changed: { count: 0 } },
    });
    await app.settle();
    const next = await imported(
      'measures?stand=2024-10-31',
      numbered('1;Radwege bauen;geplant', '2;Bäume;erledigt', '4;Solardächer;geplant'),
    );
    expect(next.report).toMatchObject({
      rows: {
        new: { count: 1, first: [{ where: 'row 4', number: '4', title: 'Solardächer' }] },
        changed: {
          count: 2,
          first: [
            {
              where: 'row 2',
              changes: [{ field: 'title', before: 'Radwege', after: 'Radwege bauen' }],
            },
            {
              where: 'row 3',
              changes: [{ field: 'status', before: 'in-progress', after: 'completed' }],
            },
          ],
        },
        unchanged: { count: 0 },
        gone: { count: 1, first: [{ where: null, number: '3', title: 'Moor' }] },
      },
    });
  });

  it('of our own making that tells another state than stands here says so', async () => {
    await imported('measures?newTown=Teststadt', sheet('Radwege;geplant', 'Bäume;läuft'));
    await app.settle();
    const answer = await fetch(`${app.url}/api/v1/exports/measures?format=csv&lang=de`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const own = await answer.text();
    const same = await imported('measures', Buffer.from(own));
    expect(same.report).toMatchObject({ new: 0, changed: 0, findings: [] });
    const edited = own.replace(/(;in-progress;.*?;)in Umsetzung;/, '$1ruht;');
    const { report } = await imported('measures', Buffer.from(edited));
    expect(report).toMatchObject({ findings: [{ where: 'row 3', code: 'import/state-differs' }] });
  });

  it('may be large, but not larger than 20 MB', async () => {
    const large = Buffer.alloc(2 * 1_048_576, 'x');
    expect((await send('measures?dryRun=true', large)).status).not.toBe(413);
    const answer = await send('measures', Buffer.alloc(20 * 1_048_576 + 1, 'x'));
    expect(await problem(answer)).toEqual([413, 'request/too-large']);
  });

  it('comes as bytes, in a format we know, with options we know', async () => {
    const body = sheet('Radwege;geplant');
    expect(await problem(await send('xlsx', body))).toEqual([404, 'route/unknown']);
    const json = await send('measures', Buffer.from('{}'), { 'content-type': 'application/json' });
    expect(await problem(json)).toEqual([415, 'request/wrong-media-type']);
    const csv = await send('measures', body, { 'content-type': 'text/csv' });
    expect(await problem(csv)).toEqual([415, 'request/wrong-media-type']);
    const options = ['dryRun=perhaps', 'stand=gestern', 'dry-run=true'];
    for (const mapping of [
      '{',
      '[]',
      '{"columns":{"A":"colour"}}',
      '{"row":1}',
      'x'.repeat(12_001),
    ]) {
      options.push(`mapping=${encodeURIComponent(mapping)}`);
    }
    for (const option of options) {
      expect(await problem(await send(`measures?${option}`, body))).toEqual([
        400,
        'command/invalid',
      ]);
    }
  });

  it('is taken from operators alone', async () => {
    const none = await send('localzero', fixture, { authorization: '' });
    expect(none.status).toBe(401);
    const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
    const { json } = await app.post('login-links', { role: 'LEAD', municipality: town });
    const code = new URL(json['url'] as string).searchParams.get('code');
    const session = await app.ask({
      method: 'POST',
      path: '/api/v1/sessions',
      body: { code, label: 'Lokalteam' },
      token: null,
      headers: { origin: app.url },
    });
    const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
    const answer = await fetch(`${app.url}/api/v1/imports/localzero`, {
      method: 'POST',
      headers: { cookie, origin: app.url, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(fixture),
    });
    expect(await problem(answer)).toEqual([403, 'auth/not-allowed']);
  });
});
