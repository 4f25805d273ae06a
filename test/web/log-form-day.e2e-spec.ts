import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { barriersOf, overflowOf } from './page-checks.js';
import { sessionOf } from './session.js';

let server: RunningServer;
let browser: Browser;
let session: string;
let form: string;

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  const answer = await fetch(`${server.url}/api/v1/measures?status=completed&limit=1`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  form = `${server.url}/de/kommunen/musterstadt-am-main/massnahmen/${items[0]?.id}/eintragen`;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at360 = async (
  options: { readonly javaScriptEnabled?: boolean },
  act: (page: Page, context: BrowserContext) => Promise<void>,
) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  await context.addCookies([{ name: 'klimaspur', value: session, url: server.url }]);
  const page = await context.newPage();
  await page.goto(form);
  await act(page, context);
  await context.close();
};
const day = (page: Page) => page.getByLabel('Tag', { exact: true });
const what = (page: Page) => page.getByLabel('Was ist geschehen?');
const button = (page: Page) => page.getByRole('button', { name: 'Auswahl für diesen Tag zeigen' });
const groupOf = (page: Page, code: string) =>
  what(page)
    .locator(`option[value=${code}]`)
    .evaluate((option) => option.closest('optgroup')?.label);
const odd = 'Passt nicht zum Stand dieses Tages';
/** Before anything was known of any measure. */
const early = '2001-01-31';

describe('the log form for another day', () => {
  it('renews its choices with the script, says so, and keeps what is chosen and typed', async () => {
    await at360({}, async (page) => {
      expect(await groupOf(page, 'completed')).toBe(odd);
      expect(await button(page).isVisible()).toBe(false);
      await what(page).selectOption('paused');
      await page.getByLabel('Notiz oder Quelle').fill('aus alten Akten');
      const said = await page.locator('[role=status]').elementHandle();
      await day(page).fill(early);
      await day(page).press('Tab');
      await page.waitForFunction(() =>
        document.querySelector('[role=status]')?.textContent?.includes('31. Januar 2001'),
      );
      expect(await groupOf(page, 'completed')).toBe('In der Umsetzung');
      expect(await what(page).inputValue()).toBe('paused');
      expect(await page.getByLabel('Notiz oder Quelle').inputValue()).toBe('aus alten Akten');
      const [same, words] = await page.evaluate(
        (line) => [line === document.querySelector('[role=status]'), line?.textContent],
        said,
      );
      expect(same).toBe(true);
      expect(words).toContain('„Umsetzung ruht“');
      await what(page).selectOption('completed');
      expect(await said?.textContent()).not.toContain('Umsetzung ruht');
      expect(await overflowOf(page)).toEqual([]);
      expect(await barriersOf(page)).toEqual([]);
    });
  });

  it('offers the button again where the server does not answer', async () => {
    await at360({}, async (page) => {
      await page.route(/eintragen\?/, (route) => route.abort());
      await day(page).fill(early);
      await button(page).waitFor({ state: 'visible' });
      expect(await groupOf(page, 'completed')).toBe(odd);
    });
  });

  it('shows its choices by a button without the script', async () => {
    await at360({ javaScriptEnabled: false }, async (page) => {
      await day(page).fill(early);
      await page.getByLabel('Notiz oder Quelle').fill('aus alten Akten');
      await button(page).click();
      expect(page.url()).toMatch(/#field-what$/);
      expect(await groupOf(page, 'completed')).toBe('In der Umsetzung');
      expect(await day(page).inputValue()).toBe(early);
      expect(await page.getByLabel('Notiz oder Quelle').inputValue()).toBe('aus alten Akten');
      expect(await overflowOf(page)).toEqual([]);
    });
  });
});

describe('the log form for an assessment', () => {
  const achieved = (page: Page) => page.getByLabel('Was wurde erreicht?');
  const inSight = (page: Page) =>
    page.locator('.log-form :is(input, select, textarea)').filter({ visible: true }).count();

  it('shows its fields once a rating is chosen, and else no more than three', async () => {
    await at360({}, async (page) => {
      expect(await inSight(page)).toBe(3);
      await what(page).selectOption('checked');
      expect(await inSight(page)).toBe(3);
      await what(page).selectOption('rated-light-grey');
      await achieved(page).waitFor({ state: 'visible' });
      expect(await page.getByLabel('Wer bewertet').isVisible()).toBe(true);
      expect(await overflowOf(page)).toEqual([]);
      expect(await barriersOf(page)).toEqual([]);
    });
  });

  it('does so without the script when the choices are asked for', async () => {
    await at360({ javaScriptEnabled: false }, async (page) => {
      await what(page).selectOption('rated-yellow');
      expect(await inSight(page)).toBe(3);
      await button(page).click();
      await achieved(page).fill('Drei Dächer');
      await button(page).click();
      expect(await achieved(page).inputValue()).toBe('Drei Dächer');
    });
  });
});
