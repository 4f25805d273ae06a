import * as fc from 'fast-check';
import {
  type Language,
  measureColumns,
  type MeasureExportRow,
  measuresCsv,
  measuresXlsxParts,
} from '@klimaspur/exports';
import { type ImportedMunicipality, readImport } from '@klimaspur/importers';

const importing = (bytes: Uint8Array) =>
  readImport(bytes, { fileName: 'export', today: '2026-09-01' });

const words = { kind: String, meaning: String };
const files = {
  csv: (rows: readonly MeasureExportRow[], language: Language) =>
    new TextEncoder().encode(measuresCsv(rows, language)),
  xlsx: (rows: readonly MeasureExportRow[], language: Language) =>
    new Uint8Array(Buffer.concat([...measuresXlsxParts(rows, language, words)])),
} as const;
const every = (['csv', 'xlsx'] as const).flatMap((format) =>
  (['de', 'en'] as const).map((language) => [format, language] as const),
);

const texts = [
  'teaser',
  'period',
  'initiator',
  'costNote',
  'savingsMethod',
  'notQuantifiedReason',
  'coBenefits',
  'localValue',
  'examples',
  'related',
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
const lists = ['targetGroups', 'steps', 'indicators', 'funding', 'papers', 'classes'] as const;
const terms = [
  'horizon',
  'duration',
  'priority',
  'feasibility',
  'impact',
  'influence',
  'climateEffect',
  'effectFrom',
  'notQuantified',
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
  partners: row.partners ?? [],
  budget: [row.budgetPerYearCents, row.budgetTotalCents],
  cost: [row.costOneOffCents, row.costPerYearCents, row.staffHundredths, row.costAsOf],
  savings: [
    row.savingKgCo2ePerYear,
    row.savingMinKgCo2ePerYear,
    row.savingMaxKgCo2ePerYear,
    row.savingKwhPerYear,
    row.savingCentsPerYear,
    row.savingQuality,
  ],
  texts: texts.map((key) => row[key]),
  lists: lists.map((key) => row[key]),
  terms: terms.map((key) => row[key]),
});

const pathOf = ({ plan }: ImportedMunicipality, key: string | undefined): string[] => {
  const field = plan.fields.find(({ source }) => source.key === key);
  return field ? [...pathOf({ plan } as ImportedMunicipality, field.parent), field.name] : [];
};

