import { languages, type Lang } from '@klimaspur/messages';
import { refusedWord, wordRules } from '../architecture/word-rules.js';
import { TestApp } from '../api/app.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let visitor: Visitor;
beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  visitor = await Visitor.signedIn(app, { role: 'OPERATOR' });
}, 120_000);
afterAll(() => app.stop());

/** Pages of one kind have one shape. */
const shapeOf = (path: string) => path.replaceAll(/[0-9a-f-]{36}/g, 'ID').replace(/[?#].*/s, '');

interface Visited {
  readonly path: string;
  readonly status: number;
  readonly words: string;
}

/** Follows the links of the pages, from the start on, to one page of each shape. */
async function walk(lang: Lang): Promise<Visited[]> {
  const visited = new Map<string, Visited>();
  const waiting = [`/${lang}`];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (visited.has(shapeOf(path))) continue;
    const page = await visitor.get(path);
    visited.set(shapeOf(path), { path, status: page.status, words: wordsOf(page) });
    const links = [...page.text.matchAll(/ href="([^"#]+)/g)].map(([, href]) => href!);
    waiting.push(...links.map((href) => href.replaceAll('&amp;', '&')).filter(isOf(lang)));
  }
  return [...visited.values()];
}

const isOf = (lang: Lang) => (href: string) => new RegExp(`^/${lang}(/|$|\\?)`).test(href);

describe.each(languages)('the pages in %s', (lang) => {
  let pages: Visited[];
  beforeAll(async () => {
    pages = await walk(lang);
  }, 240_000);

  it('are all found by following links, and every link leads somewhere', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it('use the words of the town hall', () => {
    const rules = wordRules.filter((rule) => rule.lang === lang && rule.everywhere);
    const refused = pages.flatMap(({ path, words }) =>
      rules.flatMap((rule) => {
        const word = refusedWord(words, rule);
        return word === undefined ? [] : [`${path}: ${word}`];
      }),
    );
    expect(refused).toEqual([]);
  });
});
