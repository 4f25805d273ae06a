import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { render } from '../../apps/api/src/web/layout/render.js';
import { launchChromium } from './chromium.js';
import { Gallery } from './gallery.js';
import { barriersOf } from './page-checks.js';
import { builtAssets, readBuilt, serve, type Site } from './site.js';

const assets = builtAssets();
const pictures = process.env['KLIMASPUR_PICTURES'];
const languages = ['de', 'en'] as const;

let site: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await serve(
    Object.fromEntries(
      languages.map((lang) => [`/${lang}`, render(<Gallery lang={lang} assets={assets} />)]),
    ),
  );
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = async (lang: string, width: number, options: object = {}) => {
  context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address)) complaints.push(request.url());
  });
  await page.goto(`${site.address}/${lang}`, { waitUntil: 'load' });
};

afterEach(() => context?.close());

const overflow = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > innerWidth + 1 &&
          !element.closest('.table-scroll, .hidden, .sprite, svg svg'),
      )
      .map((element) => `${element.tagName}.${element.getAttribute('class')}`),
  );

describe.each(languages)('all components in %s', (lang) => {
  it('have no barrier that axe knows of', async () => {
    const width = lang === 'de' ? 360 : 1280;
    await open(lang, width);
    expect(await barriersOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    if (pictures) {
      await page.screenshot({ path: `${pictures}/open-${lang}-${width}.png`, fullPage: true });
    }
  });

  it.each([320, 360, 1280])('need no sideways scrolling at %i px', async (width) => {
    await open(lang, width);
    expect(await overflow()).toEqual([]);
    if (pictures) {
      await page.screenshot({ path: `${pictures}/${lang}-${width}.png`, fullPage: true });
    }
  });
});

describe('all components', () => {
  it('are large enough to be hit: 24 px and more', async () => {
    await open('de', 360);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter((element) => element.getBoundingClientRect().height > 1)
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return Math.min(width, height) < 24 && !element.closest('p:not(.entry__meta)');
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
  });

  it('part the statuses of a bar by two pixels of paper, at any width', async () => {
    for (const width of [320, 1280]) {
      await open('de', width);
      const gaps = await page.evaluate(() =>
        [...document.querySelectorAll('svg.bar')].flatMap((bar) => {
          const parts = [...bar.querySelectorAll('.bar__part')].map((part) => {
            const { left, right } = part.getBoundingClientRect();
            const edge = Number(part.getAttribute('stroke-width') ?? 0) / 2;
            return { left: left - edge, right: right + edge };
          });
          return parts.slice(1).map(({ left }, n) => left - parts[n]!.right);
        }),
      );
      expect(gaps.length).toBeGreaterThan(20);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1.9);
      await context.close();
    }
  });

  it('say that something is new, and leave it to the visitor', async () => {
    context = await browser.newContext();
    page = await context.newPage();
    await page.clock.install();
    await page.goto(`${site.address}/de`);
    expect(await page.locator('live-notice').textContent()).toBe('');
    await page.clock.runFor(11_000);
    await page.getByRole('link', { name: 'Seite aktualisieren' }).waitFor();
    expect(await page.locator('live-notice').textContent()).toMatch(/^Es gibt neue Einträge\./);
  });

  it('show the answer of a filter in place, without losing the focus', async () => {
    await open('de', 1280);
    await page.evaluate(() =>
      document.querySelector('form.filters')?.setAttribute('action', '/en'),
    );
    await page.getByLabel('abgelehnt').check();
    await page.locator('#results', { hasText: '108 of 500 measures' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-status-rejected');
    expect(page.url()).toContain('/en?status=delayed&status=rejected');
  });

  it('work without script', async () => {
    await open('de', 360, { javaScriptEnabled: false });
    expect(complaints).toEqual([]);
    await page
      .locator('#field-on-month')
      .locator('xpath=ancestor::details')
      .locator('summary')
      .click();
    await page.getByLabel('nur Monat oder Jahr').first().check();
    expect(await page.locator('#field-on-in-year').isVisible()).toBe(true);
    expect(await page.locator('#field-on').isVisible()).toBe(false);
  });

  it('hold without colours of their own, and on paper', async () => {
    await open('de', 1280, { forcedColors: 'active', colorScheme: 'dark' });
    const inks = await page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('.chart svg text, .lanes rect, .moved circle.is-now')].map(
          (each) => getComputedStyle(each).fill,
        ),
      ),
    ]);
    expect(inks).toEqual(['rgb(255, 255, 255)']);
    if (pictures) await page.screenshot({ path: `${pictures}/forced.png`, fullPage: true });
    await context.close();
    await open('de', 794);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.chart table').first().isVisible()).toBe(true);
    expect(await page.locator('.site-nav').isVisible()).toBe(false);
    if (pictures) await page.screenshot({ path: `${pictures}/print.png`, fullPage: true });
  });

  it('stay within the budgets of a public page', () => {
    const gzipped = (address: string) => gzipSync(readBuilt(address)).byteLength / 1024;
    expect(gzipped(assets.script)).toBeLessThanOrEqual(5);
    expect(assets.styles.reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThanOrEqual(15);
    const page = render(<Gallery lang="de" assets={assets} />);
    expect(gzipSync(page).byteLength / 1024).toBeLessThanOrEqual(25);
    expect(page).not.toMatch(/ style=|<style|<script(?! type="module" src)| on[a-z]+=/);
  });
});
