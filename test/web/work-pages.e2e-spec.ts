import { type Lang, languages } from '@klimaspur/messages';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { barriersOf, open, overflowOf } from './page-checks.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { planPages, supportPages, workOn, workPages } from './walked-pages.js';
import { knownThings } from './walked-things.js';

let server: RunningServer;
let browser: Browser;
let session: string;
const { known, of } = knownThings();

const api = async <T>(path: string): Promise<T> =>
  (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as T;

interface Named {
  readonly id: string;
}
interface Town extends Named {
  readonly slug: string;
  readonly plans: readonly Named[];
  readonly organs: readonly Named[];
}

/** A promise of the first organisation of the town for a measure; the entry that says so. */
const pledged = async ({ id }: Named, measure: string): Promise<string> => {
  const { items } = await api<{ items: readonly Named[] }>(`actors?municipality=${id}`);
  const answer = await fetch(`${server.url}/api/v1/measures/${measure}/pledge-support`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ occurredOn: '2026-01-15', actor: items[0]?.id, contribution: 'WORK' },
      text: { what: 'Ein Tag mit zwölf Leuten' },
    }),
  });
  const { events } = (await answer.json()) as { events: readonly string[] };
  return events[0] ?? '';
};

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  const { items } = await api<{ items: readonly Town[] }>('municipalities');
  const town = await api<Town>(`municipalities/${items[0]?.id}`);
  known.town = town.slug;
  known.plan = town.plans[0]?.id ?? '';
  known.organ = town.organs[0]?.id ?? '';
  const { fields } = await api<{ fields: readonly Named[] }>(`plans/${known.plan}`);
  known.field = fields[0]?.id ?? '';
  const led = await api<{ items: readonly (Named & { lead: string | null })[] }>('measures');
  known.measure = led.items.find(({ lead }) => lead !== null)?.id ?? '';
  const { facts } = await api<{ facts: { responsible: readonly { entry: string }[] } }>(
    `measures/${known.measure}`,
  );
  known.assignment = facts.responsible[0]?.entry ?? '';
  known.pledge = await pledged(town, known.measure);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const work = (lang: Lang, parts: readonly string[]) => workOn(of, lang, ...parts);

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), planPages(of), {
  ...workPages(of),
  ...supportPages(of),
});

const withPage = async (
  address: string,
  width: number,
  check: (page: Page) => Promise<void>,
): Promise<void> => {
  const { page, context } = await open(browser, server.url + address, {
    viewport: { width, height: 800 },
    session,
  });
  await check(page);
  await context.close();
};

describe.each(languages)('forms in %s', (lang) => {
  it('that come back with problems: the same, and the problems take the focus', async () => {
    for (const parts of [['measures', ':measure', 'sheet'], ['organs', 'new'], ['unpublish']]) {
      await withPage(work(lang, parts), 360, async (page) => {
        await page.locator('main [type=text]:visible, main textarea:visible').first().fill('');
        await page.locator('main .form__actions .button').click();
        // The script that moves the focus may come after the page.
        await page.locator('#errors:focus').waitFor({ state: 'attached' });
        expect(await overflowOf(page)).toEqual([]);
        expect(await barriersOf(page)).toEqual([]);
      });
    }
  });
});

describe('the keyboard', () => {
  it('saves a form with Enter, although another button stands before the one that saves', async () => {
    await withPage(work('de', ['measures', ':measure', 'sheet']), 1280, async (page) => {
      await page.getByLabel('Titel der Maßnahme').press('Enter');
      expect(await page.locator('main .notice').first().innerText()).toContain('Nichts geändert');
    });
  });

  it('moves a field up and down', async () => {
    await withPage(work('de', ['plans', ':plan', 'fields']), 360, async (page) => {
      const names = () =>
        page.locator('.tree:not(.is-inner) > li > .tree__row a[lang]').allInnerTexts();
      const before = await names();
      await page
        .getByRole('button', { name: /^Nach unten/ })
        .first()
        .press('Enter');
      expect(await names()).toEqual([before[1], before[0], ...before.slice(2)]);
      await page
        .getByRole('button', { name: /^Nach oben/ })
        .first()
        .press('Enter');
      expect(await names()).toEqual(before);
    });
  });
});

describe('without JavaScript at 320 px', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await open(browser, server.url + work('de', []), {
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
      session,
    }));
  });
  afterAll(() => context?.close());

  const save = (name: string) =>
    page.locator('.form__actions').getByRole('button', { name }).click();
  const said = () => page.locator('main').innerText();

  it('a plan is drafted, with a field and a measure whose sheet has as many steps as it needs', async () => {
    await page.goto(server.url + work('de', ['plans']));
    await page.getByRole('link', { name: 'Plan anlegen' }).click();
    await page.getByLabel('Titel des Plans').fill('Hitzeaktionsplan');
    await page.getByLabel('Art').selectOption('Klimaanpassung');
    await save('Plan anlegen');
    expect(await said()).toContain('Der Plan ist angelegt, als Entwurf.');
    await page.getByRole('link', { name: 'Handlungsfelder' }).click();
    expect(await said()).toContain('Noch keine Handlungsfelder.');
    await page.getByRole('link', { name: 'Handlungsfeld anlegen' }).click();
    await page.getByLabel('Name').fill('Schatten');
    await save('Speichern');
    await page.getByRole('link', { name: 'Schatten', exact: true }).click();
    await page.getByRole('link', { name: 'Maßnahme anlegen' }).click();
    await page.getByLabel('Titel der Maßnahme').fill('Sonnensegel am Markt');
    await save('Maßnahme anlegen');
    expect(await said()).toContain('Die Maßnahme ist angelegt');
    await page.getByText('Zeit und Schritte').click();
    const steps = page.getByLabel('Schritt', { exact: true });
    await steps.nth(2).fill('Segel spannen');
    await page.getByRole('button', { name: 'Weitere Zeilen' }).first().click();
    expect(await steps.count()).toBe(6);
    expect(await steps.nth(2).inputValue()).toBe('Segel spannen');
    await save('Speichern');
    await page.getByRole('link', { name: 'Zur Maßnahme' }).click();
    expect(await said()).toContain('Segel spannen');
  });

  it('a field of a form that comes back with a problem is opened, and found', async () => {
    await page.goto(server.url + work('de', ['measures', ':measure', 'sheet']));
    await page.getByText('Kosten und Finanzierung').click();
    await page.getByLabel('Budget insgesamt').fill('viel');
    await save('Speichern');
    await page.getByRole('link', { name: /^Budget insgesamt: Geben Sie einen Betrag/ }).click();
    expect(await page.getByLabel('Budget insgesamt').isVisible()).toBe(true);
    expect(await page.getByLabel('Budget insgesamt').inputValue()).toBe('viel');
  });
});
