import type { EventData, EventType } from '../catalogue.js';
import type { PartialDate, Day } from '../shared/partial-date.js';
import type { DecisionState, FindingCode, ImplementationState } from '../shared/vocabulary.js';
import type { Entry } from '../timeline.js';
import { noAllies, type Allies } from './allies.js';

/** What looks odd in a story, and at which entry. */
export interface Finding {
  readonly code: FindingCode;
  readonly entry: string;
}

/** A planned date that was moved: each move is kept. */
export interface Move {
  readonly entry: string;
  readonly which: 'start' | 'end';
  readonly from: PartialDate | null;
  readonly to: PartialDate;
}

export interface Responsible {
  readonly entry: string;
  readonly responsibility: 'LEAD' | 'PARTNER';
  readonly organ: string | null;
  readonly actor: string | null;
  readonly name: string;
  readonly explanation: string | null;
}

/** A value, and the entry that gave it: the answer to „Warum dieser Stand?“. */
export interface Because<T> {
  readonly value: T;
  readonly entry: string | null;
  /** Day from which it counts; null where nobody said anything. For computing: people are told `on`. */
  readonly since: Day | null;
  /** When it happened, as precisely as that is known; null: the day is unknown. */
  readonly on: PartialDate | null;
  /** It had happened by then; on which day is unknown. */
  readonly latest?: true;
}

/** All a measure's own stream says, at one moment. */
export interface MeasureState {
  readonly recorded: EventData<'MeasureRecorded'> | null;
  readonly described: EventData<'MeasureDescribed'> | null;
  readonly decision: Because<DecisionState>;
  /** Adopted with changes. */
  readonly amended: boolean;
  /** Where it goes on after a merge, a split, or when it was superseded; empty: here. */
  readonly heirs: readonly string[];
  /** The same measure for whoever may know none of its heirs: as if it went on here; null: it does. */
  readonly here: MeasureState | null;
  /** 1, and one more for each time it was taken up again. */
  readonly round: number;
  /** Why no vote is needed, why it was given up, why it is late: as far as that was ever said. */
  readonly noDecisionReason: string | null;
  readonly abandonReason: string | null;
  readonly delayReason: string | null;
  /** A later paper is being dealt with, without lowering what was adopted. */
  readonly inNewConsultation: boolean;
  readonly implementation: Because<ImplementationState>;
  /** The entry that reported a delay not yet cleared. */
  readonly delay: {
    readonly entry: string;
    readonly since: Day;
    readonly on: PartialDate | null;
    /** The source may mean that it is missing. */
    readonly ambiguous: boolean;
  } | null;
  readonly permanent: boolean;
  readonly plannedStart: Because<PartialDate> | null;
  readonly plannedEnd: Because<PartialDate> | null;
  readonly moves: readonly Move[];
  readonly startedOn: Because<PartialDate | null> | null;
  readonly endedOn: Because<PartialDate | null> | null;
  readonly percent: number | null;
  readonly assessment: {
    readonly entry: string;
    readonly scale: string;
    readonly rating: string;
    readonly since: Day;
    readonly on: PartialDate | null;
  } | null;
  readonly responsible: readonly Responsible[];
  readonly allies: Allies;
  readonly findings: readonly Finding[];
  /** Findings that somebody looked at and found to be as recorded. */
  readonly settled: readonly Finding[];
  /** The newest entry on any axis, or check: what „zuletzt geschehen“ shows. */
  readonly last: {
    readonly entry: string;
    readonly type: EventType;
    /** Day from which it counts: lists are sorted by it. */
    readonly since: Day;
    /** When it happened, as precisely as that is known; null: unknown. */
    readonly on: PartialDate | null;
    /** Day on which it was recorded. */
    readonly recordedOn: Day;
    /** The latest day that any of them names; null: none names one. */
    readonly dated: PartialDate | null;
  } | null;
}

const nobodySaid = { entry: null, since: null, on: null } as const;

/** A measure of which nothing is known. */
export const unknownMeasure: MeasureState = {
  recorded: null,
  described: null,
  decision: { value: 'UNKNOWN', ...nobodySaid },
  amended: false,
  heirs: [],
  here: null,
  round: 1,
  noDecisionReason: null,
  abandonReason: null,
  delayReason: null,
  inNewConsultation: false,
  implementation: { value: 'UNKNOWN', ...nobodySaid },
  delay: null,
  permanent: false,
  plannedStart: null,
  plannedEnd: null,
  moves: [],
  startedOn: null,
  endedOn: null,
  percent: null,
  assessment: null,
  responsible: [],
  allies: noAllies,
  findings: [],
  settled: [],
  last: null,
};

/** Says that `entry` gave this value. */
export const because = <T>(value: T, entry: Entry): Because<T> => ({
  value,
  entry: entry.id,
  since: entry.effectiveOn,
  on: entry.occurredOn,
  ...(isLatest(entry) ? { latest: true } : {}),
});

/** It had happened by the entry's day; on which day is unknown. */
export const isLatest = ({ data, occurredOn }: Pick<Entry, 'data' | 'occurredOn'>): boolean =>
  data['dayIsLatest'] === true && occurredOn !== null;

/** Notes that something looks odd at this entry, unless somebody settled it. */
export const withFinding = (
  state: MeasureState,
  code: Finding['code'],
  entry: Entry,
): MeasureState =>
  state.settled.some((known) => known.code === code && known.entry === entry.id)
    ? state
    : { ...state, findings: [...state.findings, { code, entry: entry.id }] };

/** Entries that keep a measure fresh: on axis B, C or D, or a check. Texts and placement do not count. */
export const isNews = (type: EventType): boolean => newsTypes.has(type);
const newsTypes: ReadonlySet<EventType> = new Set<EventType>([
  'MeasureProposed',
  'MeasureSubmitted',
  'MeasureDeliberated',
  'MeasureDecided',
  'MeasureRevived',
  'MeasureNoDecisionNeeded',
  'MeasureMerged',
  'MeasureSplit',
  'MeasureSuperseded',
  'MeasureImplementationPlanned',
  'MeasureImplementationStarted',
  'MeasureProgressReported',
  'MeasureDelayReported',
  'MeasureRescheduled',
  'MeasureImplementationPaused',
  'MeasureImplementationResumed',
  'MeasureImplementationCompleted',
  'MeasureImplementationAbandoned',
  'MeasureCheckedUnchanged',
  'MeasureAssessed',
]);
