import { TestApp, token } from '../api/app.js';
import { wordsOf } from './visitor.js';

let app: TestApp;
let municipality: string;
let committee: string;

/** A plan of LocalZero: a field within a field, and a measure at the top between two fields. */
const node = (pk: number, path: string, title: string, execution_status = 0) => ({
  model: 'cpmonitor.task',
  pk,
  fields: {
    ...{ path, title, execution_status, city: 1, draft_mode: false, depth: path.length / 4 },
  },
});
const plan = [
  { model: 'cpmonitor.city', pk: 1, fields: { name: 'Baumstadt', draft_mode: false } },
  node(1, '0001', 'Verkehr'),
  node(2, '00010001', 'Rad'),
  node(3, '000100010001', 'Radwege', 2),
  node(4, '00010002', 'Tempo 30', 6),
  node(5, '0002', 'Klimabudget'),
  node(6, '0003', 'Energie'),
  node(7, '00030001', 'Solardächer', 4),
];
const inOrder = ['Radwege', 'Tempo 30', 'Klimabudget', 'Solardächer'];

const done = async (path: string, body: object, headers = {}) => {
  const answered = await app.post(path, body, headers);
  if (answered.status >= 300) throw new Error(`${path}: ${answered.text}`);
  return answered.json;
};
const items = async <T>(path: string) => (await app.ask({ path: `/api/v1/${path}` })).json as T;
const words = async (path: string) => wordsOf(await app.ask({ path }));
const measureCalled = async (title: string): Promise<string> => {
  const { items: found } = await items<{ items: { id: string; title: string }[] }>(
    `measures?municipality=${municipality}`,
  );
  return found.find((one) => one.title === title)!.id;
};
const pageOf = (id: string, lang: 'de' | 'en' = 'de') =>
  words(
    lang === 'de'
      ? `/de/kommunen/baumstadt/massnahmen/${id}`
      : `/en/municipalities/baumstadt/measures/${id}`,
  );
const recordedOn = async (id: string): Promise<string> => {
  const { lastNews } = await items<{ lastNews: { recordedOn: string } }>(`measures/${id}`);
  return lastNews.recordedOn;
};
const inWords = (day: string) =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

beforeAll(async () => {
  app = await TestApp.start();
  const answer = await fetch(`${app.url}/api/v1/imports/localzero?fileName=baumstadt.json`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: JSON.stringify(plan),
  });
  expect(await answer.text()).toContain('"done":true');
  await app.settle();
  const [town] = (await items<{ items: { id: string }[] }>('municipalities')).items;
  municipality = town!.id;
  committee = await app.given('organs', {
    ...{ municipality, kind: 'COMMITTEE', decidesFinally: false },
    text: { name: 'Ausschuss für Klima' },
  });
});
afterAll(() => app.stop());

