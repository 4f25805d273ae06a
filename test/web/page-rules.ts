import { languages } from '@klimaspur/messages';
import type { Browser, BrowserContext } from 'playwright-core';
import {
  barriersOf,
  type Opened,
  openIn,
  overflowOf,
  settle,
  unfold,
  visitorOf,
  widen,
} from './page-checks.js';
import { ALL, budgets, weightOf } from './page-weight.js';
import { tabWalk } from './tab-walk.js';
import type { Pages } from './walked-pages.js';

export interface Visit {
  readonly url: string;
  readonly browser: Browser;
  readonly session: string;
}

const show = (elements: HTMLElement[], display: string): void =>
  elements.forEach(({ style }) => (style.display = display));

/** What a page says. A button that only a script can answer, or only its absence asks for, stands there in one case alone. */
const wordsOf = async ({ page }: Opened): Promise<string> => {
  const buttons = page.locator('copy-text button, choices-of-day .log-form__order');
  await buttons.evaluateAll(show, 'none');
  const words = await page.locator('main').innerText();
  await buttons.evaluateAll(show, '');
  return words.replaceAll(/\s+/g, ' ');
};

/** One browser for each kind of visitor, in which the pages of a suite are opened one after the other. */
const browsersOf = (visit: () => Visit) => {
  const open = new Map<string, Promise<BrowserContext>>();
  return (session: string, javaScriptEnabled = true): Promise<BrowserContext> => {
    const kind = `${javaScriptEnabled} ${session}`;
    const { browser, url } = visit();
    const viewport = { width: 360, height: 800 };
    const context =
      open.get(kind) ?? visitorOf(browser, url, { session, javaScriptEnabled, viewport });
    open.set(kind, context);
    return context;
  };
};

/** What must hold of every page, whoever made it. `signedInPages`: those that strangers do not see. */
export function keepTheRulesOfPages(
  visit: () => Visit,
  publicPages: Pages,
  signedInPages: Pages = {},
): void {
  const browserOf = browsersOf(visit);
  const pages = Object.entries({ ...publicPages, ...signedInPages });

  describe.each(languages)('every page in %s', (lang) => {
    describe.each(pages)('%s', (name, path) => {
      const address = () => visit().url + path(lang);
      /** Public pages are read by those who are not signed in, and worked with by those who are. */
      const reader = () => (name in publicPages ? '' : visit().session);
      let opened: Opened;
      let read: Pick<Opened, 'page' | 'asked'> & { readonly words: string };
      beforeAll(async () => {
        const { session } = visit();
        const readBy = async (one: Opened) => ({ ...one, words: await wordsOf(one) });
        opened = await openIn(await browserOf(session), address());
        if (reader() === session) read = await readBy(opened);
        else read = await readBy(await openIn(await browserOf(reader()), address()));
      });
      afterAll(() => Promise.all([opened, read].map((one) => one?.page.close())));

      it('is one page in its language, fits its window, and asks nobody else', async () => {
        const { page, status, complaints } = opened;
        expect(status).toBeLessThan(400);
        expect(page.url()).toBe(address());
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.locator('main').count()).toBe(1);
        expect(await page.getAttribute('html', 'lang')).toBe(lang);
        expect(await page.locator('link[hreflang]').count()).toBe(3);
        for (const width of [1280, 360, 320]) {
          await widen(page, width);
          expect(await overflowOf(page)).toEqual([]);
        }
        expect(complaints).toEqual([]);
      });

      it.each([360, 1280])(
        'at %i px, unfolded: axe finds nothing, nothing sticks out',
        async (width) => {
          const { page, complaints } = opened;
          await widen(page, width);
          expect(await barriersOf(page)).toEqual([]);
          expect(await overflowOf(page)).toEqual([]);
          expect(complaints).toEqual([]);
        },
      );

      it('reflows at 320 px, and the keyboard reaches everything in sight of its focus', async () => {
        const { page, complaints } = opened;
        await widen(page, 320);
        await unfold(page);
        expect(await overflowOf(page)).toEqual([]);
        const { reached, expected, unseen } = await tabWalk(page);
        expect(unseen).toEqual([]);
        expect(reached).toBe(expected);
        expect(complaints).toEqual([]);
      });

      it('says the same without JavaScript, within the budget', async () => {
        const plain = await openIn(await browserOf(reader(), false), address());
        expect(await wordsOf(plain)).toBe(read.words);
        expect(plain.complaints).toEqual([]);
        await settle(read.page);
        const { byKind, all } = await weightOf(read.asked, reader());
        const heavy = Object.entries(budgets).filter(([kind, [, most]]) => byKind[kind]! > most);
        expect(heavy).toEqual([]);
        expect(all).toBeLessThanOrEqual(ALL);
        await plain.page.close();
      });
    });
  });
}
