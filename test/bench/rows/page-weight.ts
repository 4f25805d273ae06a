import { existsSync } from 'node:fs';
import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../web/chromium.js';
import { barriersOf, open } from '../../web/page-checks.js';
import { alone, type Bench, notMeasured, type Result } from '../bench.js';
import { withPublicPages } from '../public-pages.js';

/** Kilobytes at load, as Chromium calls what it loads. */
const budgets: Readonly<Record<string, readonly [words: string, kilobytes: number]>> = {
  script: ['JS', 5],
  stylesheet: ['CSS', 15],
  font: ['fonts', 50],
  document: ['HTML', 25],
};
const ALL = 110;

export const bench: Bench = {
  name: 'page: weight and barriers',
  async run() {
    if (!existsSync(chromiumPath)) {
      return [notMeasured('weight of a page', 'no Chromium here', `≤ ${ALL} KB`)];
    }
    const browser = await launchChromium();
    try {
      return await withPublicPages(async (pages) => {
        const results: Result[] = [];
        for (const [name, address] of Object.entries(pages)) {
          results.push(...(await weighed(browser, name, address)));
        }
        return results;
      });
    } finally {
      await browser.close();
    }
  },
};

/** Everything that a phone which was never here loads for a page, each as it is sent to those who read gzip. */
async function weighed(browser: Browser, page: string, address: string): Promise<Result[]> {
  const { page: tab, context } = await open(browser, address, {
    viewport: { width: 360, height: 740 },
  });
  const loaded = new Map<string, string>();
  tab.on('request', (request) => loaded.set(request.url(), request.resourceType()));
  await tab.reload({ waitUntil: 'networkidle' });
  const sizes = await Promise.all(
    [...loaded].map(async ([url, kind]) => [kind, await kilobytes(url)] as const),
  );
  const barriers = await barriersOf(tab);
  await context.close();
  const weight = (kind?: string): number =>
    sizes.reduce((sum, [of, size]) => sum + (kind === undefined || of === kind ? size : 0), 0);
  return [
    ...Object.entries(budgets).map(([kind, [words, less]]) =>
      alone(`${page}: ${words}`, 'KB', weight(kind), { less }),
    ),
    alone(`${page}: all`, 'KB', weight(), { less: ALL }),
    alone(`${page}: axe`, 'barriers', barriers.length, { less: 0 }),
  ];
}

/** Of the body as it is sent. */
const kilobytes = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
      response.on('end', () => resolve(bytes / 1_024));
    }).on('error', reject);
  });
