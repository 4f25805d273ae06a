import type {
  BarStatus,
  Day,
  DecisionState,
  EventData,
  EventType,
  Finding,
  FromTable,
  ImplementationState,
  MeasureState,
  Move,
  PartialDate,
  Responsible,
  Status,
  Support,
} from '@klimaspur/domain';
import type { Assessment, MunicipalityRef, Page, PlanItem } from './town-types.js';

export type MeasureSort = 'plan' | 'title' | 'status' | 'lastNews' | 'plannedEnd';

export interface MeasureFilter {
  readonly municipality?: string;
  readonly plan?: string;
  /** The field with everything within it; 'none': without a field. */
  readonly field?: string;
  /** Of the field asked for only what stands in itself; nothing of the fields within it. */
  readonly withoutInner?: boolean;
  readonly status?: readonly Status[];
  readonly decision?: readonly DecisionState[];
  readonly implementation?: readonly ImplementationState[];
  readonly late?: boolean;
  readonly stale?: boolean;
  readonly toBeClarified?: boolean;
  /** True: projects of allies alone; false: without them; absent: all. */
  readonly ownProjects?: boolean;
  readonly q?: string;
  readonly sort?: MeasureSort;
  readonly descending?: boolean;
  /** 1 to 200; default 50. */
  readonly limit?: number;
  readonly cursor?: string;
  /** 1-based; instead of a cursor. */
  readonly page?: number;
}

export interface PlaceInPlan {
  readonly plan: string;
  readonly field: string | null;
  readonly fieldName: string | null;
  /** Names of the fields it lies in, outermost first; `fieldName` is the last of them. */
  readonly fieldPath: readonly string[];
  /** As the plan writes it: "A1.1". */
  readonly number: string | null;
  readonly rank: number;
}

export interface MeasureItem {
  readonly id: string;
  readonly municipality: MunicipalityRef;
  readonly title: string;
  readonly teaser: string | null;
  readonly published: boolean;
  /** Null: it goes on elsewhere, and is counted at `heirs`. */
  readonly status: Status | null;
  readonly heirs: readonly string[];
  /** „Warum dieser Stand?“: the rule that fitted, and the entry behind it. */
  readonly rule: BarStatus['rule'];
  readonly because: string | null;
  readonly decision: DecisionState;
  readonly implementation: ImplementationState;
  readonly amended: boolean;
  readonly inNewConsultation: boolean;
  readonly delayReported: boolean;
  /** Which planned date passed, and the first day on which it was late. */
  readonly late: { readonly which: 'start' | 'end'; readonly since: Day } | null;
  readonly stale: boolean;
  readonly plannedStart: PartialDate | null;
  readonly plannedEnd: PartialDate | null;
  /** How often a planned date was moved from one date to another. */
  readonly moved: number;
  readonly startedOn: PartialDate | null;
  /** In place of `startedOn`, where it had begun by then and on which day is unknown. */
  readonly startedBy: PartialDate | null;
  readonly endedOn: PartialDate | null;
  /** In place of `endedOn`, where it had ended by then and on which day is unknown. */
  readonly endedBy: PartialDate | null;
  /** 0: in time; null: it is not finished, or nobody knows. */
  readonly finishedLateDays: number | null;
  readonly percent: number | null;
  readonly assessment: Assessment | null;
  readonly lead: string | null;
  readonly findings: number;
  /** The newest entry on any axis, or check. */
  readonly lastNews: {
    readonly entry: string;
    readonly type: EventType;
    /** When it happened, as precisely as that is known; null: the day is unknown. */
    readonly on: PartialDate | null;
    readonly recordedOn: Day;
  } | null;
  /** Its place in the plan asked about, else in the first plan that names it. */
  readonly place: PlaceInPlan | null;
}

export interface MeasurePage extends Page<MeasureItem> {
  /** For each status how many fit all other filters. */
  readonly facets: Readonly<Record<Status, number>>;
}

type Described = EventData<'MeasureDescribed'>;

/** Words of the measure sheet at the moment asked about, with the lists that hold words. */
export type MeasureTexts = Readonly<Omit<NonNullable<Described['text']>, 'title'>>;
/** Terms, days and grades of the sheet. */
export type MeasureTerms = Readonly<Omit<Described, 'text' | 'imported' | 'budget' | 'savings'>>;

