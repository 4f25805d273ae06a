import type { Lang } from '@klimaspur/messages';
import type { MeasureDetail } from '@klimaspur/read-models';
import { amountAsTyped } from '../forms/amounts.js';
import { dateInWords } from '../forms/dates.js';
import { filled, type FormReader } from '../forms/form-reader.js';
import { rowsAsTyped } from '../forms/rows.js';
import type { Typed } from '../forms/typed.js';

/** What a measure sheet is made of. */
export type Sheet = Pick<MeasureDetail, 'title' | 'texts' | 'terms' | 'budget' | 'savings'>;
type Texts = Sheet['texts'];

/** The plain texts of the sheet, by their names in the command. */
export const proseNames = [
  'teaser',
  'description',
  'goal',
  'planText',
  'background',
  'initiator',
  'period',
  'costNote',
  'savingsMethod',
  'notQuantifiedReason',
  'coBenefits',
  'localValue',
  'examples',
  'related',
  'statusReport',
  'statusNote',
  'outlook',
  'obstacles',
  'remarks',
  'planAssessment',
  'supporters',
] as const satisfies readonly (keyof Texts)[];

/** The lists of the sheet, with the fields of each row. */
export const rowColumns = {
  steps: ['text', 'start', 'end', 'state'],
  indicators: ['name', 'unit', 'baseline', 'target'],
  funding: ['source', 'amountCents', 'state'],
  papers: ['number', 'title', 'url'],
  classes: ['scheme', 'code', 'label'],
} as const satisfies { readonly [K in keyof Texts]?: readonly string[] };
export type RowList = keyof typeof rowColumns;

const words = (row: object): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));

/** A sheet as the form has it; sent like that, it says the same again. */
export const sheetAsTyped = (
  { title, texts, terms, budget, savings }: Sheet,
  lang: Lang,
): Typed => {
  const money = (cents: number | undefined) => amountAsTyped(cents, 100, lang);
  const tonnes = (kilograms: number | undefined) => amountAsTyped(kilograms, 1000, lang);
  const date = (value: string | undefined) => dateInWords(value, lang);
  const { cost } = terms;
  return {
    title,
    ...Object.fromEntries(proseNames.map((name) => [name, texts[name] ?? ''])),
    targetGroups: (texts.targetGroups ?? []).join('\n'),
    horizon: terms.horizon ?? '',
    duration: terms.duration ?? '',
    priority: terms.priority ?? '',
    feasibility: String(terms.feasibility ?? ''),
    impact: String(terms.impact ?? ''),
    influence: terms.influence ?? [],
    climateEffect: terms.climateEffect ?? '',
    effectFrom: date(terms.effectFrom),
    notQuantified: terms.notQuantified ?? [],
    'budget.perYearCents': money(budget?.perYearCents),
    'budget.totalCents': money(budget?.totalCents),
    'cost.oneOffCents': money(cost?.oneOffCents),
    'cost.perYearCents': money(cost?.perYearCents),
    'cost.staffHundredths': money(cost?.staffHundredths),
    'cost.asOf': date(cost?.asOf),
    'savings.kgCo2ePerYear': tonnes(savings?.kgCo2ePerYear),
    'savings.minKgCo2ePerYear': tonnes(savings?.minKgCo2ePerYear),
    'savings.maxKgCo2ePerYear': tonnes(savings?.maxKgCo2ePerYear),
    'savings.kwhPerYear': amountAsTyped(savings?.kwhPerYear, 1, lang),
    'savings.centsPerYear': money(savings?.centsPerYear),
    'savings.quality': savings?.quality ?? '',
    ...rowsAsTyped(
      'steps',
      texts.steps?.map(({ start, end, ...row }) => ({
        ...words(row),
        start: date(start),
        end: date(end),
      })),
    ),
    ...rowsAsTyped('indicators', texts.indicators?.map(words)),
    ...rowsAsTyped(
      'funding',
      texts.funding?.map(({ amountCents, ...row }) => ({
        ...words(row),
        amountCents: money(amountCents),
      })),
    ),
    ...rowsAsTyped('papers', texts.papers?.map(words)),
    ...rowsAsTyped('classes', texts.classes?.map(words)),
  };
};

/** The body of the command that describes the measure. */
export const readSheet = (reader: FormReader): object => {
  const { budget, cost, savings } = readFigures(reader);
  return {
    horizon: reader.text('horizon'),
    duration: reader.text('duration'),
    priority: reader.text('priority'),
    feasibility: reader.integer('feasibility'),
    impact: reader.integer('impact'),
    influence: reader.choices('influence'),
    climateEffect: reader.text('climateEffect'),
    effectFrom: reader.date('effectFrom'),
    notQuantified: reader.choices('notQuantified'),
    ...{ budget, cost, savings },
    text: {
      title: reader.text('title'),
      ...Object.fromEntries(proseNames.map((name) => [name, reader.text(name)])),
      targetGroups: reader.lines('targetGroups'),
      ...readLists(reader),
    },
  };
};

const readFigures = (reader: FormReader) => ({
  budget: filled({
    perYearCents: reader.cents('budget.perYearCents'),
    totalCents: reader.cents('budget.totalCents'),
  }),
  cost: filled({
    oneOffCents: reader.cents('cost.oneOffCents'),
    perYearCents: reader.cents('cost.perYearCents'),
    staffHundredths: reader.amount('cost.staffHundredths', 100),
    asOf: reader.date('cost.asOf'),
  }),
  savings: filled({
    kgCo2ePerYear: reader.amount('savings.kgCo2ePerYear', 1000),
    minKgCo2ePerYear: reader.amount('savings.minKgCo2ePerYear', 1000),
    maxKgCo2ePerYear: reader.amount('savings.maxKgCo2ePerYear', 1000),
    kwhPerYear: reader.integer('savings.kwhPerYear'),
    centsPerYear: reader.cents('savings.centsPerYear'),
    quality: reader.text('savings.quality'),
  }),
});

const readLists = (reader: FormReader) => {
  const list = (name: RowList, read: (row: FormReader) => object) => {
    const rows = reader.rows(name, rowColumns[name]);
    return rows.length === 0 ? undefined : rows.map(read);
  };
  const texts = (names: readonly string[]) => (row: FormReader) =>
    Object.fromEntries(names.map((name) => [name, row.text(name)]));
  return {
    steps: list('steps', (row) => ({
      ...texts(['text', 'state'])(row),
      start: row.date('start'),
      end: row.date('end'),
    })),
    indicators: list('indicators', texts(rowColumns.indicators)),
    funding: list('funding', (row) => ({
      ...texts(['source', 'state'])(row),
      amountCents: row.cents('amountCents'),
    })),
    papers: list('papers', texts(rowColumns.papers)),
    classes: list('classes', texts(rowColumns.classes)),
  };
};
