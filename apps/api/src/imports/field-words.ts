import { type Lang, messageFor } from '@klimaspur/messages';

interface Words {
  readonly de: string;
  readonly en: string;
}

/** Fields that a sheet knows by another name, as columns of a list are called. */
const columns: Readonly<Record<string, string>> = {
  'MeasureDescribed.cost': 'costs',
  'MeasureDescribed.budget': 'budgetTotal',
  'MeasureDescribed.savings': 'saving',
  'MeasureDescribed.cost.oneOffCents': 'costOneOff',
  'MeasureDescribed.cost.perYearCents': 'costPerYear',
  'MeasureDescribed.cost.staffHundredths': 'staff',
  'MeasureDescribed.cost.asOf': 'costAsOf',
  'MeasureDescribed.budget.perYearCents': 'budgetPerYear',
  'MeasureDescribed.budget.totalCents': 'budgetTotal',
  'MeasureDescribed.savings.kgCo2ePerYear': 'saving',
  'MeasureDescribed.savings.minKgCo2ePerYear': 'savingMin',
  'MeasureDescribed.savings.maxKgCo2ePerYear': 'savingMax',
  'MeasureDescribed.savings.kwhPerYear': 'savingKwh',
  'MeasureDescribed.savings.centsPerYear': 'savingEur',
  'MeasureDescribed.savings.quality': 'savingQuality',
  'MeasureResponsibleBodyAssigned.text.name': 'lead',
  'MeasureResponsibleBodyAssigned.text.explanation': 'leadExplanation',
  'PlanMeasurePlaced.field': 'field',
};

/** What a field of an entry is called on the pages: `MeasureDescribed` and `text.goal` → „Ziel“. */
export const fieldWords = (type: string, path: string): Words => {
  const plain = path.replace(/\[\d+\]/g, '');
  const [last = ''] = plain.replace(/^text\./, '').split('.');
  const column = columns[`${type}.${plain}`] ?? last;
  const named = (lang: Lang) =>
    messageFor(lang, `column.${column}`) ??
    messageFor(lang, `field.${last}`) ??
    messageFor(lang, plain === 'rank' ? 'import.field.order' : 'import.field.other') ??
    '';
  return { de: named('de'), en: named('en') };
};

/** Why something was refused, in the words of the pages. */
export const reasonWords = (code: string, params: Readonly<Record<string, unknown>>): Words => {
  const said = (lang: Lang) =>
    messageFor(lang, `problem.${code}`, params) ?? messageFor(lang, 'import.refused.other') ?? '';
  return { de: said('de'), en: said('en') };
};
