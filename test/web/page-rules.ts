import type { Browser } from 'playwright-core';
import { barriersOf, gzippedKb, open, overflowOf, tabWalk } from './page-checks.js';

/** Addresses of pages in each language, by what they are called in a failing test. */
export type Pages = Readonly<Record<string, (lang: 'de' | 'en') => string>>;

export interface Visit {
  readonly url: string;
  readonly browser: Browser;
  readonly session: string;
}

type Rule = (name: string, path: Pages[string]) => Promise<void>;

/** Jest refuses an empty table; a suite may be about signed in pages alone. */
const holdsFor = (pages: Pages) => (name: string, rule: Rule, patience: number) => {
  if (Object.keys(pages).length > 0) it.each(Object.entries(pages))(name, rule, patience);
};

const remove = (elements: Element[]): void => elements.forEach((element) => element.remove());

/**
 * What must hold of every page, whoever made it. `signedInPages`: those that strangers do not see; `inFull`: these too
 * are looked at in both languages and at both widths.
 */
export function keepTheRulesOfPages(
  visit: () => Visit,
  publicPages: Pages,
  signedInPages: Pages = {},
  inFull = false,
): void {
  describe.each(['de', 'en'] as const)('every page in %s', (lang) => {
    // Pages to work with are made of the same parts in both languages; German words are the longer ones.
    const inBrowser = { ...publicPages, ...(inFull || lang === 'de' ? signedInPages : {}) };

    holdsFor(inBrowser)(
      '%s: axe finds nothing, nothing sticks out, nothing is asked elsewhere',
      async (name, path) => {
        for (const width of [360, 1280]) {
          const { page, context, complaints } = await open(
            visit().browser,
            visit().url + path(lang),
            {
              viewport: { width, height: 800 },
              session: visit().session,
            },
          );
          expect(await overflowOf(page)).toEqual([]);
          if (inFull || width === 360 || name in publicPages)
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

    holdsFor(inBrowser)(
      '%s: reflows at 320 px, and the keyboard reaches everything in sight of its focus',
      async (_name, path) => {
        const { page, context } = await open(visit().browser, visit().url + path(lang), {
          viewport: { width: 320, height: 640 },
          session: visit().session,
        });
        expect(await overflowOf(page)).toEqual([]);
        const { reached, expected, unseen } = await tabWalk(page);
        expect(unseen).toEqual([]);
        expect(reached).toBe(expected);
        await context.close();
      },
      240_000,
    );

    holdsFor(signedInPages)(
      '%s: is there, in its language',
      async (_name, path) => {
        const headers = { cookie: `klimaspur=${visit().session}` };
        const answer = await fetch(visit().url + path(lang), { headers });
        const html = await answer.text();
        expect(answer.status).toBeLessThan(400);
        expect(html).toContain(`<html lang="${lang}">`);
        expect(html.match(/<h1/g)).toHaveLength(1);
      },
      60_000,
    );

    holdsFor(publicPages)(
      '%s: says the same without JavaScript, within the budget',
      async (_name, path) => {
        const texts: string[] = [];
        for (const javaScriptEnabled of [true, false]) {
          const { page, context } = await open(visit().browser, visit().url + path(lang), {
            javaScriptEnabled,
          });
          // A button that only a script can answer stands there only with it.
          if (javaScriptEnabled) await page.locator('copy-text button').evaluateAll(remove);
          texts.push((await page.locator('main').innerText()).replaceAll(/\s+/g, ' '));
          await context.close();
        }
        expect(texts[1]).toBe(texts[0]);
        expect(gzippedKb(await (await fetch(visit().url + path(lang))).text())).toBeLessThanOrEqual(
          25,
        );
      },
      240_000,
    );
  });
}
