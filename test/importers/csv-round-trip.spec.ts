import * as fc from 'fast-check';
import { measureColumns, type MeasureExportRow, measuresCsv } from '@klimaspur/exports';
import { type ImportedMunicipality, readImport } from '@klimaspur/importers';

const importing = (text: string) =>
  readImport(new TextEncoder().encode(text), { fileName: 'export.csv', today: '2026-09-01' });

const texts = [
  'teaser',
  'description',
  'planText',
  'background',
  'goal',
  'statusReport',
  'statusNote',
  'outlook',
  'obstacles',
  'remarks',
  'planAssessment',
  'supporters',
] as const;

/** What a row of the export says that an import can take in. */
const sayings = (row: MeasureExportRow) => ({
  id: row.id,
  number: row.number,
  field: row.field,
  title: row.title,
  ownProposal: row.ownProposal ?? false,
  lead: row.lead,
  leadExplanation: row.lead === undefined ? undefined : row.leadExplanation,
  plannedStart: row.plannedStart,
  plannedEnd: row.plannedEnd,
  budget: [row.budgetPerYearCents, row.budgetTotalCents],
  savings: [row.savingKgCo2ePerYear, row.savingKwhPerYear, row.savingCentsPerYear],
  texts: texts.map((key) => row[key]),
});

const pathOf = ({ plan }: ImportedMunicipality, key: string | undefined): string[] => {
  const field = plan.fields.find(({ source }) => source.key === key);
  return field ? [...pathOf({ plan } as ImportedMunicipality, field.parent), field.name] : [];
};

const imported = (municipality: ImportedMunicipality) =>
  municipality.plan.measures.map((measure) => {
    const { text, budget, savings } = measure.described ?? {};
    const [entry] = measure.entries;
    const planned = entry?.type === 'MeasureRescheduled' ? entry.data : {};
    return {
      id: measure.id,
      number: measure.number,
      field: pathOf(municipality, measure.field),
      title: measure.recorded.text?.title,
      ownProposal: measure.recorded.ownProposal ?? false,
      lead: measure.responsible?.text?.name,
      leadExplanation: measure.responsible?.text?.explanation,
      plannedStart: planned.plannedStart,
      plannedEnd: planned.plannedEnd,
      budget: [budget?.perYearCents, budget?.totalCents],
      savings: [savings?.kgCo2ePerYear, savings?.kwhPerYear, savings?.centsPerYear],
      texts: texts.map((key) => text?.[key]),
    };
  });

/** Text as our log can hold it, with a liking for what hurts a table. */
const told = (maxLength: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          "'",
          '"',
          ';',
          ',',
          '\t',
          '\n',
          '\r',
          '\r\n',
          ' › ',
          '\\',
        ),
        fc.constantFrom('[e-mail] a@b.example', '＝', '\ufeff', 'ß', '2024-01-01', '1.000', ' '),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('').normalize('NFC').slice(0, maxLength))
    .filter((text) => text.trim() !== '' && !/[^\P{Cc}\t\n\r]/u.test(text) && text.isWellFormed());

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const date = maybe(fc.constantFrom('2024', '2024-02', '2024-02-29', '1999-12-31'));
const number = maybe(fc.nat({ max: Number.MAX_SAFE_INTEGER }));

const row = (id: string): fc.Arbitrary<MeasureExportRow> =>
  fc.record({
    id: fc.constant(id),
    number: maybe(told(40)),
    field: fc.array(told(30), { maxLength: 3 }),
    title: told(60),
    teaser: maybe(told(60)),
    status: fc.constantFrom('completed', 'unknown'),
    statusWord: fc.constantFrom('abgeschlossen', 'unbekannt'),
    decision: fc.constant('UNKNOWN'),
    implementation: fc.constant('UNKNOWN'),
    delayReported: fc.boolean(),
    late: fc.boolean(),
    plannedStart: date,
    plannedEnd: date,
    lead: maybe(told(60)),
    leadExplanation: maybe(told(60)),
    budgetPerYearCents: number,
    budgetTotalCents: number,
    savingKgCo2ePerYear: number,
    savingKwhPerYear: number,
    savingCentsPerYear: number,
    ownProposal: maybe(fc.boolean()),
    description: maybe(told(200)),
    planText: maybe(told(60)),
    background: maybe(told(60)),
    goal: maybe(told(60)),
    statusReport: maybe(told(60)),
    statusNote: maybe(told(60)),
    outlook: maybe(told(60)),
    obstacles: maybe(told(60)),
    remarks: maybe(told(60)),
    planAssessment: maybe(told(60)),
    supporters: maybe(told(60)),
    lastEntryOn: date,
    url: fc.constant(`https://klimaspur.example/m/${id}`),
  });

const ids = [1, 2, 3].map((n) => `0198f2a0-0000-7000-8000-00000000000${n}`);
const rows = fc
  .tuple(...ids.map(row))
  .chain((all) => fc.integer({ min: 1, max: all.length }).map((count) => all.slice(0, count)));

describe('an export of measures', () => {
  it.each(['de', 'en'] as const)('imports again without change, written in %s', (language) => {
    fc.assert(
      fc.property(rows, (all) => {
        const document = importing(measuresCsv(all, language));
        expect(document.refused).toEqual([]);
        expect(imported(document.municipalities[0]!)).toEqual(all.map(sayings));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['de', 'en'] as const)(
    'has no column that the import does not know, in %s',
    (language) => {
      const every = Object.fromEntries(measureColumns.map(({ key }) => [key, 'x']));
      const given = {
        ...every,
        id: ids[0],
        field: ['x'],
        ownProposal: true,
        late: true,
        decision: 'ADOPTED',
        implementation: 'PLANNED',
        lastEntryOn: '2024-01-01',
      };
      const numbers = Object.fromEntries(
        measureColumns.filter(({ key }) => /Cents|saving/.test(key)).map(({ key }) => [key, 1]),
      );
      const dates = { plannedStart: '2024', plannedEnd: '2025', delayReported: true };
      const full = { ...given, ...numbers, ...dates } as unknown as MeasureExportRow;
      const document = importing(measuresCsv([full], language));
      expect(document.refused).toEqual([]);
      expect(document.notTaken.filter(({ reason }) => reason !== 'computed')).toEqual([]);
      expect(document.notTaken.map(({ count }) => count)).toEqual(Array(8).fill(1));
    },
  );
});
