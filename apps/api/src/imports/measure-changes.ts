import {
  berlinDay,
  measureState,
  publicBar,
  timeline,
  type MeasureState,
  type Past,
} from '@klimaspur/domain';
import { asPast, type Edition } from './edition.js';
import type { EntryWish } from './edition-state.js';

/** What an import changes about a measure: the column that names it, and what stood and will stand there. */
export interface FieldChange {
  /** Key of a column (`title`, `lead`), or `status`: a code of the public bar. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Longer texts are cut: a report shows that they changed, the measure's page shows them. */
const SHOWN = 300;

/**
 * What would be told of a measure on the day of the edition, or else today, before and after. An entry that moves
 * neither is named by its kind.
 */
export const changesOf = (
  history: readonly Past[],
  wishes: readonly EntryWish[],
  { day, now }: Edition,
): FieldChange[] => {
  if (wishes.length === 0) return [];
  const added = wishes.map((wish, index) => asPast(wish, history.length + index, now));
  const all = [...history, ...added];
  for (const asOf of [day, berlinDay(now)]) {
    const changes = differences(sayings(history, asOf), sayings(all, asOf));
    if (changes.length > 0) return changes;
  }
  return [...new Set(wishes.map(({ type }) => type))].map((type) => ({
    ...{ field: `entry ${type}`, before: null, after: null },
  }));
};

type Sayings = Readonly<Record<string, string>>;

const differences = (before: Sayings, after: Sayings): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: cut(before[field]), after: cut(after[field]) }));

const cut = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1).toWellFormed()}…` : text;
};

const sayings = (history: readonly Past[], asOf: string): Sayings => {
  const state = measureState(timeline(history, { asOf }));
  const names = (kind: 'LEAD' | 'PARTNER') =>
    state.responsible
      .filter(({ responsibility }) => responsibility === kind)
      .map(({ name }) => name);
  const { title, ...texts } = (state.described?.text ?? {}) as Readonly<Record<string, unknown>>;
  return present({
    title: title ?? state.recorded?.text?.title,
    status: publicBar(state, asOf).status,
    percent: state.percent === null ? undefined : `${state.percent} %`,
    plannedStart: state.plannedStart?.value,
    plannedEnd: state.plannedEnd?.value,
    decidedOn: state.decision.value === 'ADOPTED' ? state.decision.on : undefined,
    lead: names('LEAD')[0],
    partners: names('PARTNER').join('; '),
    assessment: state.assessment?.rating,
    ...termsOf(state),
    ...texts,
  });
};

/** Terms and amounts under the names of their columns. */
const termsOf = ({ described }: MeasureState): Readonly<Record<string, unknown>> => {
  const { text: _text, imported: _imported, budget, cost, savings, ...terms } = described ?? {};
  return {
    ...terms,
    budgetPerYear: euro(budget?.perYearCents),
    budgetTotal: euro(budget?.totalCents),
    costOneOff: euro(cost?.oneOffCents),
    costPerYear: euro(cost?.perYearCents),
    staff: cost?.staffHundredths === undefined ? undefined : String(cost.staffHundredths / 100),
    costAsOf: cost?.asOf,
    saving: unit(savings?.kgCo2ePerYear, 'kg'),
    savingMin: unit(savings?.minKgCo2ePerYear, 'kg'),
    savingMax: unit(savings?.maxKgCo2ePerYear, 'kg'),
    savingKwh: unit(savings?.kwhPerYear, 'kWh'),
    savingEur: euro(savings?.centsPerYear),
    savingQuality: savings?.quality,
  };
};

const euro = (cents: number | undefined) =>
  unit(cents === undefined ? undefined : cents / 100, '€');
const unit = (value: number | undefined, name: string) =>
  value === undefined ? undefined : `${value} ${name}`;

const present = (values: Readonly<Record<string, unknown>>): Sayings =>
  Object.fromEntries(
    Object.entries(values)
      .map(([field, value]) => [field, wordsOf(value)] as const)
      .filter(([field, words]) => words !== '' && field !== 'evidence'),
  );

const wordsOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join('; ');
  if (typeof value === 'object')
    return Object.values(value).map(wordsOf).filter(Boolean).join(' · ');
  return String(value);
};