describe('a plan that was brought in', () => {
  it('keeps its order, read page by page', async () => {
    const read: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { title: string }[]; next: string | null } = await items(
        `measures?municipality=${municipality}&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      read.push(...page.items.map(({ title }) => title));
      cursor = page.next;
    }
    expect(read).toEqual(inOrder);
  });

  it('keeps its depth: lists name a field with those it lies in', async () => {
    const list = await words('/de/kommunen/baumstadt/massnahmen');
    const places = inOrder.map((title) => list.indexOf(title, list.indexOf('von 4 Maßnahmen')));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(list).toContain('Verkehr › Rad');
  });
});

describe('a day that nobody knows', () => {
  it('is said to be unknown on the dashboard and the page, with the day of the entry', async () => {
    const id = await measureCalled('Tempo 30');
    const said = `Tag unbekannt, eingetragen am ${inWords(await recordedOn(id))}`;
    const dashboard = await words('/de/kommunen/baumstadt');
    const turns = dashboard.slice(dashboard.indexOf('Zuletzt beschlossen'));
    expect(turns).toContain(`Tempo 30 ${said}`);
    expect(turns).toContain(`Solardächer ${said}`);
    expect(await words('/de/kommunen')).toContain(`Zuletzt geschehen: ${said}`);
    expect(await pageOf(await measureCalled('Solardächer'))).toContain(`abgeschlossen (${said})`);
  });

  it('is none in the API', async () => {
    const id = await measureCalled('Tempo 30');
    const day = await recordedOn(id);
    const { lastNews } = await items<{ lastNews: object }>(`measures/${id}`);
    expect(lastNews).toMatchObject({ on: null, recordedOn: day });
    const town = await items<object>(`municipalities/${municipality}`);
    expect(town).toMatchObject({ lastNewsOn: null, lastNewsRecordedOn: day });
  });
});

describe('what a body did', () => {
  it('is said with its name, or its kind where nobody named it, in both languages', async () => {
    const id = await measureCalled('Radwege');
    await done(`measures/${id}/deliberate`, { outcome: 'DEFERRED', occurredOn: '2026-01-10' });
    await done(`measures/${id}/deliberate`, {
      ...{ outcome: 'DEFERRED', organ: committee, occurredOn: '2026-02-10' },
    });
    await app.settle();
    const [german, english] = [await pageOf(id), await pageOf(id, 'en')];
    for (const page of [german, await words('/de/kommunen/baumstadt')]) {
      expect(page).toContain('Im Ausschuss vertagt');
      expect(page).toContain('Ausschuss für Klima: vertagt');
      expect(page).not.toContain('Gremium: vertagt');
    }
    expect(english).toContain('Deferred in committee');
    expect(english).toMatch(/Ausschuss für Klima ?: deferred/);
  });
});

describe('progress', () => {
  it('is said of a measure as long as it is not at its end', async () => {
    const id = await measureCalled('Klimabudget');
    await done(`measures/${id}/start-implementation`, { occurredOn: '2025-01-10' });
    await done(`measures/${id}/report-progress`, { percent: 50, occurredOn: '2025-06-10' });
    await app.settle();
    expect(await pageOf(id)).toContain('Fortschritt 50 %');
    await done(`measures/${id}/complete-implementation`, { occurredOn: '2025-12-10' });
    await app.settle();
    const page = await pageOf(id);
    expect(page).not.toContain('Fortschritt 50 %');
    // It stays in the trail.
    expect(page).toContain('50 %');
  });
});

describe('assessments', () => {
  it('count apart those that were expressly not given', async () => {
    const rate = async (title: string, rating: string) =>
      done(`measures/${await measureCalled(title)}/assess`, {
        ...{ scale: 'TRAFFIC_LIGHT', rating, occurredOn: '2026-01-10' },
        text: { note: 'Weil wir es so sehen.' },
      });
    const before = await items<{ items: { notAssessed: number }[] }>(
      `municipalities/${municipality}/assessments`,
    );
    await rate('Klimabudget', 'GREEN');
    await rate('Radwege', 'LIGHT_GREY');
    await app.settle();
    const after = await items<{ items: { notAssessed: number }[] }>(
      `municipalities/${municipality}/assessments`,
    );
    expect(after.items.at(-1)!.notAssessed).toBe(before.items.at(-1)!.notAssessed + 1);
    expect(await words('/de/kommunen/baumstadt')).toMatch(
      /bewertet, \d+ ausdrücklich nicht bewertet/,
    );
  });
});

describe('the latest entries', () => {
  it('tell what was done to many in one go as one line that leads to the list', async () => {
    for (const title of inOrder)
      await done(`measures/${await measureCalled(title)}/check-unchanged`, { occurredOn: null });
    await app.settle();
    const { text } = await app.ask({ path: '/de/kommunen/baumstadt' });
    expect(text).toContain(
      '<a href="/de/kommunen/baumstadt/massnahmen">4 Maßnahmen: Geprüft, unverändert</a>',
    );
  });
});
