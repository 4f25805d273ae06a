import { catalogue, type Field, type Fields } from '@klimaspur/domain';
import { messages } from '@klimaspur/messages';
import type { MeasureDetail } from '@klimaspur/read-models';
import { render } from '../layout/render.js';
import { MeasureSheet } from './measure-sheet.js';

const { title: _title, teaser: _teaser, ...words } = catalogue.MeasureDescribed.text;
const { budget, savings, imported: _imported, ...terms } = catalogue.MeasureDescribed.data;

/** A value for each field that can be found again in a page: words name their field, numbers count up. */
let next = 3;
const sampleOf = (field: Field, path: string): unknown => {
  switch (field.kind) {
    case 'code':
      return field.values[0];
    case 'integer':
      return field.max === 5 ? 4 : (next += 1) * 100_000;
    case 'date':
      return `20${30 + (next += 1)}`;
    case 'url':
      return `https://example.org/${path}`;
    case 'list':
      return [sampleOf(field.of, path)];
    case 'object':
      return samplesOf(field.fields, `${path}-`);
    default:
      return `«${path}»`;
  }
};
const samplesOf = (fields: Fields, path = ''): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, sampleOf(field, path + name)]),
  );

const measureWith = (parts: Partial<MeasureDetail>) =>
  ({ texts: {}, terms: {}, budget: null, savings: null, ...parts }) as MeasureDetail;
const shown = (measure: MeasureDetail, lang: 'de' | 'en' = 'de') =>
  render(<MeasureSheet t={messages(lang)} measure={measure} />);

/** Every word, address and year in a value, however deep. */
const leavesOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
};

describe('the measure sheet', () => {
  const texts = samplesOf(words) as MeasureDetail['texts'];

  it.each(Object.keys(words))('shows all that was written under %s', (name) => {
    const value = texts[name as keyof typeof texts];
    const html = shown(measureWith({ texts: { [name]: value } }));
    for (const leaf of leavesOf(value)) {
      // Codes are shown as words, and a class by its label.
      if (/^[A-Z]+$/.test(leaf) || leaf === '«classes-code»') continue;
      expect(html).toContain(leaf);
    }
  });

  it.each(Object.entries(terms))(
    'shows the term %s, and nothing where it is not said',
    (name, field) => {
      const empty = shown(measureWith({}));
      const html = shown(measureWith({ terms: { [name]: sampleOf(field, name) } }));
      expect(empty).not.toContain('<dl');
      expect(html).toContain('<dd');
    },
  );

  it('shows each amount of budget and savings', () => {
    const amounts = { budget: samplesOf(budget.fields), savings: samplesOf(savings.fields) };
    const html = shown(measureWith(amounts as Partial<MeasureDetail>));
    const values = html.match(/<dd[^>]*>/g) ?? [];
    // The range of the saving stands beside its value.
    expect(values).toHaveLength(
      Object.keys(budget.fields).length + Object.keys(savings.fields).length - 2,
    );
    expect(html).toMatch(/\d t \(.* bis .*\)/);
  });

  it('keeps the town’s words German on an English page', () => {
    const html = shown(measureWith({ texts }), 'en');
    expect(html).toContain('<h3>Steps</h3>');
    expect(html).toContain('<span lang="de">«steps-text»</span>');
  });
});
