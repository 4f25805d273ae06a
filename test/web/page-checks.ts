import axe from 'axe-core';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly status: number;
  /** What the page has asked for so far. */
  readonly asked: readonly Request[];
  /** Errors of the console and requests to other hosts. */
  readonly complaints: readonly string[];
}

type Options = Parameters<Browser['newContext']>[0] & { readonly session?: string };

/** Somebody with a browser of their own, signed in where there is a session. */
export async function visitorOf(
  browser: Browser,
  url: string,
  { session, ...options }: Options,
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  if (session) await context.addCookies([{ name: 'klimaspur', value: session, url }]);
  return context;
}

/** Opens a page as a visitor does, and listens to what goes wrong. */
export async function open(browser: Browser, address: string, options: Options): Promise<Opened> {
  return openIn(await visitorOf(browser, new URL(address).origin, options), address);
}

/** Opens another page of the same visitor. */
export async function openIn(context: BrowserContext, address: string): Promise<Opened> {
  const { origin } = new URL(address);
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: Request[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    asked.push(request);
    if (!request.url().startsWith(origin)) complaints.push(request.url());
  });
  const answer = await page.goto(address, { waitUntil: 'load' });
  return { page, context, status: answer?.status() ?? 0, asked, complaints };
}

/** Its fonts are there and drawn, and what observes sizes has been told them: only then is it known what scrolls. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((drawn) => requestAnimationFrame(drawn));
  });

/** The same page in a window of another width. */
export const widen = async (page: Page, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 800 });
  await settle(page);
};

/** Opens everything that can be unfolded. */
export const unfold = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
  await settle(page);
};

/** What axe finds with everything unfolded; no rule, element or page is left out. */
export const barriersOf = async (page: Page): Promise<string[]> => {
  await unfold(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    return (await here.run(document, { resultTypes: ['violations'] })).violations;
  });
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
