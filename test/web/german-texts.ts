/** A piece of text of a page, and the language that the page says it is in. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
}

const tokens = /<!--.*?-->|<![^>]*>|<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/gis;
const voids = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const unspoken = new Set(['script', 'style', 'head']);

const entities = { quot: '"', lt: '<', gt: '>', amp: '&', '#39': "'" } as Record<string, string>;
const unescaped = (text: string) =>
  text.replaceAll(/&(\w+|#39);/g, (whole, name: string) => entities[name] ?? whole);

/** All text of a page that is shown, each piece with the language of the nearest element that names one. */
export const spokenIn = (html: string): Spoken[] => {
  const open: { name: string; lang: string; spoken: boolean }[] = [];
  const spoken: Spoken[] = [];
  for (const [, closing, tag, attributes = '', text] of html.matchAll(tokens)) {
    const within = open.at(-1) ?? { name: '', lang: '', spoken: true };
    if (text !== undefined) {
      const said = unescaped(text).replaceAll(/\s+/g, ' ').trim();
      if (within.spoken && said !== '') spoken.push({ text: said, lang: within.lang });
    } else if (tag !== undefined) {
      const name = tag.toLowerCase();
      if (closing)
        open.length = Math.max(
          0,
          open.findLastIndex((one) => one.name === name),
        );
      else if (!voids.has(name)) {
        const lang = / lang="([^"]*)"/.exec(attributes)?.[1] ?? within.lang;
        const spoken = within.spoken && !unspoken.has(name) && !attributes.includes(' readonly');
        open.push({ name, lang, spoken });
      }
    }
  }
  return spoken;
};

/** Everything somebody typed into an event, wherever it lies in its texts; without what is no language. */
export const typedIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value.replaceAll(/\s+/g, ' ').trim()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    noLanguage.has(name) ? [] : typedIn(inner),
  );
};
const noLanguage = new Set([
  ...['url', 'website', 'number', 'paper', 'source', 'page', 'sha256', 'postcode', 'edition'],
  ...['kind', 'mediaType'],
]);

const wordStarts = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;
const shortest = 6;
const longestName = 120;

/** Finds in a piece of text what somebody typed: a name or title within it, or itself within a longer text. */
export const finderOf = (typed: Iterable<string>): ((text: string) => string | undefined) => {
  const all = [...new Set(typed)].filter(
    (text) => (text.match(/\p{L}/gu) ?? []).length >= shortest,
  );
  const whole = all.join('\n');
  const names = Map.groupBy(
    all.filter(({ length }) => length <= longestName),
    (text) => text.slice(0, shortest),
  );
  return (text) => {
    if (text.length >= 2 * shortest && whole.includes(text)) return text;
    for (const { index } of text.matchAll(wordStarts)) {
      const found = names
        .get(text.slice(index, index + shortest))
        ?.find((name) => text.startsWith(name, index));
      if (found !== undefined) return found;
    }
    return undefined;
  };
};
