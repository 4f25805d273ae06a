import sax from 'sax';

interface Element {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The types do not know all of it yet. */
const strictly: object = { xmlns: true, strictEntities: true };

/** Reads XML as strictly as the standard wants, by another program than the one that wrote it. */
export const readXml = (text: string): Element => {
  const parser = sax.parser(true, strictly);
  const open: Element[] = [];
  let root: Element | undefined;
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error;
    },
    onopentag: ({ local, uri, attributes }: sax.QualifiedTag) => {
      const given = Object.entries(attributes).map(([name, { value }]) => [name, value]);
      const element = {
        ...{ name: local, uri, children: [], text: '' },
        attributes: Object.fromEntries(given) as Record<string, string>,
      };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    ontext: (said: string) => {
      const inside = open.at(-1);
      if (inside) inside.text += said;
    },
    onclosetag: () => open.pop(),
  });
  parser.write(text).close();
  return root!;
};

const ATOM = 'http://www.w3.org/2005/Atom';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const address = /^(https?:\/\/[^\s]+|urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const of = ({ children }: Element, name: string) => children.filter((one) => one.name === name);
const textOf = (element: Element, name: string) => of(element, name).map(({ text }) => text);

/** What a feed breaks of the musts of RFC 4287 (section 4). */
export const brokenRules = (text: string): string[] => {
  const feed = readXml(text);
  const entries = of(feed, 'entry');
  const ids = entries.flatMap((entry) => textOf(entry, 'id'));
  return [
    ...(feed.name === 'feed' && everyNamespace(feed) ? [] : ['namespace']),
    ...(new Set(ids).size === ids.length ? [] : ['id twice']),
    ...(of(feed, 'link').some(({ attributes }) => attributes['rel'] === 'self') ? [] : ['self']),
    ...broken(feed, 'feed'),
    ...entries.flatMap((entry, index) => broken(entry, `entry ${index}`)),
  ];
};

const everyNamespace = ({ uri, children }: Element): boolean =>
  uri === ATOM && children.every(everyNamespace);

/** What feeds and their entries have in common. */
const broken = (element: Element, where: string): string[] => {
  const once = ['id', 'title', 'updated'].filter((name) => of(element, name).length !== 1);
  const times = [...textOf(element, 'updated'), ...textOf(element, 'published')];
  const authors = of(element, 'author').map((one) => textOf(one, 'name'));
  const links = of(element, 'link').map(({ attributes }) => attributes);
  const alternates = links.filter(({ rel }) => rel === 'alternate');
  const rules: Record<string, boolean> = {
    [once.join()]: once.length === 0,
    time: times.every((time) => instant.test(time)),
    id: textOf(element, 'id').every((id) => address.test(id)),
    author: authors.length > 0 && authors.every(([name, ...more]) => !!name && more.length === 0),
    alternate: alternates.length === 1,
    link: links.every(({ href = '' }) => address.test(href)),
    most: ['published', 'summary', 'content'].every((name) => of(element, name).length < 2),
    category: of(element, 'category').every(({ attributes }) => !!attributes['term']),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${where}: ${rule}`]));
};
