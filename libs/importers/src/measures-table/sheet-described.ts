import type { EventData } from '@klimaspur/domain';
import { isOne } from './amount.js';
import type { ColumnKey } from './column-words.js';
import { listsOf } from './sheet-lists.js';
import { isHorizonWord } from './sheet-date.js';
import type { SheetRow } from './sheet-row.js';
import {
  climateEffectIn,
  durationIn,
  gradeIn,
  horizonIn,
  influencesIn,
  priorityIn,
  qualityIn,
  quantitiesIn,
} from './terms.js';

type Described = EventData<'MeasureDescribed'>;

/** Columns whose cells are taken over as they stand. */
export const textKeys = [
  'teaser',
  'description',
  'planText',
  'background',
  'goal',
  'initiator',
  'period',
  'coBenefits',
  'localValue',
  'examples',
  'related',
  'notQuantifiedReason',
  'statusReport',
  'statusNote',
  'outlook',
  'obstacles',
  'planAssessment',
  'supporters',
] as const satisfies readonly ColumnKey[];

const periodLimit = 300;

/** Places with less room than a cell of a stranger may need. */
const shorter: Readonly<Partial<Record<ColumnKey, number>>> = {
  teaser: 1000,
  initiator: 300,
  period: periodLimit,
  supporters: 4000,
};

type Given<T extends object> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without what is not said; undefined where nothing is. */
const given = <T extends object>(values: T): Given<T> | undefined => {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : (Object.fromEntries(said) as Given<T>);
};

/** Everything a row says about the measure itself. */
export const describedOf = (sheet: SheetRow, title: string): Described => {
  const cost = costOf(sheet);
  const savings = savingsOf(sheet);
  const terms = {
    horizon: sheet.term('horizon', horizonIn) ?? horizonOfTimes(sheet),
    duration: sheet.term('duration', durationIn) ?? durationOfTimes(sheet),
    priority: sheet.term('priority', priorityIn),
    feasibility: sheet.term('feasibility', gradeIn),
    impact: sheet.term('impact', gradeIn),
    influence: sheet.term('influence', influencesIn),
    climateEffect: sheet.term('climateEffect', climateEffectIn),
    effectFrom: sheet.date('effectFrom'),
    budget: given({
      perYearCents: sheet.plainAmount('budgetPerYear', 'EUR'),
      totalCents: sheet.plainAmount('budgetTotal', 'EUR'),
    }),
    cost,
    savings,
    notQuantified: notQuantifiedOf(sheet),
  };
  const texts = Object.fromEntries(
    textKeys.map((key) => [key, sheet.shortText(key, shorter[key] ?? Infinity)]),
  );
  const lists = listsOf(sheet);
  const period = together(texts['period'], sheet.keptIn('period'));
  const isLong = (period ?? '').length > periodLimit;
  const text = {
    title,
    ...texts,
    ...lists,
    period: isLong ? texts['period'] : period,
    costNote: together(sheet.text('costNote'), sheet.keptIn('costNote')),
    savingsMethod: together(sheet.text('savingsMethod'), sheet.keptIn('savingsMethod')),
    remarks: together(
      sheet.text('remarks'),
      isLong ? sheet.keptIn('period') : undefined,
      sheet.keptIn('remarks'),
    ),
  };
  return { ...given(terms), text: { ...given(text), title } } as Described;
};

/** „kurzfristig“ in a column of dates. */
const timeKeys = ['period', 'plannedStart', 'begin', 'plannedEnd', 'finish'] as const;

const horizonOfTimes = (sheet: SheetRow) =>
  timeKeys
    .map((key) => sheet.line(key) ?? '')
    .filter(isHorizonWord)
    .map(horizonIn)[0];

/** „fortlaufend“ where a date is expected says how long it lasts, also where no column says how it stands. */
const durationOfTimes = (sheet: SheetRow) =>
  !sheet.own && timeKeys.some((key) => sheet.has(key) && sheet.time(key)?.permanent)
    ? ('PERMANENT' as const)
    : undefined;

const together = (...texts: readonly (string | undefined)[]) =>
  texts.filter((text) => text !== undefined).join('\n\n') || undefined;

/** „Kosten“ may be what it costs once or each year: the cell says which. */
const costOf = (sheet: SheetRow) => {
  const costs = sheet.figure('costs', 'EUR');
  return given({
    oneOffCents:
      sheet.plainAmount('costOneOff', 'EUR') ??
      (costs?.perYear === false ? costs.value : undefined),
    perYearCents:
      sheet.plainAmount('costPerYear', 'EUR') ?? (costs?.perYear ? costs.value : undefined),
    staffHundredths: sheet.term('staff', hundredthsIn),
    asOf: sheet.date('costAsOf'),
  });
};

/** `0,5`, `1,5 Stellen`, `2 VZÄ` → hundredths of a post. */
const hundredthsIn = (said: string): number | undefined => {
  const [, whole, part = ''] =
    /^(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:stellen?|vzä|vzae|vk|fte|vollzeitstellen?|ak)?\.?$/iu.exec(
      said.trim(),
    ) ?? [];
  return whole === undefined ? undefined : Number(whole + part.padEnd(2, '0'));
};

/** A saving may be a range, or an end of one. */
const savingsOf = (sheet: SheetRow) => {
  const saving = sheet.amount('saving', 'KG');
  if (saving && !saving.exact && saving.max === undefined) sheet.keep('saving');
  const isFrom = saving?.max !== undefined || saving?.bound === 'AT_LEAST';
  return given({
    kgCo2ePerYear: saving && isOne(saving) ? saving.value : undefined,
    minKgCo2ePerYear: sheet.plainAmount('savingMin', 'KG') ?? (isFrom ? saving?.value : undefined),
    maxKgCo2ePerYear:
      sheet.plainAmount('savingMax', 'KG') ??
      saving?.max ??
      (saving?.bound === 'AT_MOST' ? saving.value : undefined),
    kwhPerYear: sheet.plainAmount('savingKwh', 'KWH'),
    centsPerYear: sheet.plainAmount('savingEur', 'EUR'),
    quality: sheet.term('savingQuality', qualityIn),
  });
};

/** „nicht beziffert“ in a column of figures, or said in a column of its own. */
const notQuantifiedOf = (sheet: SheetRow) => {
  const open = [
    ...(sheet.leftOpen('saving') ? ['GREENHOUSE_GAS' as const] : []),
    ...(sheet.leftOpen('savingKwh') ? ['ENERGY' as const] : []),
    ...((['costs', 'costOneOff', 'costPerYear'] as const).some((key) => sheet.leftOpen(key))
      ? ['COST' as const]
      : []),
  ];
  return sheet.term('notQuantified', quantitiesIn) ?? (open.length > 0 ? open : undefined);
};
