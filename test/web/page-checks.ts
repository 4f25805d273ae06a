import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and requests to other hosts. */
  readonly complaints: readonly string[];
}

/** Opens a page as a visitor does, and listens to what goes wrong. */
export async function open(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] & { readonly session?: string },
): Promise<Opened> {
  const { session, ...rest } = options;
  const context = await browser.newContext(rest);
  const { origin } = new URL(address);
  if (session) await context.addCookies([{ name: 'klimaspur', value: session, url: origin }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(request.url());
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, context, complaints };
}

/** What axe finds with everything unfolded; no rule, element or page is left out. */
export const barriersOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** Elements that stick out sideways. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter(
            (element) =>
              element.getBoundingClientRect().right > innerWidth + 1 &&
              !element.closest('.table-scroll, .hidden, .sprite, svg svg'),
          )
          .map((element) => `${element.tagName}.${element.getAttribute('class')}`),
  );

/** Its fonts are there and drawn, and what observes sizes has been told them: only then is it known what scrolls. */
const settled = async (): Promise<void> => {
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((drawn) => requestAnimationFrame(drawn));
};

/** Walks with Tab from the top: what is reached, and whether each stop shows its focus. */
export const tabWalk = async (page: Page) => {
  await page.evaluate(settled);
  const expected = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll(
          'a[href], button, input, select, textarea, summary, [tabindex="0"]',
        ),
      ]
        .filter((element) => (element as HTMLElement).checkVisibility({ visibilityProperty: true }))
        .filter((element) => element.getAttribute('type') !== 'hidden')
        .map((element, index) => element.setAttribute('data-stop', String(index))).length,
  );
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let step = 0; step < expected * 2 + 5; step += 1) {
    await page.keyboard.press('Tab');
    const { stop, seen, html } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return {
        stop: element.getAttribute('data-stop'),
        seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        html: element.outerHTML.slice(0, 120),
      };
    });
    // A date has stops of its own within: day, month, year, calendar.
    if (stop !== null && stop === stops.at(-1)) continue;
    if (stop === null || stops.includes(stop)) break;
    stops.push(stop);
    if (!seen) unseen.push(html);
  }
  const groups = await page.evaluate(() => {
    const radios = [...document.querySelectorAll('input[type=radio][data-stop]')];
    const names = new Set(radios.map((radio) => radio.getAttribute('name')));
    return radios.length - names.size;
  });
  return { reached: stops.length, expected: expected - groups, unseen };
};

/** Kilobytes of a page as it is sent. */
export const gzippedKb = (html: string): number => gzipSync(html).byteLength / 1024;
