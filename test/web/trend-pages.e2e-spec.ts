import { stages, type Day } from '@klimaspur/domain';
import type { MeasureItem, Municipality, ReadModels } from '@klimaspur/read-models';
import { recount, type Raw } from '../read-models/recount.js';
import { trendsOf } from '../read-models/recounted-trends.js';
import { TestApp, token } from '../api/app.js';
import { trendFiles } from '../../apps/api/src/web/trends/trend-paths.js';
import { chartsOf, rowsIn } from './chart-tables.js';
import { examplePages, plain, slug } from './example-pages.js';

const { app, today, models, view, get, page } = examplePages();
let town: Municipality;
const german = `/de/kommunen/${slug}`;
const english = `/en/municipalities/${slug}`;
const trends = `${german}/verlauf-und-termine`;

beforeAll(() => {
  town = models().municipality(slug, view())?.municipality as Municipality;
});

const yearsAgo = (years: number): Day => `${Number(today().slice(0, 4)) - years}-12-31`;

/** All measures of a town on a day, page by page. */
const measuresOn = (shown: ReadModels, municipality: string, day: Day): MeasureItem[] => {
  const found: MeasureItem[] = [];
  for (let number = 1; ; number++) {
    const { items, total } = shown.measures({ municipality, page: number }, view(day));
    found.push(...items);
    if (found.length >= total) return found;
  }
};

/** The whole log of the world that is shown, as the recount reads it. */
const logOf = async ({ worlds }: TestApp): Promise<Raw[]> => {
  const events = await worlds.current().store.readAll(null, 100_000);
  return events.map(({ stream, id, type, data, metadata }) => ({
    ...{ stream, id, type, data },
    occurredOn: metadata['occurredOn'] as string | null,
    recordedAt: String(metadata['recordedAt']),
  }));
};

/** Asks the read models, counts the log once more, and gives what both say. */
const expectRecounted = (
  shown: ReadModels,
  events: readonly Raw[],
  municipality: string,
  day: Day,
) => {
  const expected = trendsOf(
    measuresOn(shown, municipality, day).flatMap(({ id }) => {
      const one = recount(events, `measure-${id}`, day, Infinity);
      return one && !one.own ? [{ ...one, id }] : [];
    }),
  );
  const [counts] = shown.stagesOverTime(municipality, {}, view(day));
  expect(counts).toEqual({ day, ...expected.stages });
  const [opinions] = shown.assessmentsOverTime(municipality, {}, view(day));
  const { given: _given, ...ratings } = expected.ratings;
  expect(opinions).toMatchObject(ratings);
  const moved = shown.movedDates(municipality, {}, view(day));
  expect(moved.items.map(({ title: _title, ...item }) => item)).toEqual(expected.moved.items);
  expect([moved.planned, moved.moves]).toEqual([expected.moved.planned, expected.moved.moves]);
  return expected;
};

describe('the numbers of the charts', () => {
  it('are those of a recount of the whole log, on any day of the example', async () => {
    const events = await logOf(app());
    for (const day of [yearsAgo(1), yearsAgo(2)]) expectRecounted(models(), events, town.id, day);
    const { stages: now, ratings, moved } = expectRecounted(models(), events, town.id, today());
    expect(now.finished).toBeGreaterThan(5);
    expect(now.givenUp).toBeGreaterThan(0);
    expect(ratings.assessed).toBeGreaterThan(20);
    expect(ratings.notAssessed).toBeGreaterThan(0);
    expect(moved.items.length).toBeGreaterThan(3);
  });

  it('are those of the lists behind them', async () => {
    const html = await page(german);
    const [counts] = models().stagesOverTime(town.id, {}, view());
    for (const stage of stages) {
      const path = `${german}/massnahmen?stufe=${stage}`;
      expect(html).toContain(`href="${path}"`);
      const { json } = await get(path.replace('?', '.json?'));
      expect(json).toHaveLength(counts?.[stage] ?? -1);
    }
  });

  it('are those of the API', async () => {
    const api = async (what: string) =>
      (await get(`/api/v1/municipalities/${slug}/${what}`, { accept: 'application/json' })).json;
    expect((await get(`${trends}/stufen.json`)).json).toEqual(await api('progress/stages'));
    expect((await get(`${trends}/bewertungen.json`)).json).toEqual(await api('assessments'));
    expect((await get(`${trends}/termine.json`)).json).toEqual(await api('moved-dates?limit=1000'));
  });
});

