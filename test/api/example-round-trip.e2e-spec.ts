import { decisionStates, implementationStates, statuses } from '@klimaspur/domain';
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

const exported = async (app: TestApp, town: string, format: string, lang = 'de') => {
  const query = `format=${format}&lang=${lang}&municipality=${town}&${everything}`;
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
  }, 240_000);

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
    expect(again.equals(await exported(home, slug, format, lang))).toBe(true);
    const twice = await imported(elsewhere, file, `liste.${format}`);
    expect(twice).toMatchObject({ refused: [], new: 0, changed: 0 });
  });
});
