import {
  evolveMeasure,
  lateFrom,
  publicBar,
  unknownMeasure,
  unreadState,
  type Day,
  type DecisionState,
  type Entry,
  type MeasureState,
  type Status,
} from '@klimaspur/domain';
import { END } from '../store/schema.js';
import { numberOf } from './days.js';

export type LateMark = 'start' | 'end' | null;

/** What holds of a measure on a span of days. */
export interface Standing {
  readonly state: MeasureState;
  /** `state` without its texts, as it is stored. */
  readonly facts: string;
  /** Null: it goes on elsewhere. */
  readonly status: Status | null;
  readonly late: LateMark;
  readonly stale: boolean;
  readonly here: Here | null;
}

export interface Here {
  readonly status: Status;
  readonly decision: DecisionState;
}

// On this day nothing that has a date can be late.
const FIRST_DAY: Day = '0001-01-01';

/**
 * A state of a measure, and what follows from it: each is told again with every later entry, so what
 * was worked out once is kept.
 */
export class ToldMeasure {
  /** Day number from which it is late, if nothing else is said. */
  readonly lateDay: number;
  private readonly which: LateMark;
  private readonly lateOn: Day;
  private readonly standings: (Standing | undefined)[] = [];
  private keptFacts: string | undefined;
  private keptSheet: string | undefined;

  constructor(readonly state: MeasureState) {
    const late = lateFrom(state);
    this.lateDay = late ? numberOf(late.from) : END;
    this.lateOn = late ? late.from : FIRST_DAY;
    this.which = late ? late.which : null;
  }

  static readonly unknown = new ToldMeasure(unknownMeasure);

  static evolve(this: void, told: ToldMeasure, entry: Entry): ToldMeasure {
    const state = evolveMeasure(told.state, entry);
    return state === told.state ? told : new ToldMeasure(state);
  }

  get facts(): string {
    return (this.keptFacts ??= factsOf(this.state));
  }

  /** Equal for two states whose texts are the same. */
  get sheet(): string {
    const { recorded, described } = this.state;
    return (this.keptSheet ??= JSON.stringify([recorded, described]));
  }

  /** What holds before or from `lateDay` on, while it is fresh or stale. */
  standing(late: boolean, stale: boolean): Standing {
    const kept = (late ? 2 : 0) + (stale ? 1 : 0);
    return (this.standings[kept] ??= {
      state: this.state,
      facts: this.facts,
      status: publicBar(this.state, late ? this.lateOn : FIRST_DAY).status,
      here: this.here(late),
      late: late ? this.which : null,
      stale,
    });
  }

  /** What whoever knows none of its heirs is told; null: it goes on here anyway. */
  private here(late: boolean): Here | null {
    const { here } = this.state;
    if (here === null) return null;
    const { status } = publicBar(here, late ? this.lateOn : FIRST_DAY);
    return status && { status, decision: here.decision.value };
  }
}

const factsOf = (state: MeasureState): string => JSON.stringify(factsIn(state));

const factsIn = (state: MeasureState): object => {
  const facts: Record<string, unknown> = {};
  for (const key of Object.keys(state) as (keyof MeasureState)[]) {
    if (key === 'recorded' || key === 'described') continue;
    if (state[key] !== unknownMeasure[key]) facts[key] = state[key];
  }
  // It hangs on a text, which facts leave out.
  if (unreadState(state) !== null) facts['unread'] = true;
  return state.here === null ? facts : { ...facts, here: factsIn(state.here) };
};

/** The state again from its facts, without its texts. */
export const stateFrom = (facts: string): MeasureState => {
  const known = JSON.parse(facts) as Partial<MeasureState>;
  const here = known.here ? { ...unknownMeasure, ...known.here } : null;
  return { ...unknownMeasure, ...known, here };
};