describe('what an import brings', () => {
  let own: TestApp;
  beforeAll(async () => {
    own = await TestApp.start();
  });
  afterAll(() => own.stop());

  it('is counted as a recount of the log counts it; dates of later editions are moves', async () => {
    const head = 'Titel;Umsetzungsstand (Code);Geplantes Ende';
    const editions = {
      '2024-04-30': ['Radwege;in-progress;2024', 'Solar;unknown;2025', 'Bäume;unknown;'],
      '2024-10-31': ['Radwege;in-progress;2025-06', 'Solar;in-progress;2025-03', 'Bäume;;'],
      '2025-04-30': ['Radwege;completed;2026', 'Solar;in-progress;2025-03', 'Bäume;;2030'],
    };
    const sheetTown = await own.given('municipalities', { text: { name: 'Sheetdorf' } });
    await own.publish(sheetTown);
    for (const [stand, rows] of Object.entries(editions)) {
      const question = new URLSearchParams({ town: sheetTown, stand, fileName: 'liste.csv' });
      const answer = await fetch(`${own.url}/api/v1/imports/measures?${question}&publish=true`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/octet-stream',
        },
        body: Buffer.from([head, ...rows].join('\r\n')),
      });
      expect((await answer.text()).trim().split('\n').at(-1)).toContain('"done":true');
    }
    await own.settle();
    const shown = own.worlds.current().readModels;
    const events = await logOf(own);
    for (const day of ['2024-04-30', '2024-12-31', today()]) {
      expectRecounted(shown, events, sheetTown, day);
    }
    for (const path of ['', '/verlauf-und-termine']) {
      const { text } = await own.ask({ path: `/de/kommunen/sheetdorf${path}` });
      expect(text).toContain('Beginn der Aufzeichnung');
    }
    // „2025“ made „März 2025“ is no move, and „2030“ is the first that was said.
    expect(shown.movedDates(sheetTown, {}, view()).items).toMatchObject([
      { title: 'Radwege', first: '2024', now: '2026', times: 2, days: 730 },
    ]);
    const [now] = shown.stagesOverTime(sheetTown, {}, view());
    expect(now).toMatchObject({ total: 3, decided: 0, begunUndecided: 2 });
    const { text } = await own.ask({ path: '/de/kommunen/sheetdorf', token: null });
    expect(plain(text)).toContain(
      '0 von 3 Maßnahmen sind beschlossen; 0 davon haben begonnen, 0 sind abgeschlossen. ' +
        '2 weitere haben begonnen, ohne dass dafür ein geltender Beschluss eingetragen ist. ' +
        'Bei 3 Maßnahmen ist der Beschlussstand unbekannt.',
    );
  });
});

