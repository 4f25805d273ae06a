import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumFlags, chromiumPath } from '../web/chromium.js';
import { installed } from './peers/installed.js';

const ENTRY = 'lighthouse/core/index.js';
const LAUNCHER = 'chrome-launcher/dist/index.js';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const audits = [
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
] as const;

/** Scores of 100, and the figures behind the first of them in milliseconds. */
export type Scores = Readonly<
  Record<(typeof categories)[number] | (typeof audits)[number], number>
>;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue: number }>>;
}
interface Lighthouse {
  default(url: string, flags: object): Promise<{ readonly lhr: Report }>;
}
interface Launcher {
  launch(options: object): Promise<{ readonly port: number; kill(): void }>;
}

export interface Judge {
  /** As on a phone of some years ago: Lighthouse's own defaults. */
  judge(address: string): Promise<Scores>;
  leave(): void;
}

/** Lighthouse with Chromium, or null where it cannot be installed. */
export async function lighthouse(): Promise<Judge | null> {
  const modules = installed({
    name: 'lighthouse',
    packages: ['lighthouse@13.5.0'],
    files: [ENTRY, LAUNCHER],
    words: ['--ignore-scripts'],
  });
  if (!modules) return null;
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(modules, file)).href);
  const { default: run } = (await load(ENTRY)) as Lighthouse;
  const browser = await ((await load(LAUNCHER)) as Launcher).launch({
    chromePath: chromiumPath,
    chromeFlags: ['--headless', ...chromiumFlags],
    ignoreDefaultFlags: true,
    logLevel: 'silent',
  });
  const judge = async (address: string): Promise<Scores> => {
    const flags = { port: browser.port, logLevel: 'silent', onlyCategories: categories };
    const { lhr } = await run(address, flags);
    return Object.fromEntries([
      ...categories.map((name) => [name, lhr.categories[name]!.score * 100] as const),
      ...audits.map((name) => [name, lhr.audits[name]!.numericValue] as const),
    ]) as unknown as Scores;
  };
  return { judge, leave: () => browser.kill() };
}
