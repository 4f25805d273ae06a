import { statusMeanings } from './measures-table/status-words.js';
import { findings } from './words/findings.js';
import { named } from './words/named.js';
import { refusals } from './words/refusals.js';
import { findingWords, refusalWords, type FindingCode, type RefusalCode } from './words.js';

/** What the places in the sentences may hold, as the readers give it. */
const values: Readonly<Record<string, readonly (string | number)[]>> = {
  meaning: statusMeanings,
  to: Object.keys(named['to']!),
  kind: Object.keys(named['kind']!),
  found: ['CSV'],
  asked: ['XLSX'],
  first: ['row 4', 'task 17', 'city 3'],
  date: ['2024-05-01', '2024-05', '2024'],
  start: ['2025-01-01'],
  end: ['2024'],
  dates: ['2024'],
  column: ['Fertigstellung'],
  word: ['grün'],
  value: ['bald'],
};
const usual = ['Musterwert'];

const said = (text: { readonly de: string; readonly en: string }) =>
  [...`${text.de}${text.en}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Every sentence with every value that a place of it may hold. */
const sentences = [
  ...Object.entries(refusals).flatMap(([code, text]) =>
    variants(text).map((params) => [code, refusalWords(code as RefusalCode, params)] as const),
  ),
  ...Object.entries(findings).flatMap(([code, text]) =>
    variants(text).map((params) => [code, findingWords(code as FindingCode, params)] as const),
  ),
];

function variants(text: { readonly de: string; readonly en: string }) {
  const names = [...new Set(said(text))];
  const most = Math.max(1, ...names.map((name) => (values[name] ?? usual).length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(
      names.map((name) => {
        const all = values[name] ?? usual;
        return [name, all[index % all.length]!];
      }),
    ),
  );
}

/** Letters of a code, a path, or a value of a program. */
const codeLike =
  /[A-Z]{3,}_[A-Z]|\b(?:NOTHING|PLANNED|ONGOING|PAUSED|DELAYED|COMPLETED|ABANDONED)\b|\b[a-z]+[A-Z][a-z]|\b[a-z]+(?:\.[a-z]+)+\b|[a-z]+-[a-z]+\/|\{|\}|undefined|null|\bNaN\b|JSON input|Unexpected|\w+ = /;
const products = /LocalZero|Klimaspur/g;
const english = /\b(?:row|the|is|of|not|file|this|field|table|as|and|with|binary|remarks)\b/i;
const german = /[äöüßÄÖÜ„“]|\b(?:Zeile|und|die|der|das|nicht|Datei|ist)\b/;

describe('what a report says', () => {
  it.each(sentences)('%s is said in words: %j', (_, { de, en }) => {
    expect(de.replace(products, '')).not.toMatch(codeLike);
    expect(en.replace(products, '')).not.toMatch(codeLike);
    expect(de).not.toMatch(english);
    // Headings of German sheets are quoted as they stand there.
    expect(en.replace(/"[^"]*"/g, '').replace(/grün|für/g, '')).not.toMatch(german);
    expect(de).toMatch(/[.?)“]$|: \S+/);
  });

  it('names places and days as people do', () => {
    const { de, en } = refusalWords('row/duplicate-key', { value: '7', first: 'row 4' });
    expect([de, en]).toEqual([
      'Der Schlüssel „7“ kommt schon vorher vor (Zeile 4).',
      'The key "7" occurs before (row 4).',
    ]);
    expect(findingWords('stand-from-sheet', { date: '2024-05-01' }).de).toContain('1.5.2024');
    expect(
      findingWords('status-word-guessed', {
        ...{ column: 'Stand', word: 'offen' },
        ...{ count: 2, meaning: 'PLANNED' },
      }).de,
    ).toContain('als „geplant oder noch nicht begonnen“ gelesen');
  });
});
