import { TestApp } from '../api/app.js';
import { launchChromium } from './chromium.js';
import { barriersOf, open, overflowOf } from './page-checks.js';
import { Visitor, wordsOf } from './visitor.js';

const slug = 'teststadt';

let app: TestApp;
let town: string;
let measure: string;
let lead: Visitor;
const page = (id = measure, of = slug) => `/de/kommunen/${of}/massnahmen/${id}`;
const work = (id = measure) => `/de/kommunen/${slug}/bearbeiten/massnahmen/${id}`;
const given = (title: string) => app.given('measures', { municipality: town, text: { title } });

/** A public measure with an entry, and how it is taken back. */
beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await given('Bäume pflanzen');
  await app.publish(town);
  await app.post(`measures/${measure}/publish-measure`, {});
  await app.post(`measures/${measure}/report-progress`, {
    occurredOn: '2026-01-10',
    percent: 40,
    text: { note: 'Zwanzig Bäume' },
  });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Radgruppe');
  await lead.fill(`${work()}/notizen`, { text: 'Vorher nachsehen' });
  await lead.fill(`${work()}/zuruecknehmen`, { reason: 'Steht schon unter A 3' });
  await app.settle();
});
afterAll(() => app.stop());

describe('a measure that was recorded by mistake', () => {
  it('says so at its old addresses: when, by whom, why, and what was recorded', async () => {
    for (const path of [page(), `${page()}/verlauf`]) {
      const answered = await Visitor.stranger(app).get(path);
      expect(answered.status).toBe(410);
      const words = wordsOf(answered);
      expect(words).toContain('Diese Maßnahme wurde irrtümlich angelegt.');
      expect(words).toMatch(/Sie wurde am .* zurückgenommen von Radgruppe \(Team-Leitung\)\./);
      expect(words).toContain('Begründung: Steht schon unter A 3');
      expect(words).toContain('Zwanzig Bäume');
      expect(words).not.toContain('Fehler melden');
    }
    const english = await Visitor.stranger(app).get(
      `/en/municipalities/${slug}/measures/${measure}`,
    );
    expect(wordsOf(english)).toContain('This measure was recorded by mistake.');
  });

  it('is led to from another name of the town', async () => {
    const moved = await Visitor.stranger(app).get(page(measure, town));
    expect([moved.status, moved.headers.get('location')]).toEqual([301, page()]);
  });

  it('is gone for programs too, in words; its trail stays', async () => {
    for (const path of [`/api/v1/measures/${measure}`, `${page()}.json`, `${page()}/verlauf.csv`]) {
      const { status, json } = await app.ask({ path, token: null });
      expect([status, json['code']]).toEqual([410, 'measure/voided']);
    }
    const trail = await app.ask({ path: `/api/v1/measures/${measure}/history`, token: null });
    expect([trail.status, (trail.json['items'] as unknown[]).length]).toEqual([200, 4]);
  });

  it('is in no list, no count and no file', async () => {
    const list = await app.ask({ path: `/api/v1/measures?municipality=${town}` });
    expect(list.json['total']).toBe(0);
    for (const path of [`/de/kommunen/${slug}/massnahmen`, '/api/v1/exports/measures']) {
      expect((await app.ask({ path })).text).not.toContain('Bäume pflanzen');
    }
  });

  it('stands as it was where a time before is asked about', async () => {
    const before = new Date(Date.now() - 60_000).toISOString();
    const { status } = await Visitor.stranger(app).get(`${page()}?kenntnisstand=${before}`);
    expect(status).toBe(404);
  });

  it('is worked on no more; only what the team noted can still be read and deleted', async () => {
    for (const path of [work(), `${work()}/massnahmenblatt`, `${page()}/eintragen`]) {
      expect((await lead.get(path)).status).toBe(410);
    }
    expect(wordsOf(await lead.get(page()))).toContain('Vorher nachsehen');
    const [, note = ''] = /id="n-([^"]+)"/.exec((await lead.get(`${work()}/notizen`)).text) ?? [];
    await lead.fill(`${work()}/notizen/${note}/loeschen`, {});
    expect(wordsOf(await lead.get(page()))).not.toContain('Vorher nachsehen');
  });

  it('is unknown to the public where it was a draft', async () => {
    const draft = await given('Geheim');
    await app.settle();
    await lead.fill(`${work(draft)}/zuruecknehmen`, { reason: 'Versuch' });
    await app.settle();
    expect((await Visitor.stranger(app).get(page(draft))).status).toBe(404);
    const asked = await app.ask({ path: `/api/v1/measures/${draft}`, token: null });
    expect(asked.status).toBe(404);
    expect((await lead.get(page(draft))).status).toBe(410);
  });

  it('has a page for everybody', async () => {
    const browser = await launchChromium();
    try {
      for (const width of [320, 1280]) {
        const viewport = { width, height: 800 };
        const opened = await open(browser, app.url + page(), { viewport });
        expect(await overflowOf(opened.page)).toEqual([]);
        expect(await barriersOf(opened.page)).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });
});