/** A fact and the entry that gave it. */
export interface Because<T> {
  readonly value: T;
  readonly entry: string | null;
  /** Day from which it counts. */
  readonly since: Day | null;
  /** When it happened, as precisely as that is known; null: unknown. */
  readonly on: PartialDate | null;
  /** It had happened by then; on which day is unknown. */
  readonly latest?: true;
}

export interface MeasureDetail extends MeasureItem {
  /** Of its stream: the `ETag`, and what `If-Match` is compared with. */
  readonly revision: number;
  readonly recordedAt: string;
  readonly origin: string | null;
  readonly ownProposal: boolean;
  readonly texts: MeasureTexts;
  readonly budget: NonNullable<Described['budget']> | null;
  readonly savings: NonNullable<Described['savings']> | null;
  readonly terms: MeasureTerms;
  /** 1, and one more for each time it was taken up again. */
  readonly round: number;
  readonly facts: {
    readonly decision: Because<DecisionState>;
    readonly implementation: Because<ImplementationState>;
    readonly delay: {
      readonly entry: string;
      readonly since: Day;
      readonly on: PartialDate | null;
      readonly ambiguous: boolean;
    } | null;
    readonly permanent: boolean;
    readonly plannedStart: Because<PartialDate> | null;
    readonly plannedEnd: Because<PartialDate> | null;
    readonly startedOn: Because<PartialDate | null> | null;
    readonly endedOn: Because<PartialDate | null> | null;
    readonly moves: readonly Move[];
    readonly responsible: readonly Responsible[];
    /** What allies promised to bring in. */
    readonly support: readonly Support[];
    /** Round tables that proposed it or talked about it. */
    readonly tables: readonly FromTable[];
    /** „Vorhaben von Bündnispartnern“; null: it is none. Its actor is null where not said, or not to be named. */
    readonly ownProject: { readonly actor: string | null } | null;
    readonly findings: readonly Finding[];
    /** The source gave a state in words that nobody has read so far. */
    readonly unread: boolean;
  };
  /** All its places, each with the fields above it, outermost first. */
  readonly places: readonly (PlaceInPlan & {
    readonly planTitle: string;
    readonly path: readonly {
      readonly id: string;
      readonly name: string;
      readonly number: string | null;
    }[];
  })[];
}

/** What a town's page tells first: good news and bad alike. */
export type TurnKind = 'adopted' | 'completed' | 'delayed';

/** A measure that came to stand like this, and when. */
export interface Turn {
  readonly measure: MeasureItem;
  /** As precisely as it is known; null: the day is unknown. */
  readonly on: PartialDate | null;
  /** Day from which it counts: that of the entry where `on` is null. */
  readonly since: Day;
  /** It had happened by then; on which day is unknown. */
  readonly latest?: true;
}

export type LatestTurns = Readonly<Record<TurnKind, readonly Turn[]>>;

/** A measure as a row of a file: everything a list shows, and its texts. */
export interface MeasureExportRow extends MeasureItem {
  readonly texts: MeasureTexts;
  readonly path: readonly string[];
  readonly leadExplanation: string | null;
  readonly partners: readonly { readonly name: string; readonly explanation: string | null }[];
  /** The plan in which it stands; null: in none. */
  readonly plan: Pick<PlanItem, 'title' | 'kind'> | null;
  /** As precisely as each is known; null: unknown. */
  readonly since: {
    readonly decision: PartialDate | null;
    /** Null also where the begin or the end of the work says it. */
    readonly implementation: PartialDate | null;
    /** In its place, where it had come to this by then. */
    readonly implementationBy: PartialDate | null;
    readonly delay: PartialDate | null;
    readonly assessment: PartialDate | null;
    /** The latest day that an entry names. */
    readonly news: PartialDate | null;
  };
  readonly reasons: Pick<MeasureState, 'noDecisionReason' | 'abandonReason' | 'delayReason'>;
  readonly ownProposal: boolean;
  readonly terms: MeasureTerms;
  readonly budget: MeasureDetail['budget'];
  readonly savings: MeasureDetail['savings'];
}