const imported = (municipality: ImportedMunicipality) =>
  municipality.plan.measures.map((measure) => {
    const { text, budget, cost, savings, ...rest } = measure.described ?? {};
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
      partners: (measure.partners ?? []).map(({ text: said }) => ({
        name: said?.name,
        ...(said?.explanation === undefined ? {} : { explanation: said.explanation }),
      })),
      budget: [budget?.perYearCents, budget?.totalCents],
      cost: [cost?.oneOffCents, cost?.perYearCents, cost?.staffHundredths, cost?.asOf],
      savings: [
        savings?.kgCo2ePerYear,
        savings?.minKgCo2ePerYear,
        savings?.maxKgCo2ePerYear,
        savings?.kwhPerYear,
        savings?.centsPerYear,
        savings?.quality,
      ],
      texts: texts.map((key) => text?.[key]),
      lists: lists.map((key) => text?.[key]),
      terms: terms.map((key) => rest[key]),
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

const some = <T>(item: fc.Arbitrary<T>) => maybe(fc.array(item, { minLength: 1, maxLength: 3 }));
const codes = <const T>(...all: readonly T[]) => maybe(fc.constantFrom(...all));
const severalCodes = <const T>(...all: readonly T[]) =>
  maybe(fc.subarray([...all], { minLength: 1 }));
/** Of an item the first part is said, the others may be. */
const item = <T extends object, O extends object>(
  said: { [K in keyof T]: fc.Arbitrary<T[K]> },
  others: { [K in keyof O]: fc.Arbitrary<O[K]> },
) =>
  fc
    .tuple(fc.record(said), fc.record(others, { requiredKeys: [] }))
    .map(([first, rest]) => ({ ...first, ...rest }) as T & Partial<O>);
const aDate = fc.constantFrom('2024', '2024-02', '2024-02-29');

const sheetFields = {
  period: maybe(told(60)),
  initiator: maybe(told(60)),
  costNote: maybe(told(60)),
  savingsMethod: maybe(told(60)),
  notQuantifiedReason: maybe(told(60)),
  coBenefits: maybe(told(60)),
  localValue: maybe(told(60)),
  examples: maybe(told(60)),
  related: maybe(told(60)),
  horizon: codes('SHORT', 'MEDIUM', 'LONG'),
  duration: codes('PROJECT', 'PERMANENT'),
  priority: codes('HIGH', 'MEDIUM', 'LOW'),
  feasibility: codes(1, 5),
  impact: codes(2, 3),
  influence: severalCodes('CONSUMES', 'SUPPLIES', 'REGULATES', 'ADVISES'),
  climateEffect: codes('POSITIVE', 'NEGATIVE', 'NONE', 'UNKNOWN'),
  effectFrom: date,
  notQuantified: severalCodes('GREENHOUSE_GAS', 'ENERGY', 'COST'),
  costOneOffCents: number,
  costPerYearCents: number,
  staffHundredths: maybe(fc.nat({ max: 99_999 })),
  costAsOf: date,
  savingMinKgCo2ePerYear: number,
  savingMaxKgCo2ePerYear: number,
  savingQuality: codes('A', 'B', 'C', 'D'),
  partners: some(item({ name: told(40) }, { explanation: told(40) })),
  targetGroups: some(told(40)),
  steps: some(
    item(
      { text: told(40) },
      { start: aDate, end: aDate, state: fc.constantFrom('OPEN', 'RUNNING', 'DONE', 'DROPPED') },
    ),
  ),
  indicators: some(
    item({ name: told(30) }, { unit: told(10), baseline: told(10), target: told(10) }),
  ),
  funding: some(
    item(
      { source: told(30) },
      {
        amountCents: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        state: fc.constantFrom('OPEN', 'APPLIED', 'GRANTED', 'REFUSED'),
      },
    ),
  ),
  papers: some(
    item({ number: told(30) }, { title: told(30), url: fc.constant('https://a.example/x?y=|') }),
  ),
  classes: some(item({ scheme: told(20), code: told(20) }, { label: told(20) })),
} as const;

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
    ...sheetFields,
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
const bare: MeasureExportRow = {
  id: ids[0]!,
  field: [],
  title: 'A',
  status: 'unknown',
  statusWord: 'unbekannt',
  decision: 'UNKNOWN',
  implementation: 'UNKNOWN',
  delayReported: false,
  late: false,
  url: 'https://klimaspur.example/m/1',
};
const rows = fc
  .tuple(...ids.map(row))
  .chain((all) => fc.integer({ min: 1, max: all.length }).map((count) => all.slice(0, count)));

describe('an export of measures', () => {
  it.each(every)('imports again without change, as %s in %s', (format, language) => {
    fc.assert(
      fc.property(rows, (all) => {
        const document = importing(files[format](all, language));
        expect(document.refused).toEqual([]);
        expect(imported(document.municipalities[0]!)).toEqual(all.map(sayings));
      }),
      { numRuns: 60 },
    );
  });

  it.each(every)('has no column that the import does not know, as %s in %s', (format, language) => {
    const full = {
      ...Object.fromEntries(measureColumns.map(({ key }) => [key, 'x'])),
      ...Object.fromEntries(
        measureColumns.filter(({ kind }) => kind === 'date').map(({ key }) => [key, '2024']),
      ),
      ...Object.fromEntries(
        measureColumns
          .filter(({ kind }) => kind === 'money' || kind === 'amount')
          .map(({ key }) => [key, 1]),
      ),
      ...Object.fromEntries(
        measureColumns.filter(({ kind }) => kind === 'answer').map(({ key }) => [key, true]),
      ),
      id: ids[0],
      field: ['x'],
      decision: 'ADOPTED',
      noDecisionReason: 'CIVIL_SOCIETY',
      heirs: [ids[1]],
      implementation: 'PLANNED',
      delayReason: 'STAFF',
      abandonReason: 'FUNDING',
      assessment: 'ONE_TO_FIVE.3',
      horizon: 'LONG',
      planKind: 'HEAT',
      duration: 'PROJECT',
      priority: 'LOW',
      influence: ['ADVISES'],
      climateEffect: 'NONE',
      savingQuality: 'A',
      notQuantified: ['COST'],
      partners: [{ name: 'x' }],
      targetGroups: ['x'],
      steps: [{ text: 'x' }],
      indicators: [{ name: 'x' }],
      funding: [{ source: 'x' }],
      papers: [{ number: 'x' }],
      classes: [{ scheme: 'x', code: 'x' }],
    } as unknown as MeasureExportRow;
    const document = importing(files[format]([full], language));
    expect(document.refused).toEqual([]);
    const others = document.notTaken.filter(({ reason }) => reason !== 'computed');
    const sheets = language === 'de' ? ['Handlungsfelder', 'Spalten'] : ['Fields', 'Columns'];
    expect(others).toEqual(
      format === 'csv' ? [] : sheets.map((what) => ({ what, count: 1, reason: 'other-sheet' })),
    );
    expect(document.findings.map(({ code }) => code)).not.toContain('sheets-read');
    expect(document.notTaken.every(({ count }) => count === 1)).toBe(true);
    expect(document.reading?.unplaced).toEqual([]);
  });

  it('keeps a text that is longer than a spreadsheet takes in one cell', () => {
    const long = '🌳 Bäume, '.repeat(4_000).trim();
    const full = { ...bare, description: long, goal: 'x' };
    const document = importing(files.xlsx([full, { ...bare, id: ids[1]!, title: 'B' }], 'de'));
    const described = document.municipalities[0]!.plan.measures.map((measure) => measure.described);
    expect(described[0]?.text).toMatchObject({ description: long, goal: 'x' });
    expect(described[1]).toBeUndefined();
  });

  it('is the same bytes whenever it is written', () => {
    expect(Buffer.from(files.xlsx([bare], 'de')).equals(files.xlsx([bare], 'de'))).toBe(true);
  });
});
