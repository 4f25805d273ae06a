import { dayNumber, firstDay, isDay, type Meeting, type PartialDate } from '@klimaspur/domain';
import type {
  MeasureItem,
  Municipality,
  PlanItem,
  ProposalOutcome,
  RoundtableDetail,
} from '@klimaspur/read-models';
import { isStepOf, type StepKind, stepKinds, stepsOf } from './outcomes.js';

/** A measure at one step, with the entry that tells of it. */
export interface StepOfMeasure {
  readonly measure: Pick<MeasureItem, 'id' | 'title'>;
  readonly entry: string | null;
}

/** What happened on one day between the first round table and the work. */
export type Moment = { readonly on: PartialDate } & (
  | {
      readonly kind: 'meeting';
      readonly table: RoundtableDetail;
      readonly meeting: Meeting;
      readonly proposals: readonly string[];
    }
  | { readonly kind: 'plan'; readonly plan: PlanItem }
  | { readonly kind: StepKind; readonly measures: readonly StepOfMeasure[] }
);

interface Known {
  readonly town: Municipality;
  readonly tables: readonly RoundtableDetail[];
  readonly outcomes: readonly ProposalOutcome[];
}

/** From the first round table on, oldest first: meetings with their proposals, decisions, plans, begun and finished work. */
export const momentsOf = ({ town, tables, outcomes }: Known): Moment[] => {
  const moments = [
    ...tables.flatMap((table) => meetingsOf(table, outcomes)),
    ...town.plans.flatMap((plan) => planOf(plan)),
    ...stepKinds.flatMap((kind) => stepsOn(outcomes, kind)),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const first = moments.findIndex(({ kind }) => kind === 'meeting');
  return first < 0 ? [] : moments.slice(first);
};

/** Of fixed appointments, only those at which something was proposed: they would bury the rest. */
const meetingsOf = (table: RoundtableDetail, outcomes: readonly ProposalOutcome[]): Moment[] =>
  table.meetings.flatMap((meeting): Moment[] => {
    const topics = outcomes
      .filter((outcome) => outcome.meeting === meeting.meeting)
      .map(({ item }) => item.topic);
    const proposals = [...new Set(topics)];
    const isTold = meeting.protocol.step === 'PUBLISHED' && meeting.held !== null;
    if (!isTold || (table.format !== 'ROUND_TABLE' && proposals.length === 0)) return [];
    const on = meeting.held?.on ?? meeting.on;
    return [{ on, kind: 'meeting', table, meeting, proposals }];
  });

const planOf = (plan: PlanItem): Moment[] =>
  plan.adopted?.on ? [{ on: plan.adopted.on, kind: 'plan', plan }] : [];

/** One moment for each day, with all measures that took this step on it after they had been proposed. */
const stepsOn = (outcomes: readonly ProposalOutcome[], kind: StepKind): Moment[] => {
  const days = new Map<PartialDate, Map<string, StepOfMeasure>>();
  for (const outcome of outcomes) {
    const { on = null, entry = null } = stepsOf(outcome)[kind] ?? {};
    if (on === null || !outcome.measure || !isStepOf(kind, outcome)) continue;
    const { id, title } = outcome.measure.item;
    const ofDay = days.get(on) ?? new Map<string, StepOfMeasure>();
    days.set(on, ofDay.set(id, { measure: { id, title }, entry }));
  }
  return [...days].map(([on, measures]) => ({ on, kind, measures: [...measures.values()] }));
};

/** From the first meeting to the first plan that was adopted after it; undefined: there is none so far. */
export const wayToThePlan = (moments: readonly Moment[]) => {
  const [first] = moments;
  const plan = moments.find((moment) => moment.kind === 'plan');
  if (!first || plan?.kind !== 'plan') return undefined;
  const days =
    isDay(first.on) && isDay(plan.on)
      ? dayNumber(firstDay(plan.on)) - dayNumber(firstDay(first.on))
      : null;
  return { first: first.on, adopted: plan.on, plan: plan.plan, days };
};
