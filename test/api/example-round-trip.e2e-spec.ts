import { decisionStates, implementationStates, statuses } from '@klimaspur/domain';
import { strFromU8, unzipSync } from 'fflate';
import { draftMarker } from '../../apps/api/src/example/musterstadt/musterstadt.js';
import { TestApp, token } from './app.js';

const slug = 'musterstadt-am-main';
/** What goes on elsewhere is listed only for those who name its states. */
const everything = new URLSearchParams({ decision: decisionStates.join(',') });

let apps: TestApp[] = [];
const started = async (environment: Readonly<Record<string, string>> = {}) => {
  const app = await TestApp.start(environment);
  apps.push(app);
  return app;
};
afterAll(async () => {
  for (const app of apps) await app.stop();
  apps = [];
});

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const exported = async (app: TestApp, town: string | null, format: string, lang = 'de') => {
  const scope = town === null ? '' : `&municipality=${town}`;
  const query = `format=${format}&lang=${lang}${scope}&${everything}`;
  const { status, bytes } = await app.bytes({ path: `/api/v1/exports/measures?${query}` });
  expect(status).toBe(200);
  return bytes;
};

const rowsOf = async (app: TestApp, town: string): Promise<Row[]> =>
  JSON.parse(Buffer.from(await exported(app, town, 'json')).toString()) as Row[];

interface Report {
  readonly done: boolean;
  readonly refused: readonly unknown[];
  readonly new: number;
  readonly changed: number;
  readonly municipalities: number;
  readonly towns: readonly string[];
  readonly findings: readonly { readonly where: string; readonly code: string }[];
  readonly notTaken: readonly { readonly what: string; readonly reason: string }[];
}

const imported = async (app: TestApp, bytes: Uint8Array, fileName: string): Promise<Report> => {
  const query = new URLSearchParams({ fileName });
  const answer = await fetch(`${app.url}/api/v1/imports/measures?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const last = JSON.parse((await answer.text()).trim().split('\n').at(-1)!) as { report: Report };
  await app.settle();
  await app.settle();
  return last.report;
};

/** Everything that a file says of a measure; where its page lies is another thing elsewhere. */
const withoutAddress = (rows: readonly Row[]) => rows.map(({ url: _url, ...row }) => row);

describe('the whole example, imported where nothing is', () => {
  let home: TestApp;
  beforeAll(async () => {
    home = await started({ KLIMASPUR_EXAMPLE: 'yes' });
    await home.settle();
  });

  it('holds every public word and every state', async () => {
    const rows = await rowsOf(home, slug);
    const said = (key: string) => new Set(rows.map((row) => row[key]));
    expect(statuses.filter((status) => !said('status').has(status))).toEqual([]);
    const missing = [
      ...decisionStates.filter((state) => !said('decision').has(state)),
      ...implementationStates.filter((state) => !said('implementation').has(state)),
    ];
    expect(missing).toEqual([]);
  });

  it.each([
    ['csv', 'de'],
    ['xlsx', 'de'],
    ['csv', 'en'],
  ])('gives the same bytes again: %s, %s', async (format, lang) => {
    const file = await exported(home, slug, format, lang);
    const elsewhere = await started();
    const report = await imported(elsewhere, file, `liste.${format}`);
    expect(report).toMatchObject({ refused: [], done: true, municipalities: 1 });
    const told = ['state-not-carried', 'word-differs', 'import/heir-unknown'];
    expect(report.findings.filter(({ code }) => told.includes(code))).toEqual([]);
    const town = report.towns[0]!;
    expect(withoutAddress(await rowsOf(elsewhere, town))).toEqual(
      withoutAddress(await rowsOf(home, slug)),
    );
    const again = Buffer.from(await exported(elsewhere, town, format, lang));
    expect(again.equals(file)).toBe(true);
    for (const app of [home, elsewhere]) {
      expect(Buffer.from(await exported(app, null, format, lang)).equals(file)).toBe(true);
    }
    const twice = await imported(elsewhere, file, `liste.${format}`);
    expect(twice).toMatchObject({ refused: [], new: 0, changed: 0 });
  });

  it('has a workbook with a sheet for each table, of which the measures import again', async () => {
    const path = `/de/kommunen/${slug}/tabellen.xlsx`;
    const { status, bytes } = await home.bytes({ path });
    expect(status).toBe(200);
    const parts = unzipSync(bytes);
    const names = Array.from(
      strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]*)"/g),
      ([, name = '']) => name,
    );
    const others = [
      ...['Handlungsfelder', 'Spalten', 'Stand', 'Zahlen je Handlungsfeld', 'Entwicklung'],
      ...['Vom Beschluss zum Abschluss', 'Bewertungen', 'Verschobene Termine', 'Gremien'],
      ...['Beschlüsse', 'Einträge', 'Belege', 'Adressen'],
    ];
    expect(names).toEqual(['Maßnahmen', ...others]);
    const rowsOn = (name: string) =>
      strFromU8(parts[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`]!).split('<row ').length -
      2;
    for (const name of others)
      expect({ name, rows: rowsOn(name) > 0 }).toEqual({ name, rows: true });
    const elsewhere = await started();
    const report = await imported(elsewhere, bytes, 'tabellen.xlsx');
    expect(report).toMatchObject({ refused: [], done: true });
    const left = report.notTaken.filter(({ reason }) => reason === 'other-sheet');
    expect(left.map(({ what }) => what)).toEqual(others);
    const list = async (app: TestApp, of: string) =>
      Buffer.from(
        (await app.bytes({ path: `/de/kommunen/${of}/massnahmen.csv` })).bytes,
      ).toString();
    expect(await list(elsewhere, report.towns[0]!)).toBe(await list(home, slug));
  });

  it('has every column of its sheets in the dictionary, beside the file of all measures as a workbook', async () => {
    const { bytes } = await home.bytes({ path: `/de/kommunen/${slug}/tabellen.xlsx` });
    const parts = unzipSync(bytes);
    const { text } = await home.ask({ path: '/de/daten', token: null });
    const unknown = [...Object.keys(parts)]
      .filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))
      // Those that explain themselves: fields, columns and addresses.
      .filter((name) => !/sheet([23]|14)\.xml$/.test(name))
      .flatMap((name) => {
        const [head = ''] = /<row .*?<\/row>/s.exec(strFromU8(parts[name]!)) ?? [];
        const headings = [...head.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, said = '']) => said);
        expect(headings.length).toBeGreaterThan(2);
        return headings.filter((heading) => !text.includes(`>${heading}</th>`));
      });
    expect(unknown).toEqual([]);
    expect(text).toContain('href="/api/v1/exports/measures?format=xlsx&amp;lang=de"');
  });

  it('shows strangers no word of a draft on any sheet', async () => {
    const path = `/de/kommunen/${slug}/tabellen.xlsx`;
    const { bytes } = await home.bytes({ path, token: null });
    const all = Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('');
    expect(all).not.toContain(draftMarker);
  });
});
