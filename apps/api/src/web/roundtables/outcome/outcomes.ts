import {
  dayNumber,
  firstDay,
  isAdopted,
  isDay,
  isEnded,
  isNotWanted,
  lastDay,
  type PartialDate,
} from '@klimaspur/domain';
import type { ProposalOutcome } from '@klimaspur/read-models';

/** How far a proposal has come, the farthest first within each group. */
export const outcomeStages = {
  measure: ['finished', 'begun', 'adopted', 'free', 'elsewhere', 'open'],
  waiting: ['waiting', 'parked', 'answered', 'agreed', 'unsettled'],
  ended: ['rejected', 'abandoned', 'dissent', 'dropped'],
} as const;
export type OutcomeGroup = keyof typeof outcomeStages;
export type OutcomeStage = (typeof outcomeStages)[OutcomeGroup][number];
export const outcomeGroups = Object.keys(outcomeStages) as readonly OutcomeGroup[];

type Made = NonNullable<ProposalOutcome['measure']>;

/** The table itself let go of it, or could not agree: whatever became of a measure, this was not it. */
const letGo: Readonly<Record<string, OutcomeStage>> = {
  DROPPED: 'dropped',
  DISSENT: 'dissent',
  PARKED: 'parked',
};

export const stageOf = ({ item, measure }: ProposalOutcome): OutcomeStage => {
  const result = item.conclusions.at(-1)?.result;
  const gone = item.takenUp.length === 0 && result ? letGo[result] : undefined;
  if (gone) return gone;
  if (measure) return stageOfMeasure(measure);
  if (result === undefined) return 'unsettled';
  if (result !== 'HANDED_OVER') return 'agreed';
  return item.answers.length > 0 ? 'answered' : 'waiting';
};

const stageOfMeasure = ({ decision, implementation, startedOn, item }: Made): OutcomeStage => {
  if (implementation.value === 'COMPLETED') return 'finished';
  if (isEnded(implementation.value)) return 'abandoned';
  if (item.heirs.length > 0) return 'elsewhere';
  if (startedOn) return 'begun';
  if (decision.value === 'NO_DECISION_NEEDED') return 'free';
  if (isAdopted(decision.value)) return 'adopted';
  return isNotWanted(decision.value) ? 'rejected' : 'open';
};

export const groupOf = (outcome: ProposalOutcome): OutcomeGroup => {
  const stage = stageOf(outcome);
  return outcomeGroups.find((group) =>
    (outcomeStages[group] as readonly OutcomeStage[]).includes(stage),
  )!;
};

export const stepKinds = ['decided', 'begun', 'finished'] as const;
export type StepKind = (typeof stepKinds)[number];

/** What happened with the measure, seen from the day of the proposal. */
export interface Step {
  readonly on: PartialDate | null;
  readonly entry: string | null;
  /** Days after the proposal, less than none before it; null: not both days are known. */
  readonly days: number | null;
  /** The proposal certainly came first, or on the same day. */
  readonly preceded: boolean;
}

export const stepsOf = ({ on, measure }: ProposalOutcome): Partial<Record<StepKind, Step>> => {
  if (!measure) return {};
  const { decision, startedOn, endedOn, implementation } = measure;
  const isVoted = decision.value !== 'NO_DECISION_NEEDED' && isAdopted(decision.value);
  return {
    ...(isVoted || isNotWanted(decision.value) ? { decided: stepAfter(on, decision) } : {}),
    ...(startedOn ? { begun: stepAfter(on, startedOn) } : {}),
    ...(endedOn && implementation.value === 'COMPLETED'
      ? { finished: stepAfter(on, endedOn) }
      : {}),
  };
};

const stepAfter = (
  proposedOn: PartialDate | null,
  { on, entry }: { readonly on: PartialDate | null; readonly entry: string | null },
): Step => ({
  ...{ on, entry },
  days:
    on !== null && proposedOn !== null && isDay(on) && isDay(proposedOn)
      ? dayNumber(on) - dayNumber(proposedOn)
      : null,
  preceded: on !== null && proposedOn !== null && lastDay(proposedOn) <= firstDay(on),
});

export interface OutcomeNumbers extends Readonly<Record<StepKind, number>> {
  readonly total: number;
  readonly groups: Readonly<Record<OutcomeGroup, number>>;
  readonly stages: Readonly<Partial<Record<OutcomeStage, number>>>;
}

/** Each proposal is counted once, however many measures came of it: at the one that has come farthest. */
export const outcomeNumbers = (outcomes: readonly ProposalOutcome[]): OutcomeNumbers => {
  const byItem = new Map<string, ProposalOutcome[]>();
  for (const outcome of outcomes) {
    const { item } = outcome.item;
    byItem.set(item, [...(byItem.get(item) ?? []), outcome]);
  }
  const proposals = [...byItem.values()];
  const farthest = proposals.map((some) => some.toSorted(byStage)[0]!);
  const preceding = (kind: StepKind) =>
    proposals.filter((some) => some.some((one) => isStepOf(kind, one))).length;
  const count = <Key extends string>(keys: readonly Key[], of: (one: ProposalOutcome) => string) =>
    Object.fromEntries(
      keys.map((key) => [key, farthest.filter((one) => of(one) === key).length]),
    ) as Record<Key, number>;
  return {
    total: proposals.length,
    decided: preceding('decided'),
    begun: preceding('begun'),
    finished: preceding('finished'),
    groups: count(outcomeGroups, groupOf),
    stages: count(allStages, stageOf),
  };
};

const allStages: readonly OutcomeStage[] = outcomeGroups.flatMap((group) => outcomeStages[group]);

const byStage = (a: ProposalOutcome, b: ProposalOutcome): number =>
  allStages.indexOf(stageOf(a)) - allStages.indexOf(stageOf(b));

/** Only what was adopted counts as decided here; a „no“ is told among what ended. */
export const isStepOf = (kind: StepKind, outcome: ProposalOutcome): boolean =>
  groupOf(outcome) === 'measure' && stepsOf(outcome)[kind]?.preceded === true;
