import {
  evolveMeasure,
  publicBar,
  timeline,
  unknownMeasure,
  type DecisionState,
  type Entry,
  type ImplementationState,
  type MeasureState,
  type Moment,
  type Move,
  type Past,
  type Status,
} from '@klimaspur/domain';
import { streamHistory, type StreamEntry } from './stream-history.js';

/** From one value to another; absent where an entry left it as it was. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** One entry of a measure's history, with what it changed and what became of it. */
export interface HistoryEntry extends StreamEntry {
  /** Null: continued elsewhere. */
  readonly status?: Change<Status | null>;
  readonly decision?: Change<DecisionState>;
  readonly implementation?: Change<ImplementationState>;
  readonly moves: readonly Move[];
}

/** The history of a measure, newest effect first, with what each entry changed. */
export const measureHistory = (events: readonly Past[], moment: Moment = {}): HistoryEntry[] => {
  const story = timeline(events, moment);
  const steps = transitions(story);
  return streamHistory(events, moment, story).map((entry) => ({
    ...entry,
    ...changes(steps.get(entry.id), entry.effectiveOn),
  }));
};

interface Step {
  readonly entry: string;
  readonly before: MeasureState;
  readonly after: MeasureState;
}

const transitions = (story: readonly Entry[]): ReadonlyMap<string, Step> => {
  const steps = new Map<string, Step>();
  let state = unknownMeasure;
  for (const entry of story) {
    const before = state;
    state = evolveMeasure(before, entry);
    steps.set(entry.id, { entry: entry.id, before, after: state });
  }
  return steps;
};

const changes = (step: Step | undefined, day: string) => {
  if (!step) return { moves: [] };
  const { before, after } = step;
  return {
    ...changed('status', publicBar(before, day).status, publicBar(after, day).status),
    ...changed('decision', before.decision.value, after.decision.value),
    ...changed('implementation', before.implementation.value, after.implementation.value),
    moves: after.moves.filter((move) => move.entry === step.entry),
  };
};

const changed = <K extends string, T>(name: K, from: T, to: T) =>
  from === to ? {} : ({ [name]: { from, to } } as { [key in K]: Change<T> });
