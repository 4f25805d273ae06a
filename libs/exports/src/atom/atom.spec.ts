import fc from 'fast-check';
import sax from 'sax';
import { type AtomFeed, atomOf } from './atom.js';

const at = '2026-01-01T00:00:00.000Z';
const feedSaying = (text: string): AtomFeed => ({
  ...{ lang: 'de', id: 'https://example.org/verlauf.atom', title: text, updated: at },
  author: 'Klimaspur',
  links: {
    self: `https://example.org/verlauf.atom?q=${encodeURIComponent('a&b')}&seite="2"`,
    alternate: 'https://example.org/',
    first: 'https://example.org/verlauf.atom',
  },
  entries: [
    {
      ...{ id: '00000000-0000-7000-8000-000000000001', href: 'https://example.org/#e' },
      ...{ title: text, summary: text, content: text, author: text, recordedAt: at },
      category: text,
    },
  ],
});

/** The types do not know it yet. */
const strictly: object = { strictEntities: true };

/** All texts and labels that a strict parser of XML finds. */
const readBack = (xml: string) => {
  const parser = sax.parser(true, strictly);
  const found: Record<string, string> = {};
  let inside = '';
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error;
    },
    onopentag: ({ name, attributes }: sax.Tag) => {
      inside = name;
      found[inside] = '';
      if (name === 'category') found['term'] = String(attributes['term']);
    },
    ontext: (text: string) => {
      found[inside] += text;
    },
    onclosetag: () => {
      inside = '';
    },
  });
  parser.write(xml).close();
  return found;
};

const isSayable = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) || (code >= 0x20 && code !== 0xfffe && code !== 0xffff);

describe('a feed', () => {
  it('says what was typed, whatever was typed, and stays XML', () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1 });
    const nasty = fc.constantFrom(
      ']]>',
      '<!--',
      '&amp;',
      '"><script>',
      "'",
      '\r\n',
      '\u0000',
      '\uFFFF',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, nasty)), (parts) => {
        const text = `a${parts.join('')}z`;
        const sayable = [...text].filter((sign) => isSayable(sign.codePointAt(0)!));
        const { title, summary, content, term } = readBack(atomOf(feedSaying(text)));
        expect([title, summary, content, term]).toEqual(Array(4).fill(sayable.join('')));
      }),
    );
  });

  it('leaves out halves of signs', () => {
    expect(readBack(atomOf(feedSaying('a\uD83Cz')))['title']).toBe('az');
  });
});