describe('„Verlauf und Termine“', () => {
  it('is linked from the dashboard, and leads back', async () => {
    expect(await page(german)).toContain(`href="${trends}"`);
    expect(await page(english)).toContain(`href="${english}/trends-and-dates"`);
    expect(await page(trends)).toContain(`href="${german}"`);
  });

  it('says each finding in a sentence, with table and files', async () => {
    const html = await page(trends);
    const { planned, total, moves } = models().movedDates(town.id, {}, view());
    const text = plain(html);
    expect(text).toContain(`Bei ${total} von ${planned} Maßnahmen mit geplantem Ende wurde`);
    expect(text).toContain(`zusammen ${moves}‑mal`);
    expect(text).toContain('Bewertung durch Klimagruppe Musterstadt');
    expect(text).toContain('Beginn der Aufzeichnung');
    expect(html.match(/<figure/g)).toHaveLength(4);
    expect(html.match(/<details class="disclosure chart__table/g)).toHaveLength(4);
    for (const file of [
      'stufen',
      'termine',
      'bewertungen',
      'verschiebungen',
      'am-weitesten-verschoben',
    ]) {
      expect(html).toContain(`href="${trends}/${file}.csv"`);
    }
  });

  it('leads to the measures whose end was moved farthest', async () => {
    const html = await page(trends);
    const { items } = models().movedDates(town.id, { limit: 10 }, view());
    expect(items.length).toBeGreaterThan(3);
    for (const { id } of items) expect(html).toContain(`href="${german}/massnahmen/${id}"`);
  });

  it('speaks of a past day, and keeps it on every way', async () => {
    const day = yearsAgo(1);
    const html = await page(`${trends}?stand=${day}`);
    const { total, planned } = models().movedDates(town.id, {}, view(day));
    expect(total).not.toBe(models().movedDates(town.id, {}, view()).total);
    expect(plain(html)).toContain(`Bei ${total} von ${planned} Maßnahmen`);
    expect(html).toContain('is-past');
    expect(html).toContain(`${trends}/stufen.csv?stand=${day}`);
    expect(html).toContain(`href="${german}?stand=${day}"`);
  });

  it('speaks of one plan, which has its own way there', async () => {
    const plan = town.plans[1]!;
    const path = `${trends}?plan=${plan.id}`;
    expect(await page(`${german}/plaene/${plan.id}`)).toContain(`href="${path}"`);
    const html = await page(path);
    const [counts] = models().stagesOverTime(town.id, { plan: plan.id }, view());
    expect(plain(html)).toContain(
      `sind es ${counts!.decided} von ${counts!.total}, davon ${counts!.begun} begonnen`,
    );
    expect(html).toContain(`/stufen.csv?plan=${plan.id}`);
    expect((await get(`${trends}?plan=${crypto.randomUUID()}`)).status).toBe(404);
  });

  it('gives its charts as CSV, one row for each half-year, rating or measure', async () => {
    const rows = async (file: string) => (await page(file)).trim().split('\r\n');
    const { items } = models().movedDates(town.id, {}, view());
    expect(await rows(`${trends}/termine.csv`)).toHaveLength(items.length + 1);
    const points = await rows(`${english}/trends-and-dates/stages.csv`);
    expect(points[0]).toBe(
      'Day;Decided;Of these begun;Of these completed;Decided and given up;' +
        'Begun without a decision in force;Decision state unknown;All measures',
    );
    const { day, decided } = models().stagesOverTime(town.id, {}, view())[0]!;
    expect(points.at(-1)).toMatch(new RegExp(`^${day};${decided};`));
    const { counts } = models().progress(town.id, {}, view());
    expect((await rows(`${trends}/staende.csv`)).at(-1)).toBe(
      [today(), ...Object.values(counts.byStatus), counts.total].join(';'),
    );
  });

  it('gives for each chart a file that holds what its table shows, here and on the dashboard', async () => {
    for (const path of [german, `${german}/plaene/${town.plans[1]!.id}`, trends]) {
      const charts = chartsOf(await page(path));
      expect(charts.length).toBeGreaterThan(2);
      for (const { sentence, rows, files } of charts) {
        expect(sentence).not.toBe('');
        expect(rows.length).toBeGreaterThan(0);
        expect(files.map((file) => file.replace(/\?.*/, '').split('.').at(-1))).toEqual([
          'csv',
          'json',
        ]);
        const [csv = '', json = ''] = files;
        expect((await get(json)).status).toBe(200);
        // One row per rating instead of one column: the numbers of a day stand in several rows.
        if (csv.includes('/bewertungen.csv')) continue;
        const there = rowsIn(await page(csv));
        const missing = rows.filter(
          (row) => !there.some((file) => row.every((cell) => file.has(cell))),
        );
        expect({ csv, missing }).toEqual({ csv, missing: [] });
      }
    }
  });

  it('gives each rating of a day in a row of its own', async () => {
    const { rows } = chartsOf(await page(trends)).at(-1)!;
    const there = rowsIn(await page(`${trends}/bewertungen.csv`));
    for (const [day = '', ...numbers] of rows) {
      const ofDay = there.filter((row) => row.has(day));
      const [total, open, ...counts] = numbers.reverse();
      expect(ofDay.length).toBeGreaterThan(0);
      for (const count of [total!, ...counts])
        expect(ofDay.some((row) => row.has(count))).toBe(true);
      expect(Number(open)).toBeLessThanOrEqual(Number(total));
    }
  });

  it('has no other files, and answers 304 to whoever has them', async () => {
    for (const file of ['anderes.csv', 'stufen.xml', 'stages.csv', 'stufen']) {
      expect((await get(`${trends}/${file}`)).status).toBe(404);
    }
    const etag = (await get(`${trends}/stufen.json`)).headers.get('etag') ?? '';
    expect((await get(`${trends}/stufen.json`, { 'if-none-match': etag })).status).toBe(304);
  });

  it('has every column in the dictionary', async () => {
    const text = plain(await page('/de/daten'));
    for (const { de: file } of Object.values(trendFiles)) {
      const [head = ''] = (await page(`${trends}/${file}.csv`)).split('\r\n');
      for (const heading of head.split(';')) expect(text).toContain(` ${heading} `);
    }
  });
});

describe('an address to cite', () => {
  it('shows what was seen, whatever is recorded for that day later', async () => {
    const said = plain(await page('/de/daten'));
    const query = /\?stand=(\d{4}-\d\d-\d\d)&kenntnisstand=\1/.exec(said);
    const [both = '', day] = query ?? [];
    const numbers = async (dates: string) => (await get(`${trends}/stand.csv${dates}`)).text;
    const [cited, ofDay] = [await numbers(both), await numbers(`?stand=${day}`)];
    const { items } = models().measures({ municipality: town.id, status: ['planned'] }, view());
    const done = { occurredOn: day };
    const path = `measures/${items[0]!.id}/complete-implementation`;
    expect((await app().post(path, done)).status).toBe(200);
    await app().settle();
    expect(await numbers(`?stand=${day}`)).not.toBe(ofDay);
    expect(await numbers(both)).toBe(cited);
  });
});
