import { workbook } from '@klimaspur/importers/testing';
import { describeWith } from '../importers/real-files.js';
import { TestApp, token } from './app.js';

const base = { KLIMASPUR_BASE_URL: 'http://klimaspur.example' };
let apps: TestApp[] = [];
const started = async () => {
  const app = await TestApp.start(base);
  apps.push(app);
  return app;
};
afterEach(async () => {
  for (const app of apps) await app.stop();
  apps = [];
});

const importInto = async (
  app: TestApp,
  bytes: Uint8Array,
  query: Readonly<Record<string, string>>,
) => {
  const answer = await fetch(`${app.url}/api/v1/imports/measures?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const last = JSON.parse((await answer.text()).trim().split('\n').at(-1)!) as {
    report: { refused: unknown[]; done: boolean; new: number; changed: number };
  };
  await app.settle();
  return last.report;
};

const exported = async (app: TestApp, format: string, lang = 'de') => {
  const answer = await fetch(`${app.url}/api/v1/exports/measures?format=${format}&lang=${lang}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

/** Everything that a list can say, in states of every kind. */
const sheet = workbook({
  name: 'Maßnahmen',
  rows: [
    [
      'Nr.',
      'Handlungsfeld',
      'Maßnahme',
      'Status',
      'Begonnen am',
      'Abgeschlossen am',
      'Geplanter Beginn',
      'Geplantes Ende',
      'Federführung',
      'Beteiligte',
      'Kosten einmalig',
      'THG-Einsparung (t/a)',
      'Beschlossen am',
      'Drucksache',
      'Nächste Schritte',
      'Zielgruppe',
      'Priorität',
      'Einführung',
      'Bemerkungen',
      'Förderprogramm',
      'Beschlossen durch',
    ],
    [
      '1',
      'Energie',
      'Solar; "Dächer"',
      '60 %',
      { date: '2023-03-01' },
      null,
      2023,
      { date: '2025-12-31' },
      'Bauamt',
      'Stadtwerke\nHandwerk | Innung',
      12500.5,
      '500–800',
      { date: '2022-12-15' },
      'DS 74/2022',
      '- Planen\n- Bauen',
      'Bürger; Betriebe',
      'hoch',
      'kurzfristig',
      '=SUMME(A1)\r\nZeile 2',
      'KfW 432',
      'Gemeinderat',
    ],
    [
      '2',
      'Energie',
      'Wärme',
      'erledigt',
      { date: '2022-01-10' },
      { date: '2024-02-29' },
      null,
      'Ende 2023',
      'Bauamt',
      null,
      null,
      12,
      null,
      null,
      null,
      null,
      'mittel',
      null,
      '_x000D_ & <b>',
      null,
    ],
    [
      '3',
      'Verkehr',
      'Bus',
      'in Arbeit, verzögert',
      null,
      null,
      null,
      '2024',
      null,
      null,
      null,
      'nicht beziffert',
      null,
      null,
      null,
      null,
      null,
      'langfristig',
      "'-1",
      null,
    ],
    [
      '4',
      'Verkehr',
      'Rad',
      'ruht',
      { date: '2023-05-01' },
      null,
      null,
      null,
      'Amt',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    [
      '5',
      null,
      'Moor',
      'eingestellt',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    [
      '6',
      null,
      'Wald',
      'Daueraufgabe',
      { date: '2020-01-01' },
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    [
      '7',
      null,
      'Luft',
      'geplant',
      null,
      null,
      null,
      '2030',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    [
      '8',
      null,
      'Boden',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
  ],
});

const roundTrip = async (bytes: Uint8Array, stand: string) => {
  const home = await started();
  await home.given('municipalities', { text: { name: 'Musterstadt' } });
  await home.settle();
  expect(await importInto(home, bytes, { town: 'Musterstadt', stand })).toMatchObject({
    refused: [],
    done: true,
  });
  await comesBack(home);
};

/** Everything in the same bytes, in whatever form and language it went. */
const comesBack = async (home: TestApp) => {
  for (const format of ['csv', 'xlsx']) {
    for (const lang of ['de', 'en']) {
      const file = await exported(home, format, lang);
      expect(await exported(home, format, lang)).toEqual(file);
      expect(await importInto(home, file, { fileName: `zurück.${format}` })).toMatchObject({
        new: 0,
        changed: 0,
      });
      const elsewhere = await started();
      await elsewhere.given('municipalities', { text: { name: 'Musterstadt' } });
      await elsewhere.settle();
      const report = await importInto(elsewhere, file, {
        town: 'Musterstadt',
        fileName: `da.${format}`,
      });
      expect(report).toMatchObject({ refused: [], done: true });
      expect((await exported(elsewhere, 'csv')).toString()).toBe(
        (await exported(home, 'csv')).toString(),
      );
      expect((await exported(elsewhere, format, lang)).equals(file)).toBe(true);
      expect((await exported(elsewhere, 'json')).equals(await exported(home, 'json'))).toBe(true);
    }
  }
};

describe('an export', () => {
  it('imported elsewhere gives the same bytes again, as CSV and XLSX, in German and English', async () => {
    await roundTrip(sheet, '2024-04-30');
  });

  it('says of a day of the list alone that it is the latest one', async () => {
    const home = await started();
    const town = await home.given('municipalities', { text: { name: 'Musterstadt' } });
    await home.settle();
    await importInto(home, sheet, { town, stand: '2024-04-30' });
    const rows = JSON.parse((await exported(home, 'json')).toString()) as { title: string }[];
    const of = (title: string) => rows.find((row) => row.title === title);
    const stand = '2024-04-30';
    expect(of('Wärme')).toMatchObject({ startedOn: '2022-01-10', endedOn: '2024-02-29' });
    expect(of('Wärme')).not.toHaveProperty('endedBy');
    expect(of('Bus')).toMatchObject({ startedBy: stand });
    expect(of('Rad')).toMatchObject({ startedOn: '2023-05-01', implementationBy: stand });
    expect(of('Moor')).toMatchObject({ endedBy: stand });
    for (const name of ['startedOn', 'endedOn', 'implementationSince']) {
      expect(JSON.stringify(of('Moor'))).not.toContain(name);
    }
  });

  it('says no more of a day than is known, and comes back in the same bytes', async () => {
    const home = await started();
    const municipality = await home.given('municipalities', { text: { name: 'Musterstadt' } });
    const plan = await home.given('plans', {
      ...{ municipality, kind: 'CLIMATE_PROTECTION', text: { title: 'Klimaplan' } },
    });
    let rank = 0;
    const measure = async (title: string, ...said: readonly (readonly [string, object])[]) => {
      const id = await home.given('measures', { municipality, text: { title } });
      rank += 1;
      await home.post(`plans/${plan}/place-measure`, { measure: id, rank, text: {} });
      for (const [command, body] of said) {
        const { status } = await home.post(`measures/${id}/${command}`, { text: {}, ...body });
        expect(status).toBe(200);
      }
    };
    const adopts = { effect: 'ADOPTS', scope: 'FULL', final: true };
    await measure('Ein Jahr', ['decide', { ...adopts, occurredOn: '2022' }]);
    await measure(
      'Ein Monat',
      ['decide', { ...adopts, occurredOn: '2022-12-15' }],
      ['plan-implementation', { occurredOn: '2023-05', plannedEnd: '2030' }],
      ['report-delay', { occurredOn: '2023-07', reason: 'STAFF' }],
    );
    await home.settle();
    const rows = JSON.parse((await exported(home, 'json')).toString()) as { title: string }[];
    const of = (title: string) => rows.find((row) => row.title === title);
    expect(of('Ein Jahr')).toMatchObject({ decidedOn: '2022', lastEntryOn: '2022' });
    expect(of('Ein Monat')).toMatchObject({
      ...{ decidedOn: '2022-12-15', implementationSince: '2023-05' },
      ...{ delayReportedOn: '2023-07', lastEntryOn: '2023-07' },
    });
    await comesBack(home);
    await roundTrip(sheet, '2023');
  });

  it('is a workbook with days and numbers, fields, and what its columns mean', async () => {
    const app = await started();
    const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.settle();
    await importInto(app, sheet, { town, stand: '2024-04-30' });
    const answer = await fetch(`${app.url}/api/v1/exports/measures?format=xlsx`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(answer.headers.get('content-disposition')).toMatch(/\.xlsx"$/);
    const page = await fetch(`${app.url}/de/kommunen/musterstadt/massnahmen.xlsx`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });
});

describe('an export over several towns', () => {
  it('goes back into the same place without an event, and elsewhere says the same', async () => {
    const home = await started();
    for (const name of ['Altenbach', 'Neustadt']) {
      await home.given('municipalities', { text: { name } });
      await home.settle();
      await importInto(home, sheet, { town: name, stand: '2024-04-30' });
    }
    const json = (app: TestApp) => exported(app, 'json').then(String);
    for (const format of ['csv', 'xlsx']) {
      const file = await exported(home, format);
      const before = await home.store.lastPosition();
      expect(await importInto(home, file, { fileName: `alle.${format}` })).toMatchObject({
        ...{ refused: [], done: true, new: 0, changed: 0 },
      });
      expect(await home.store.lastPosition()).toBe(before);
      const elsewhere = await started();
      await importInto(elsewhere, file, { fileName: `alle.${format}` });
      const rowsOf = async (app: TestApp) =>
        (JSON.parse(await json(app)) as { id: string; url: string }[])
          .map(({ url: _url, ...row }) => row)
          .sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(await rowsOf(elsewhere)).toEqual(await rowsOf(home));
    }
  });
});

describeWith('measures/karlsruhe_ksk2030_monitoring2022.csv', 'a real list', (bytes) => {
  it('comes back in the same bytes', async () => {
    await roundTrip(bytes, '2022-12-31');
  });
});
