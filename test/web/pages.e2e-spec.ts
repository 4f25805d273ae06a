import type { Browser } from 'playwright-core';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { open } from './page-checks.js';
import { keepTheRulesOfPages, type Pages } from './page-rules.js';
import { sessionOf } from './session.js';

let server: RunningServer;
let browser: Browser;
let session: string;
let measure: { id: string; slug: string };
let decision: string;

const api = async (path: string) =>
  (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as {
    items: { id: string; slug: string; title: string; municipality: { slug: string } }[];
  };

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  const { items } = await api('measures?q=solarstrom');
  measure = { id: items[0]!.id, slug: items[0]!.municipality.slug };
  const votes = await (await fetch(server.url + decisionsOf('de'))).text();
  decision = /beschluesse\/([0-9a-f-]{36})/.exec(votes)![1]!;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every page, by what it is called in a failing test. */
const publicPages: Pages = {
  start: (lang) => `/${lang}`,
  towns: (lang) => (lang === 'de' ? '/de/kommunen' : '/en/municipalities'),
  dashboard: (lang) => townOf(lang),
  'dashboard of a past day': (lang) =>
    `${townOf(lang)}?${lang === 'de' ? 'stand' : 'as-of'}=2025-06-30`,
  'trends and dates': (lang) =>
    `${townOf(lang)}/${lang === 'de' ? 'verlauf-und-termine' : 'trends-and-dates'}`,
  measures: (lang) => listOf(lang),
  'measures, filtered': (lang) => `${listOf(lang)}?status=delayed&q=a`,
  measure: (lang) => measureOf(lang),
  history: (lang) => `${measureOf(lang)}/${lang === 'de' ? 'verlauf' : 'history'}`,
  decisions: (lang) => decisionsOf(lang),
  decision: (lang) => `${decisionsOf(lang)}/${decision}`,
  'share a measure': (lang) => `${measureOf(lang)}/${lang === 'de' ? 'teilen' : 'share'}`,
  'share a decision': (lang) =>
    `${decisionsOf(lang)}/${decision}/${lang === 'de' ? 'teilen' : 'share'}`,
  'share a town': (lang) => `${townOf(lang)}/${lang === 'de' ? 'teilen' : 'share'}`,
  'sign in': (lang) => (lang === 'de' ? '/de/anmelden' : '/en/sign-in'),
};
const townOf = (lang: 'de' | 'en') =>
  `/${lang}/${lang === 'de' ? 'kommunen' : 'municipalities'}/${measure.slug}`;
const listOf = (lang: 'de' | 'en') =>
  `${townOf(lang)}/${lang === 'de' ? 'massnahmen' : 'measures'}`;
const decisionsOf = (lang: 'de' | 'en') =>
  `${townOf(lang)}/${lang === 'de' ? 'beschluesse' : 'decisions'}`;
const measureOf = (lang: 'de' | 'en') => `${listOf(lang)}/${measure.id}`;
const formOf = (lang: 'de' | 'en') =>
  `${measureOf(lang)}/${lang === 'de' ? 'eintragen' : 'record'}`;

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), publicPages, {
  'log form': formOf,
});

describe('the first view of a public page', () => {
  it('is at most 110 KB over the wire, script at most 5', async () => {
    const sizes = new Map<string, number>();
    const fresh = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const tab = await fresh.newPage();
    tab.on('response', async (response) => {
      const size = await response.request().sizes();
      sizes.set(response.url(), size.responseBodySize);
    });
    await tab.goto(server.url + townOf('de'), { waitUntil: 'networkidle' });
    await fresh.close();
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const script = [...sizes]
      .filter(([url]) => url.endsWith('.js'))
      .reduce((sum, [, size]) => sum + size, 0);
    expect(total / 1024).toBeLessThanOrEqual(110);
    expect(script / 1024).toBeLessThanOrEqual(5);
  }, 240_000);
});

describe('a monitor in the council chamber', () => {
  it('logs „Ausschuss: vertagt“ without JavaScript, and sees it in the history and in the numbers', async () => {
    const { items } = await api('measures?status=unknown');
    const unknown = items[0]!;
    const counts = async () =>
      (
        (await (
          await fetch(`${server.url}/api/v1/municipalities/${measure.slug}/progress`)
        ).json()) as {
          counts: { byStatus: Record<string, number> };
        }
      ).counts.byStatus;
    const before = await counts();
    const { page, context } = await open(browser, `${server.url}${listOf('de')}/${unknown.id}`, {
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
      session,
    });
    await page.getByRole('link', { name: 'Eintragen, was geschehen ist' }).click();
    await page.getByLabel('Was ist geschehen?').selectOption({ label: 'Ausschuss: vertagt' });
    await page.getByLabel('Notiz oder Quelle').fill('TOP 7, auf Antrag vertagt');
    await page.getByRole('button', { name: 'Eintragen' }).click();
    expect(await page.locator('main').innerText()).toContain('Eingetragen. Sichtbar für: alle.');
    await page.getByRole('link', { name: 'Zur Maßnahme' }).click();
    expect(await page.locator('main').innerText()).toContain('TOP 7, auf Antrag vertagt');
    expect(await page.locator('main').innerText()).toContain('in Beratung');
    const after = await counts();
    expect(after['in-consultation']).toBe((before['in-consultation'] ?? 0) + 1);
    expect(after['unknown']).toBe((before['unknown'] ?? 0) - 1);
    await context.close();
  }, 240_000);
});

describe('the key of the first operator', () => {
  it('is no way into pages for others', async () => {
    const { status } = await fetch(`${server.url}${formOf('de')}`);
    expect(status).toBe(401);
    const known = await fetch(`${server.url}/api/v1/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(known.status).toBe(200);
  });
});
