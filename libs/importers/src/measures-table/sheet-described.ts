import type { EventData } from '@klimaspur/domain';
import type { Amount } from './amount.js';
import type { ColumnKey } from './column-words.js';
import { listsOf } from './sheet-lists.js';
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

/** Places with less room than a cell of a stranger may need. */
const shorter: Readonly<Partial<Record<ColumnKey, number>>> = {
  teaser: 1000,
  initiator: 300,
  period: 300,
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
  const money = moneyOf(sheet);
  const saved = savingsOf(sheet);
  const terms = {
    horizon: sheet.term('horizon', horizonIn),
    duration: sheet.term('duration', durationIn),
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
    cost: money.cost,
    savings: saved.savings,
    notQuantified: notQuantifiedOf(sheet),
  };
  const texts = Object.fromEntries(
    textKeys.map((key) => [key, sheet.shortText(key, shorter[key] ?? Infinity)]),
  );
  const text = {
    title,
    ...texts,
    ...listsOf(sheet),
    costNote: money.note,
    savingsMethod: saved.method,
  };
  const remarks = [sheet.text('remarks'), sheet.unreadable.join('\n')].filter(Boolean).join('\n\n');
  return {
    ...given(terms),
    text: { ...given({ ...text, remarks: remarks || undefined }), title },
  } as Described;
};

/** Words beside a figure that say more than it are kept as they stand. */
const noteOf = (sheet: SheetRow, key: ColumnKey, amount: Amount | undefined) =>
  amount && (!amount.exact || amount.max !== undefined) ? sheet.text(key) : undefined;

const together = (...texts: readonly (string | undefined)[]) =>
  texts.filter((text) => text !== undefined).join('\n\n') || undefined;

/** „Kosten“ may be what it costs once or each year: the cell says which. */
const moneyOf = (sheet: SheetRow) => {
  const costs = sheet.amount('costs', 'EUR');
  const oneOff =
    sheet.amount('costOneOff', 'EUR') ?? (costs?.perYear === false ? costs : undefined);
  const perYear = sheet.amount('costPerYear', 'EUR') ?? (costs?.perYear ? costs : undefined);
  const staff = sheet.term('staff', hundredthsIn);
  return {
    cost: given({
      oneOffCents: oneOff?.value,
      perYearCents: perYear?.value,
      staffHundredths: staff,
      asOf: sheet.date('costAsOf'),
    }),
    note: together(
      sheet.text('costNote'),
      noteOf(sheet, 'costs', costs),
      noteOf(sheet, 'costOneOff', oneOff === costs ? undefined : oneOff),
      noteOf(sheet, 'costPerYear', perYear === costs ? undefined : perYear),
    ),
  };
};

/** `0,5`, `1,5 Stellen`, `2 VZÄ` → hundredths of a post. */
const hundredthsIn = (said: string): number | undefined => {
  const [, whole, part = ''] =
    /^(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:stellen?|vzä|vzae|vk|fte|vollzeitstellen?|ak)?\.?$/iu.exec(
      said.trim(),
    ) ?? [];
  return whole === undefined ? undefined : Number(whole + part.padEnd(2, '0'));
};

const savingsOf = (sheet: SheetRow) => {
  const saving = sheet.amount('saving', 'KG');
  const isRange = saving?.max !== undefined;
  return {
    savings: given({
      kgCo2ePerYear: isRange ? undefined : saving?.value,
      minKgCo2ePerYear:
        sheet.amount('savingMin', 'KG')?.value ?? (isRange ? saving.value : undefined),
      maxKgCo2ePerYear: sheet.amount('savingMax', 'KG')?.value ?? saving?.max,
      kwhPerYear: sheet.plainAmount('savingKwh', 'KWH'),
      centsPerYear: sheet.plainAmount('savingEur', 'EUR'),
      quality: sheet.term('savingQuality', qualityIn),
    }),
    method: together(
      sheet.text('savingsMethod'),
      isRange ? undefined : noteOf(sheet, 'saving', saving),
    ),
  };
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
