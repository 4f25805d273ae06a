import type {
  ActorState,
  DecisionState,
  FromTable,
  ImplementationState,
  Item,
  PartialDate,
  Responsible,
  RoundtableState,
  Support,
} from '@klimaspur/domain';
import type { Because, MeasureItem } from './measure-types.js';

/** Organisations that strangers are not told of, because they did not agree to be named. */
export interface Unnamed {
  /** Those that have a seat now. */
  readonly seats: number;
  /** Those that were at a meeting, by its id; where all are named there is none. */
  readonly groups: Readonly<Record<string, number>>;
}

/** A round table at the moment asked about, as the viewer may know it. */
export interface RoundtableDetail extends RoundtableState {
  readonly id: string;
  readonly municipality: string;
  readonly published: boolean;
  readonly revision: number;
  readonly unnamed: Unnamed;
}

/** An organisation at the moment asked about. */
export interface ActorDetail extends ActorState {
  readonly id: string;
  readonly municipality: string;
  readonly published: boolean;
  readonly revision: number;
}

/** What an ally promised for a measure, and what became of it. */
export interface MeasureSupport extends Omit<Support, 'actor'> {
  readonly actor: Pick<ActorDetail, 'id' | 'name' | 'kind'>;
}

/** The same from the side of the ally. */
export interface SupportedMeasure extends Omit<Support, 'actor'> {
  readonly measure: MeasureItem;
}

/** A measure that an organisation has to see to, or helps with. */
export interface LedMeasure {
  readonly measure: MeasureItem;
  readonly entry: string;
  readonly responsibility: Responsible['responsibility'];
}

/** A measure on which organisations of the town work, and what each of them has to do with it. */
export interface SharedWork {
  readonly measure: MeasureItem;
  readonly parts: readonly {
    readonly actor: string;
    readonly part: Responsible['responsibility'] | 'SUPPORT';
    /** The entry that says so. */
    readonly entry: string;
  }[];
}

/** A project of an ally that needs no vote. */
export interface OwnProject {
  readonly measure: MeasureItem;
  /** Whose it is; null: not said, or not to be named. */
  readonly actor: string | null;
}

/** Where a measure came from, or was talked about. */
export interface TableOfMeasure extends Omit<FromTable, 'roundtable'> {
  readonly roundtable: Pick<RoundtableDetail, 'id' | 'name'>;
  /** The item and the meeting; null where the viewer may not read them. */
  readonly item: string | null;
  readonly meeting: string | null;
}

/** „Was daraus wurde“: the round tables of a town, and what one or all of them proposed, the earliest first. */
export interface Proposals {
  readonly tables: readonly RoundtableDetail[];
  readonly outcomes: readonly ProposalOutcome[];
}

/** A proposal of a round table and one measure that came of it; a proposal from which several came stands there for each. */
export interface ProposalOutcome {
  readonly roundtable: Pick<RoundtableDetail, 'id' | 'name'>;
  readonly item: Item;
  /** The meeting at which it was concluded first, or on whose agenda it stands. */
  readonly meeting: string;
  readonly on: PartialDate | null;
  /** Null: no measure came of it, or none that the viewer may see. */
  readonly measure: {
    readonly item: MeasureItem;
    readonly decision: Because<DecisionState>;
    readonly implementation: Because<ImplementationState>;
    readonly startedOn: Because<PartialDate | null> | null;
    readonly endedOn: Because<PartialDate | null> | null;
  } | null;
}

/** An organisation that was registered twice, with the entry by which it was merged into another one. */
export interface MergedActor {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
}
