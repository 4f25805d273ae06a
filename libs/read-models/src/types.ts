import type {
  BarStatus,
  Day,
  DecisionState,
  EventType,
  Finding,
  ImplementationState,
  Move,
  PartialDate,
  Responsible,
  Role,
  Status,
} from '@klimaspur/domain';
import type { Position } from '@klimaspur/event-store';

/** Who asks. The public sees what is published; others also the drafts of some towns, or of all. */
export type Viewer = 'public' | { readonly drafts: 'all' | readonly string[] };

/** The moment a question is about, and who asks. "Today" is nothing but `asOf` today. */
export interface View {
  readonly asOf: Day;
  /** Milliseconds since 1970; what was learnt later is left out. Absent: all that is known. */
  readonly knownAt?: number;
  readonly viewer: Viewer;
}

/** A page of a list. `next` is the cursor of the page after it; null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next: string | null;
}

/** How many measures stand where. `byStatus` adds up to `total`. */
export interface Counts {
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly total: number;
  /** A planned date has passed, computed. */
  readonly late: number;
  /** Nothing recorded for 180 days. */
  readonly stale: number;
  /** Something looks odd, or an import could not say how it stands: „zu klären“. */
  readonly toBeClarified: number;
}

export interface MunicipalityRef {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface MunicipalityFilter {
  /** Part of the name. */
  readonly q?: string;
  readonly state?: string;
  /** 1 to 1000; default all that fit. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface MunicipalityItem extends MunicipalityRef {
  readonly ags: string | null;
  readonly state: string | null;
  readonly published: boolean;
  readonly population: number | null;
  readonly teaser: string | null;
  readonly targetYear: number | null;
  readonly counts: Counts;
  /** Newest entry on any axis of any measure, by the day it took effect. */
  readonly lastNewsOn: Day | null;
}

export interface Assessment {
  readonly scale: string;
  readonly rating: string;
  readonly since: Day;
  readonly entry: string;
}

export interface PlanItem {
  readonly id: string;
  readonly municipality: string;
  readonly title: string;
  readonly description: string | null;
  readonly kind: string;
  readonly origin: string | null;
  readonly published: boolean;
  readonly revision: number;
  readonly adopted: {
    readonly entry: string;
    readonly scope: string;
    readonly on: PartialDate | null;
  } | null;
  readonly editions: readonly {
    readonly entry: string;
    readonly id: string;
    readonly label: string;
    readonly url: string | null;
    readonly on: PartialDate | null;
  }[];
  /** Day of the first completed import: charts begin at „Beginn der Aufzeichnung“. */
  readonly importedOn: Day | null;
}

export interface OrganItem {
  readonly id: string;
  readonly municipality: string;
  readonly kind: string;
  readonly decidesFinally: boolean;
  readonly name: string;
  readonly revision: number;
}

export interface Observers {
  readonly relation: string | null;
  readonly name: string | null;
  readonly website: string | null;
  readonly contact: string | null;
  readonly teaser: string | null;
  readonly description: string | null;
  readonly method: string | null;
  readonly sources: string | null;
  readonly supporters: string | null;
  readonly responsible: readonly string[];
  readonly entry: string;
}

export interface Municipality extends MunicipalityItem {
  readonly revision: number;
  readonly populationOn: PartialDate | null;
  readonly description: string | null;
  readonly website: string | null;
  readonly postcode: string | null;
  readonly assessments: Readonly<Partial<Record<'administration' | 'plan' | 'status', string>>>;
  readonly observers: Observers | null;
  readonly target: {
    readonly year: number;
    readonly resolvedOn: PartialDate | null;
    readonly decision: string | null;
    readonly note: string | null;
    readonly entry: string;
  } | null;
  readonly plans: readonly PlanItem[];
  readonly organs: readonly OrganItem[];
}

/** A town by id or slug; `movedFrom` is an old slug that leads to it: redirect to its present one. */
export interface FoundMunicipality {
  readonly municipality: Municipality;
  readonly movedFrom: string | null;
}

export interface FieldProgress {
  readonly id: string;
  readonly plan: string;
  readonly parent: string | null;
  /** 0 at the top. Fields come in the order of the plan, each before its children. */
  readonly depth: number;
  readonly name: string;
  readonly description: string | null;
  readonly number: string | null;
  /** The measures that stand in this field itself. */
  readonly own: Counts;
  /** Those and the measures of all fields within it. */
  readonly all: Counts;
  readonly rank: number;
  /** The observers' opinion of the field; shown, never counted. */
  readonly assessment: (Assessment & { readonly note: string | null }) | null;
}

export interface Progress {
  readonly counts: Counts;
  readonly fields: readonly FieldProgress[];
  /** „ohne Handlungsfeld“ */
  readonly withoutField: Counts;
  /** Earliest day for which a dated entry speaks; charts have nothing to show before it. */
  readonly firstDay: Day | null;
  /** Day on which the records began. */
  readonly recordedSince: Day | null;
}

export interface ProgressScope {
  readonly plan?: string;
  /** The field with everything within it. */
  readonly field?: string;
}

export interface StatusPoint {
  readonly day: Day;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly total: number;
}

export interface StatusOverTime {
  readonly from: Day;
  readonly to: Day;
  /** Points at most, evenly spread, `to` always among them; absent: every day on which something changes. */
  readonly points?: number;
}

export type MeasureSort = 'plan' | 'title' | 'status' | 'lastNews' | 'plannedEnd';

export interface MeasureFilter {
  readonly municipality?: string;
  readonly plan?: string;
  /** The field with everything within it; 'none': without a field. */
  readonly field?: string;
  readonly status?: readonly Status[];
  readonly decision?: readonly DecisionState[];
  readonly implementation?: readonly ImplementationState[];
  readonly late?: boolean;
  readonly stale?: boolean;
  readonly toBeClarified?: boolean;
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
  readonly status: Status;
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
  readonly endedOn: PartialDate | null;
  readonly finishedLateDays: number | null;
  readonly percent: number | null;
  readonly assessment: Assessment | null;
  readonly lead: string | null;
  readonly findings: number;
  readonly lastNews: { readonly entry: string; readonly type: EventType; readonly on: Day } | null;
  /** Its place in the plan asked about, else in the first plan that names it. */
  readonly place: PlaceInPlan | null;
}

export interface MeasurePage extends Page<MeasureItem> {
  /** For each status how many fit all other filters. */
  readonly facets: Readonly<Record<Status, number>>;
}

/** Texts of the measure sheet at the moment asked about. */
export type MeasureTexts = Readonly<
  Partial<
    Record<
      | 'teaser'
      | 'description'
      | 'planText'
      | 'background'
      | 'goal'
      | 'statusReport'
      | 'statusNote'
      | 'outlook'
      | 'obstacles'
      | 'remarks'
      | 'planAssessment'
      | 'supporters',
      string
    >
  >
>;

/** A fact and the entry that gave it. */
export interface Because<T> {
  readonly value: T;
  readonly entry: string | null;
  readonly since: Day | null;
}

export interface MeasureDetail extends MeasureItem {
  /** Of its stream: the `ETag`, and what `If-Match` is compared with. */
  readonly revision: number;
  readonly recordedAt: string;
  readonly origin: string | null;
  readonly ownProposal: boolean;
  readonly texts: MeasureTexts;
  readonly budget: { readonly perYearCents?: number; readonly totalCents?: number } | null;
  readonly savings: {
    readonly kgCo2ePerYear?: number;
    readonly kwhPerYear?: number;
    readonly centsPerYear?: number;
  } | null;
  readonly facts: {
    readonly decision: Because<DecisionState>;
    readonly implementation: Because<ImplementationState>;
    readonly delay: { readonly entry: string; readonly since: Day } | null;
    readonly permanent: boolean;
    readonly plannedStart: Because<PartialDate> | null;
    readonly plannedEnd: Because<PartialDate> | null;
    readonly startedOn: Because<PartialDate | null> | null;
    readonly endedOn: Because<PartialDate | null> | null;
    readonly moves: readonly Move[];
    readonly responsible: readonly Responsible[];
    readonly findings: readonly Finding[];
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

/** One entry as the feed of latest changes shows it. Texts are read from the log. */
export interface ChangeItem {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly entry: string;
  readonly type: EventType;
  readonly municipality: MunicipalityRef;
  /** The measure it is about, titled as of the view. */
  readonly measure: { readonly id: string; readonly title: string } | null;
  readonly recordedAt: string;
  readonly occurredOn: PartialDate | null;
  /** Status on the day of recording, as known before and after; null where it concerns no measure. */
  readonly before: Status | null;
  readonly after: Status | null;
  /** Taken back, or replaced by a correction, as of today. */
  readonly voided: boolean;
  readonly corrected: boolean;
}

export interface ChangeFilter {
  readonly municipality?: string;
  readonly measure?: string;
  /** Berlin days on which it was recorded, both inclusive. */
  readonly from?: Day;
  readonly to?: Day;
  /** Only entries after which the bar said another word. */
  readonly statusChangedOnly?: boolean;
  /** 1 to 500; default 20. */
  readonly limit?: number;
  /** Entries before this position: the cursor of the page before. */
  readonly before?: Position;
  /** Count all that fit: needs a look at each of them. */
  readonly counted?: boolean;
}

export interface ChangePage {
  readonly items: readonly ChangeItem[];
  /** On all pages; counted only where it was asked for. */
  readonly total?: number;
  readonly next: Position | null;
}

export type ImportedKind = 'municipality' | 'organ' | 'plan' | 'field' | 'measure';

/** A thing that an import brought. */
export interface Imported {
  readonly kind: ImportedKind;
  readonly id: string;
  readonly municipality: string;
  /** Of a field: the plan whose stream it lives in. */
  readonly plan: string | null;
  /** Its creation was voided. */
  readonly voided: boolean;
  /** What imports wrote last about it, by event type: read there for a three-way comparison. */
  readonly baseline: readonly {
    readonly type: EventType;
    readonly stream: string;
    readonly revision: number;
    readonly entry: string;
  }[];
}

export interface ImportKey {
  readonly system: string;
  readonly town?: string;
  readonly key: string;
  readonly kind?: ImportedKind;
}

export interface PersonRole {
  readonly person: string;
  readonly role: Role;
  readonly municipality: string | null;
}

/** A measure as a row of a file: everything a list shows, and its texts. */
export interface MeasureExportRow extends MeasureItem {
  readonly texts: MeasureTexts;
  readonly path: readonly string[];
  readonly leadExplanation: string | null;
  readonly ownProposal: boolean;
  readonly budget: MeasureDetail['budget'];
  readonly savings: MeasureDetail['savings'];
}

/** Told after each batch: how far the read models are, and which towns look different now. */
export interface LevelReached {
  readonly level: Position;
  /** Ids of municipalities; drafts too, so check what the listener may know. */
  readonly changed: readonly string[];
}
