import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../web/chromium.js';
import { barriersOf, open } from '../../web/page-checks.js';
import { ALL, budgets, weightOf } from '../../web/page-weight.js';
import { alone, type Bench, notMeasured, type Result } from '../bench.js';
import { withPublicPages } from '../public-pages.js';

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
  const {
    page: tab,
    context,
    asked,
  } = await open(browser, address, {
    viewport: { width: 360, height: 740 },
  });
  const barriers = await barriersOf(tab);
  const { byKind, all } = await weightOf(asked);
  await context.close();
  return [
    ...Object.entries(budgets).map(([kind, [words, less]]) =>
      alone(`${page}: ${words}`, 'KB', byKind[kind] ?? 0, { less }),
    ),
    alone(`${page}: all`, 'KB', all, { less: ALL }),
    alone(`${page}: axe`, 'barriers', barriers.length, { less: 0 }),
  ];
}
