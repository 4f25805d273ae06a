import { existsSync } from 'node:fs';
import { chromiumPath } from '../../web/chromium.js';
import { alone, type Bench, notMeasured, type Result } from '../bench.js';
import { type Judge, lighthouse, type Scores } from '../lighthouse.js';
import { median } from '../measure.js';
import { withPublicPages } from '../public-pages.js';

const BAR = '≥ 95/100/100/100';

export const bench: Bench = {
  name: 'page: Lighthouse, mobile',
  async run({ quick }) {
    if (!existsSync(chromiumPath)) return [notMeasured('Lighthouse', 'no Chromium here', BAR)];
    const judge = await lighthouse();
    if (!judge) return [notMeasured('Lighthouse', 'could not be installed', BAR)];
    try {
      return await withPublicPages(async (pages) => {
        const results: Result[] = [];
        for (const [name, address] of Object.entries(pages)) {
          results.push(...(await judged(judge, name, address, quick ? 1 : 3)));
        }
        return results;
      });
    } finally {
      judge.leave();
    }
  },
};

/** Median of some runs: one of them alone says what the machine was doing at the time. */
async function judged(
  judge: Judge,
  page: string,
  address: string,
  runs: number,
): Promise<Result[]> {
  const scores: Scores[] = [];
  for (let run = 0; run < runs; run++) scores.push(await judge.judge(address));
  const middle = (of: keyof Scores) => median(scores.map((score) => score[of]));
  const score = (of: keyof Scores, words: string, more: number): Result =>
    alone(`Lighthouse, ${page}: ${words}`, 'points', middle(of), { more });
  return [
    score('performance', 'performance', 95),
    score('accessibility', 'accessibility', 100),
    score('best-practices', 'best practices', 100),
    score('seo', 'search engines', 100),
    alone(`${page}: largest paint`, 'ms', middle('largest-contentful-paint'), { less: 2_000 }),
    alone(`${page}: blocked`, 'ms', middle('total-blocking-time'), { less: 100 }),
    alone(`${page}: layout shift`, '', middle('cumulative-layout-shift'), { less: 0.02 }),
  ];
}
