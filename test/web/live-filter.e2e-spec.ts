import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';

let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(() => context.close());

const list = '/de/kommunen/musterstadt-am-main/massnahmen';
const open = async (path: string) => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  await page.goto(server.url + path);
};
/** The whole page but what the visitor's own hand says: which boxes are ticked, what is typed. */
const shown = (of: Page) =>
  of.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const control of copy.querySelectorAll('input, option')) {
      for (const name of ['checked', 'selected']) control.removeAttribute(name);
      if (control.getAttribute('type') === 'search') control.removeAttribute('value');
    }
    // Signed every now and then, and told at the foot of whatever is opened after that.
    copy.querySelector('.print-checkpoint')?.remove();
    return copy.outerHTML.replaceAll('<', '\n<');
  });
/** Ticks or chooses, and waits for the answer: the address changes last. */
const answered = async (act: () => Promise<unknown>) => {
  const before = page.url();
  await act();
  await page.waitForURL(({ href }) => href !== before);
};
const box = (name: string) => page.getByRole('checkbox', { name });
const field = () => page.getByLabel('Handlungsfeld');

describe('a filter with the script', () => {
  it('shows in place all that the same address shows when it is opened', async () => {
    await open(`${list}?stand=2026-06-01`);
    const opened = await context.newPage();
    const acts = [
      () => box('verzögert').check(),
      () => box('abgeschlossen').check(),
      async () => {
        await page.getByLabel('Suche').fill('a');
        await field().selectOption({ index: 1 });
      },
      () => page.getByLabel('Sortieren nach').selectOption('title'),
      () => box('verzögert').uncheck(),
    ];
    for (const act of acts) {
      await answered(act);
      await opened.goto(page.url());
      expect(await shown(page)).toBe(await shown(opened));
    }
    expect(await page.locator('.active-filters li').count()).toBe(3);
    await page.getByRole('link', { name: 'Alle Filter aufheben' }).first().click();
    expect(await page.locator('.active-filters li').count()).toBe(0);
  });

  it('is said once, by the same line, and leaves the focus where it is', async () => {
    await open(list);
    const line = await page.locator('.result-count').elementHandle();
    await answered(() => box('verzögert').check());
    const [said, same] = await page.evaluate(
      (old) => [old?.textContent, old === document.querySelector('.result-count')],
      line,
    );
    expect([same, said]).toEqual([true, expect.stringMatching(/^\d+ von \d+ Maßnahmen/)]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-status-delayed');
  });

  it('gives the focus back that was on something it exchanged', async () => {
    await open(`${list}?status=delayed&status=completed`);
    const chip = () => page.getByRole('link', { name: 'Filter verzögert aufheben' });
    /** The answer comes only after the visitor has gone on. */
    const goneOn = (act: () => Promise<unknown>) =>
      answered(async () => {
        let go = () => {};
        const gone = new Promise<void>((resolve) => (go = resolve));
        await page.route(/massnahmen\?/, (route) => gone.then(() => route.continue()), {
          times: 1,
        });
        await act();
        await chip().focus();
        go();
      });
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: on } = document;
        return on?.getAttribute('aria-label') ?? on?.className;
      });
    await goneOn(() => field().selectOption({ index: 1 }));
    expect(await focused()).toBe('Filter verzögert aufheben');
    await goneOn(() => box('verzögert').uncheck());
    expect(await focused()).toBe('active-filters');
  });
});
