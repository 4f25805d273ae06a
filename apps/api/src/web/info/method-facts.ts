import {
  barRules,
  catalogue,
  decisionStates,
  implementationStates,
  isNews,
  lateFrom,
  publicBar,
  unknownMeasure,
  type BarStatus,
  type Day,
  type EventType,
  type MeasureState,
} from '@klimaspur/domain';

/** A state of one axis, and the word that it gives where nothing else is known. */
export interface AxisRow<State> {
  readonly state: State;
  readonly alone: BarStatus;
}

/** No date is planned in these states, so any day does. */
const DAY: Day = '2000-01-01';
const barOf = (state: Partial<MeasureState>) => publicBar({ ...unknownMeasure, ...state }, DAY);
const said = <T>(value: T) => ({ value, entry: null, since: null, on: null });

export const decisionRows: readonly AxisRow<(typeof decisionStates)[number]>[] = decisionStates.map(
  (state) => ({ state, alone: barOf({ decision: said(state) }) }),
);

export const implementationRows: readonly AxisRow<(typeof implementationStates)[number]>[] =
  implementationStates.map((state) => ({
    state,
    alone: barOf({ implementation: said(state) }),
  }));

/** The rules in the order in which they are tried, without how they are computed. */
export const ruleRows = barRules.map(({ rule, status }) => ({ rule, status }));

/** Planned ends of each precision, with the day from which they have passed. */
export const lateExamples = ['2026-06-30', '2026-06', '2026'].map((planned) => ({
  planned,
  from: lateFrom({ ...unknownMeasure, plannedEnd: said(planned) })?.from ?? null,
}));

/** The entries by which a measure counts as looked after. */
export const newsTypes = (Object.keys(catalogue) as EventType[]).filter(isNews);
