import type { Day, EventData, PartialDate, Status } from '@klimaspur/domain';

/** Who asks. The public sees what is published; others also the drafts of some towns, or of all. */
export type Viewer =
  | 'public'
  | {
      readonly drafts: 'all' | readonly string[];
      /** Those of these towns whose minutes are not theirs to read: of a round table they know no unreleased dissent. */
      readonly withoutMinutes?: readonly string[];
    };

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

/** What every page of a town says of those behind it. */
export interface TownSign extends MunicipalityRef {
  /** How the observers stand to the town; null: not said. */
  readonly relation: string | null;
  /** Official key; null: none is known. */
  readonly ags: string | null;
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
  /** The measures of the town, without what its allies do on their own. */
  readonly counts: Counts;
  /** „Vorhaben von Bündnispartnern“. */
  readonly ownProjects: Counts;
  /** When the newest entry on any axis of any measure happened; null: there is none, or its day is unknown. */
  readonly lastNewsOn: PartialDate | null;
  /** Day on which that entry was recorded, where no other day is known of it. */
  readonly lastNewsRecordedOn: Day | null;
}

export interface Assessment {
  readonly scale: string;
  readonly rating: string;
  /** Day from which it counts. */
  readonly since: Day;
  /** When it was given, as precisely as that is known; null: unknown. */
  readonly on: PartialDate | null;
  readonly entry: string;
}

export interface PlanItem {
  readonly id: string;
  readonly municipality: string;
  readonly title: string;
  readonly description: string | null;
  /** Where the plan itself can be read. */
  readonly url: string | null;
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
  /** Day of the first completed import. */
  readonly importedOn: Day | null;
}

/** A field where it stands in its plan; fields come in the order of the plan, each before its children. */
export interface PlanFieldItem {
  readonly id: string;
  readonly parent: string | null;
  /** 0 at the top. */
  readonly depth: number;
  readonly rank: number;
  readonly name: string;
  readonly description: string | null;
  readonly number: string | null;
  readonly assessment: FieldProgress['assessment'];
}

export interface PlanDetail extends PlanItem {
  readonly fields: readonly PlanFieldItem[];
}

export interface OrganItem {
  readonly id: string;
  readonly municipality: string;
  readonly kind: string;
  readonly decidesFinally: boolean;
  readonly name: string;
  readonly seats: number | null;
  readonly website: string | null;
  readonly note: string | null;
  /** The day from which it no longer exists. */
  readonly closedOn: Day | null;
  readonly revision: number;
}

/** A day on which a body met, as far as an entry tells of it. */
export interface MeetingDay {
  readonly organ: string;
  readonly day: Day;
}

/** What an entry rests on. */
type TargetEvidence = NonNullable<
  NonNullable<EventData<'MunicipalityTargetSet'>['text']>['evidence']
>[number];

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
  /** Of the records of this town; null: CC BY 4.0. */
  readonly licence: string | null;
  readonly logo: {
    readonly sha256: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly alt: string;
  } | null;
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
    /** What the resolution is called. */
    readonly resolution: string | null;
    readonly note: string | null;
    readonly evidence: readonly TargetEvidence[];
    readonly entry: string;
  } | null;
  readonly plans: readonly PlanItem[];
  readonly organs: readonly OrganItem[];
  /** Where its records came from, newest first; none: they were begun here. */
  readonly arrivals: readonly Arrival[];
}

/** That the records of a town were taken over from another log. */
export interface Arrival {
  /** Of the server that kept them; null: it was taken out. */
  readonly address: string | null;
  readonly log: string;
  /** Of that log at the checkpoint with which they came; null: it came without proofs. */
  readonly size: number | null;
  readonly root: string | null;
  readonly arrivedAt: string;
}

/** A town that is kept on another server now. */
export interface MovedTown extends MunicipalityRef {
  readonly address: string;
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
  /** The measures of the town; as in the fields, without what its allies do on their own. */
  readonly counts: Counts;
  /** „Vorhaben von Bündnispartnern“. */
  readonly ownProjects: Counts;
  readonly fields: readonly FieldProgress[];
  /** „ohne Handlungsfeld“ */
  readonly withoutField: Counts;
  /** Measures that stand in several fields at the top and are counted in each: by so much or more the fields add up too high. */
  readonly inSeveralFields: number;
  /** Earliest day for which a dated entry speaks; charts have nothing to show before it. */
  readonly firstDay: Day | null;
  /** „Beginn der Aufzeichnung“: day of the first entry, or the earliest for which an imported file speaks. */
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
  /** Only what stood in this plan on each day. */
  readonly plan?: string;
}

/** What happened in a town on which day, for those who look for one. */
export interface DaysTold {
  /** One for each body that met; `organ`: its name. */
  readonly councils: readonly {
    readonly day: Day;
    readonly organ: string | null;
    readonly decisions: number;
    readonly deliberations: number;
  }[];
  /** Days of which the newest entries speak. */
  readonly entries: readonly { readonly day: Day; readonly entries: number }[];
  /** The last instant of each day on which something became known (milliseconds). */
  readonly known: readonly { readonly knownAt: number; readonly entries: number }[];
}
