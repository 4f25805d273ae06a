import { readFileSync } from 'node:fs';
import { languages, type Lang } from '@klimaspur/messages';
import { refusedWord, wordRules } from '../architecture/word-rules.js';
import { TestApp } from '../api/app.js';
import { readRoutes } from '../api/read-routes.js';
import { finderOf, spokenIn, typedIn } from './german-texts.js';
import { Visitor, wordsOf } from './visitor.js';
import { walkedPages } from './walked-pages.js';

let app: TestApp;
let visitor: Visitor;
beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  visitor = await Visitor.signedIn(app, { role: 'OPERATOR' });
});
afterAll(() => app.stop());

/** What is no file to download. */
const htmlOf = (pages: readonly Visited[]) =>
  pages.filter(({ html }) => html.startsWith('<!doctype html>'));

/** Pages of one kind have one shape. */
const shapeOf = (path: string) => path.replaceAll(/[0-9a-f-]{36}/g, 'ID').replace(/[?#].*/s, '');

interface Visited {
  readonly path: string;
  readonly status: number;
  readonly words: string;
  readonly html: string;
}

/** Follows the links of the pages, from the start on, to one page of each shape. */
async function walk(lang: Lang): Promise<Visited[]> {
  const visited = new Map<string, Visited>();
  const waiting = [`/${lang}`];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (visited.has(shapeOf(path))) continue;
    const page = await visitor.get(path);
    const html = page.text;
    visited.set(shapeOf(path), { path, status: page.status, words: wordsOf(page), html });
    const links = [...html.matchAll(/ href="([^"#]+)/g)].map(([, href]) => href!);
    waiting.push(...links.map((href) => href.replaceAll('&amp;', '&')).filter(isOf(lang)));
  }
  return [...visited.values()];
}

const isOf = (lang: Lang) => (href: string) => new RegExp(`^/${lang}(/|$|\\?)`).test(href);

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * Names, as they are read out, of links and buttons in the main part that do different things. In tables, and in
 * lists of facts and of what happened, the row says the rest.
 */
function ambiguousIn(html: string): string[] {
  const main = html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<table.*?<\/table>|<dl.*?<\/dl>|<ol class="measure-list".*?<\/ol>/gs, '');
  const deeds = new Map<string, Set<string>>();
  let form = 0;
  for (const [whole, tag = '', within = ''] of main.matchAll(
    /<form\b|<((?:a|button)\b[^>]*)>(.*?)<\/(?:a|button)>/gs,
  )) {
    if (whole === '<form') form += 1;
    else {
      const said = within.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
      const name = attribute(tag, 'aria-label') ?? said.trim();
      const deed = attribute(tag, 'href') ?? `${form} ${attribute(tag, 'value') ?? ''}`;
      deeds.set(name, (deeds.get(name) ?? new Set()).add(deed));
    }
  }
  return [...deeds].filter(([, { size }]) => size > 1).map(([name]) => name);
}

/** What is downloaded or shown in a page, not read as one; by its last parts. */
const files =
  /\.(csv|jsonl?|xlsx|ics|atom|md|pdf)$|\/(dateien|files|bild|picture|verlauf-und-termine|trends-and-dates)\/ID$|\/(vorschau|preview)$/;

describe.each(languages)('the pages in %s', (lang) => {
  let pages: Visited[];
  beforeAll(async () => {
    pages = await walk(lang);
  });

  it('are all found by following links, and every link leads somewhere', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it('are all walked in a browser, by one of the tables', () => {
    const walked = walkedPages(() => 'ID').flatMap((pages) => Object.values(pages));
    const addresses = new Set(walked.map((path) => shapeOf(path(lang))));
    const routes = readRoutes(app).map((parts) => parts.join('ID'));
    const pages = routes.filter((path) => isOf(lang)(path) && !files.test(path));
    expect(pages.length).toBeGreaterThan(90);
    expect(pages.filter((path) => !addresses.has(path))).toEqual([]);
  });

  it('call links and buttons by what they act on: one name, one thing', () => {
    expect(
      pages.flatMap(({ path, html }) => ambiguousIn(html).map((name) => [path, name])),
    ).toEqual([]);
  });

  it('say of every text that somebody typed that it is German', async () => {
    const events = await app.worlds.current().store.readAll(null, 100_000);
    const typed = events.flatMap(({ type, data }) =>
      // The name of the town is the same in every language.
      type === 'MunicipalityFounded' ? [] : typedIn(data['text']),
    );
    const typedText = finderOf(typed);
    // Hints name German things as well: „Magistrat“.
    const ours = new Set(
      Object.values(JSON.parse(readFileSync(`libs/messages/${lang}.json`, 'utf8')) as object),
    );
    let found = 0;
    const unmarked = htmlOf(pages).flatMap(({ path, html }) =>
      spokenIn(html).flatMap(({ text, lang: said }) => {
        const marker = typedText(text);
        if (marker === undefined || ours.has(text)) return [];
        found += 1;
        return said === 'de' ? [] : [`${path}: ${text.slice(0, 120)} (${marker.slice(0, 60)})`];
      }),
    );
    expect(found).toBeGreaterThan(500);
    expect(unmarked).toEqual([]);
  });

  it('use the words of the town hall', () => {
    const rules = wordRules.filter((rule) => rule.lang === lang && rule.everywhere);
    const refused = pages.flatMap(({ path, words }) =>
      rules.flatMap((rule) => {
        const word = refusedWord(words, rule);
        return word === undefined || rule.rightOn?.test(path) ? [] : [`${path}: ${word}`];
      }),
    );
    expect(refused).toEqual([]);
  });
});
