import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbook } from '@klimaspur/importers/testing';
import { realFile } from '../importers/real-files.js';
import { allowPublishing } from '../tools/publish-town.js';
import { startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn, type Ran } from '../tools/shell.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built program on a data folder of its own. */
const klimaspur = (...words: string[]): Promise<Ran> =>
  klimaspurIn({ data: join(folder, 'data') }, ...words);

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const city = { model: 'cpmonitor.city', pk: 1, fields: { draft_mode: false, name: 'Teststadt' } };
const task = (pk: number, fields: object) => ({
  model: 'cpmonitor.task',
  pk,
  fields: {
    path: `000${pk}`,
    depth: 1,
    numchild: 0,
    city: 1,
    draft_mode: false,
    source: 0,
    title: `Task ${pk}`,
    execution_status: 0,
    ...fields,
  },
});
const dump = (...tasks: object[]) => JSON.stringify([city, ...tasks]);
const report = ({ out, err }: Ran) => {
  if (out === '') throw new Error(`Nothing was reported: ${err}`);
  return JSON.parse(out) as Record<string, unknown>;
};

describe('the shell', () => {
  it('tells what it can do, and refuses what it does not know', async () => {
    expect((await klimaspur('--help')).out).toContain('import localzero FILE');
    expect((await klimaspur('dance')).code).toBe(2);
    expect((await klimaspur('import', 'measures', '/no/such/file.csv')).code).toBe(2);
    expect((await klimaspur('import', 'measures', '--tempo', 'x')).code).toBe(2);
  });

  it('looks first, imports then, and a second time changes nothing', async () => {
    const path = file(
      'dump.json',
      dump(task(1, { execution_status: 2 }), task(2, { execution_status: 6 })),
    );
    const looked = await klimaspur('import', 'localzero', path, '--dry-run', '--json');
    expect(looked.code).toBe(0);
    expect(report(looked)).toMatchObject({ municipalities: 1, measures: 2, new: 3, refused: [] });
    expect(report(await klimaspur('import', 'localzero', path, '--json'))).toMatchObject({
      new: 3,
    });
    const again = report(await klimaspur('import', 'localzero', path, '--json'));
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });

  it('deletes nobody’s account whom nobody knows, and says so', async () => {
    await klimaspur('import', 'localzero', file('dump.json', dump(task(1, {}))));
    const ran = await klimaspur('person', 'forget', '0199a1b2-0000-7000-8000-000000000000');
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toMatch(/no such person|Person gibt es nicht/);
    expect((await klimaspur('person', 'forget')).code).toBe(2);
    const nobody = await klimaspur('person', 'forget', '0199a1b2', '--dry-run');
    expect([nobody.code, nobody.out]).toEqual([1, '']);
  });

  it('imports its own export without change', async () => {
    const path = file(
      'dump.json',
      dump(
        task(1, {
          execution_status: 2,
          teaser: '=1+1',
          planned_completion: '2030-01-01',
          responsible_organ: 'Amt',
        }),
        task(2, {}),
      ),
    );
    await klimaspur('import', 'localzero', path);
    const exported = await klimaspur('export', 'measures');
    expect(exported.code).toBe(0);
    const back = await klimaspur('import', 'measures', file('back.csv', exported.out), '--json');
    expect(report(back)).toMatchObject({ new: 0, changed: 0, refused: [], measures: 2 });
    const events = (await klimaspur('export', 'events')).out.trim().split('\n');
    expect(events.map((line) => (JSON.parse(line) as { type: string }).type)).toContain(
      'PlanImportCompleted',
    );
  });

  it('takes editions of a workbook oldest first, and gives one back', async () => {
    const list = (name: string, status: string) =>
      file(
        name,
        workbook({
          name: 'Liste',
          rows: [
            ['Nr.', 'Titel', 'Wie weit'],
            ['1', 'Radwege', status],
          ],
        }),
      );
    const files = [list('neu.xlsx', 'fertig'), list('alt.xlsx', 'läuft')];
    const stands = ['--stand', '2024-10', '--stand', '2024-04'];
    const mapping = file('mapping.json', '{"columns":{"Wie weit":"status"}}');
    const options = [...stands, '--mapping', mapping, '--sheet', 'Liste', '--json'];
    const taken = await klimaspur('import', 'measures', ...files, ...options);
    expect(taken.code).toBe(0);
    const reports = taken.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(reports).toMatchObject([
      { file: 'alt.xlsx', measures: 1, new: 2 },
      { file: 'neu.xlsx', measures: 1, new: 0, changed: 1 },
    ]);
    const out = join(folder, 'zurück.xlsx');
    expect((await klimaspur('export', 'measures', '--format', 'xlsx', '--out', out)).code).toBe(0);
    const back = await klimaspur('import', 'measures', out, '--json');
    expect(report(back)).toMatchObject({ new: 0, changed: 0, refused: [] });
    expect((await klimaspur('import', 'measures', ...files, '--stand', '2024-10')).code).toBe(2);
    expect((await klimaspur('import', 'measures', out, '--mapping', out)).code).toBe(2);
    expect((await klimaspur('export', 'measures', '--format', 'ods')).code).toBe(2);
  });

  it('says what a list became, who sees it, and how it is published', async () => {
    const path = file('Meine Liste.csv', 'Nr;Titel;Stand\n1;Radwege;geplant\n2;Bäume;läuft');
    const first = await klimaspur('import', 'measures', path, '--stand', '2024');
    expect([first.code, first.out]).toEqual([0, '']);
    expect(first.err).toContain('1 town, 0 fields, 2 measures.');
    expect(first.err).toContain('Town “Meine Liste”, plan “Meine Liste”: 2 measures.');
    const address = 'http://127.0.0.1:3000/en/municipalities/meine-liste/measures';
    expect(first.err).toContain(`Not public yet: 2 drafts. The team sees them at ${address}`);
    const serve = 'the addresses hold once it is started: npx klimaspur serve';
    expect(first.err).toContain(serve);
    const [, command = ''] = /Publish: npx klimaspur (.*)/.exec(first.err) ?? [];
    expect(command).toBe(`import measures '${path}' --stand 2024 --publish`);

    const words = ['import', 'measures', path, '--stand', '2024', '--publish'];
    const heldBack = await klimaspur(...words);
    expect([heldBack.code, heldBack.err]).toEqual([
      1,
      expect.stringContaining('new 0 · changed 0 · unchanged 3 · refused 0'),
    ]);
    expect(heldBack.err).toContain('This does not publish the municipality yet.');
    expect(heldBack.err).not.toContain('Published:');
    expect(heldBack.err).toContain(
      `Not public yet: the measures are published, the municipality is not. The team sees them at ${address}`,
    );
    expect(heldBack.err).not.toContain('2 drafts');
    expect(heldBack.err).toContain('Not published: Meine Liste.');
    expect(heldBack.err).toContain('    http://127.0.0.1:3000/en/admin/pages/imprint\n');
    expect(heldBack.err).toContain(`Then publish: npx klimaspur ${command}`);
    const asJson = await klimaspur(...words, '--json');
    expect(asJson.code).toBe(1);
    const held = report(asJson);
    expect(held).toMatchObject({
      published: { municipalities: 0, plans: 0, measures: 0 },
      places: [{ name: 'Meine Liste', published: false, measures: 2, drafts: 0, url: address }],
    });

    const server = await startBuiltServer({ KLIMASPUR_DATA: join(folder, 'data') });
    await allowPublishing(server, (held['towns'] as string[])[0]!, token);
    const environment = { KLIMASPUR_TOKEN: token };
    const published = await klimaspurIn({ data: join(folder, 'data'), environment }, ...words);
    await server.stop();
    expect(published.code).toBe(0);
    expect(published.err).toContain('Published: 1 town, 0 measures.');
    expect(published.err).not.toContain(serve);
    expect(published.err).toMatch(/Public at \S+\/en\/municipalities\/meine-liste\/measures/);
  });

  it('gives a new town and plan the names it is told, and names what a later edition changes', async () => {
    const before = file('alt.csv', 'Nr;Titel;Stand\n1;Radwege;geplant\n2;Bäume;läuft');
    const after = file('neu.csv', 'Nr;Titel;Stand\n1;Radwege bauen;erledigt\n2;Bäume;läuft');
    const names = ['--new-town', 'Beispielstadt', '--new-plan', 'Klimaplan'];
    const first = await klimaspur('import', 'measures', before, '--stand', '2023', ...names);
    expect(first.err).toContain('Town “Beispielstadt”, plan “Klimaplan”: 2 measures.');
    const into = ['--town', 'Beispielstadt', '--stand', '2024'];
    const next = await klimaspur('import', 'measures', after, ...into);
    expect(next.err).toContain('1 Radwege bauen – Title: Radwege → Radwege bauen; State: planned');
    expect(next.err).toContain('Town “Beispielstadt”, plan “Klimaplan”: 2 measures.');
  });

  it('refuses a file with a bad row by place, column, value and reason, and leaves no trace', async () => {
    const path = file('dump.json', dump(task(1, {}), task(2, { planned_start: 'soon' })));
    const refused = await klimaspur('import', 'localzero', path, '--json');
    expect(refused.code).toBe(1);
    expect(report(refused)['refused']).toMatchObject([
      { where: 'task 2', column: 'planned_start', value: 'soon' },
    ]);
    expect((await klimaspur('export', 'events')).out).not.toContain('MunicipalityFounded');
    expect((await klimaspur('import', 'localzero', path, '--accept-good-rows')).code).toBe(0);
  });

  it('gives a sign-in link', async () => {
    const { out, code } = await klimaspur('login-link', '--role', 'operator');
    expect(code).toBe(0);
    expect(out).toMatch(/\/de\/anmelden\?code=\S+/);
  });

  it('builds the read models anew', async () => {
    await klimaspur('import', 'localzero', file('dump.json', dump(task(1, {}))));
    const { err, code } = await klimaspur('rebuild');
    expect(code).toBe(0);
    expect(err).toMatch(/Rebuilt from \d+ events/);
  });
});

const karlsruhe = realFile('measures/karlsruhe_ksk2030_monitoring2022.csv');
const real = existsSync(karlsruhe) ? it : it.skip;

describe('real lists (skipped where the data is absent)', () => {
  real('the Karlsruhe list goes in, comes out, and goes in again without change', async () => {
    const measures = readFileSync(karlsruhe, 'utf8');
    expect(measures.length).toBeGreaterThan(0);
    const first = await klimaspur('import', 'measures', karlsruhe, '--town-name', 'x');
    expect(first.code).toBe(2);
    expect((await klimaspur('import', 'measures', karlsruhe, '--stand', '2022-12-31')).code).toBe(
      0,
    );
    const exported = await klimaspur('export', 'measures');
    const back = report(
      await klimaspur('import', 'measures', file('back.csv', exported.out), '--json'),
    );
    expect(back).toMatchObject({ measures: 75, new: 0, changed: 0, refused: [] });
  });
});
