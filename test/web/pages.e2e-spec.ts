import type { Browser } from 'playwright-core';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { barriersOf, gzippedKb, open, overflowOf, tabWalk } from './page-checks.js';

let server: RunningServer;
let browser: Browser;
let session: string;
let measure: { id: string; slug: string };
let decision: string;

const api = async (path: string) =>
  (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as {
    items: { id: string; slug: string; title: string; municipality: { slug: string } }[];
  };

const signIn = async (): Promise<string> => {
  const code = new URL(server.link).searchParams.get('code');
  const response = await fetch(`${server.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ code, label: 'Radgruppe' }),
  });
  return /klimaspur=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
};

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await signIn();
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
const publicPages: Readonly<Record<string, (lang: 'de' | 'en') => string>> = {
  start: (lang) => `/${lang}`,
  towns: (lang) => (lang === 'de' ? '/de/kommunen' : '/en/municipalities'),
  dashboard: (lang) => townOf(lang),
  'dashboard of a past day': (lang) =>
    `${townOf(lang)}?${lang === 'de' ? 'stand' : 'as-of'}=2025-06-30`,
  measures: (lang) => listOf(lang),
  'measures, filtered': (lang) => `${listOf(lang)}?status=delayed&q=a`,
  measure: (lang) => measureOf(lang),
  history: (lang) => `${measureOf(lang)}/${lang === 'de' ? 'verlauf' : 'history'}`,
  decisions: (lang) => decisionsOf(lang),
  decision: (lang) => `${decisionsOf(lang)}/${decision}`,
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
const signedInPages = { ...publicPages, 'log form': formOf };

describe.each(['de', 'en'] as const)('every page in %s', (lang) => {
  it.each(Object.entries(signedInPages))(
    '%s: axe finds nothing, nothing sticks out, nothing is asked elsewhere',
    async (_name, path) => {
      for (const width of [360, 1280]) {
        const { page, context, complaints } = await open(browser, server.url + path(lang), {
          viewport: { width, height: 800 },
          session,
        });
        expect(await overflowOf(page)).toEqual([]);
        expect(await barriersOf(page)).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.locator('main').count()).toBe(1);
        expect(await page.getAttribute('html', 'lang')).toBe(lang);
        expect(await page.locator('link[hreflang]').count()).toBe(3);
        expect(complaints).toEqual([]);
        await context.close();
      }
    },
    240_000,
  );

  it.each(Object.entries(signedInPages))(
    '%s: reflows at 320 px, and the keyboard reaches everything in sight of its focus',
    async (_name, path) => {
      const { page, context } = await open(browser, server.url + path(lang), {
        viewport: { width: 320, height: 640 },
        session,
      });
      expect(await overflowOf(page)).toEqual([]);
      const { reached, expected, unseen } = await tabWalk(page);
      expect(unseen).toEqual([]);
      expect(reached).toBe(expected);
      await context.close();
    },
    240_000,
  );

  it.each(Object.entries(publicPages))(
    '%s: says the same without JavaScript, within the budget',
    async (_name, path) => {
      const texts: string[] = [];
      for (const javaScriptEnabled of [true, false]) {
        const { page, context } = await open(browser, server.url + path(lang), {
          javaScriptEnabled,
        });
        texts.push((await page.locator('main').innerText()).replaceAll(/\s+/g, ' '));
        await context.close();
      }
      expect(texts[1]).toBe(texts[0]);
      expect(gzippedKb(await (await fetch(server.url + path(lang))).text())).toBeLessThanOrEqual(
        25,
      );
    },
    240_000,
  );
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
