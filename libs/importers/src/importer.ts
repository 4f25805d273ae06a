import type { EventData, EventType, PartialDate } from '@klimaspur/domain';
import type { ColumnMapping } from './measures-table/column-mapping.js';
import type { SheetReading } from './measures-table/sheet-reading.js';

/** The port of this room: other people's data, read into the shapes of our own events. Nothing is stored here. */
export interface ImportDocument<List extends MeasureList = readonly ImportedMeasure[]> {
  readonly format: ImportFormat;
  readonly municipalities: readonly ImportedMunicipality<List>[];
  /** Rows and values that cannot go in. Everything else stands in `municipalities`. */
  readonly refused: readonly Refusal[];
  /** What went in and should be looked at. */
  readonly findings: readonly Finding[];
  /** What the file holds and this reader does not take over, by name: „noch nicht übernommen“. */
  readonly notTaken: readonly NotTaken[];
  /** The day for which the file speaks: the user's word, or that of the file. */
  readonly standOn: PartialDate | null;
  /** How a table was understood, for somebody to correct; absent where the file is none. */
  readonly reading?: SheetReading;
}

export type ImportFormat = 'LOCALZERO' | 'MEASURES_CSV' | 'MEASURES_XLSX';

/** A sentence in both languages of the product. */
export interface Words {
  readonly de: string;
  readonly en: string;
}

export type Params = Readonly<Record<string, string | number>>;

/**
 * `where` names the place in the words of the file: `row 12` as a spreadsheet counts (`row 12 Energie` where
 * several sheets are read), `sheet Energie`, `task 17`, `city 3`, or `file`. `column` is the file's own heading; '' where the row or file as a whole is meant.
 */
export interface Refusal {
  readonly where: string;
  readonly column: string;
  /** What stands there, cut to 80 characters. */
  readonly value: string;
  /** Stable code, such as `field/not-a-date`. */
  readonly reason: string;
  readonly params: Params;
  readonly words: Words;
}

export interface Finding {
  readonly where: string;
  readonly code: string;
  readonly params: Params;
  readonly words: Words;
}

/**
 * - `not-yet`: Klimaspur has no place for it so far.
 * - `computed`: Klimaspur works it out itself.
 * - `personal`: contact data and internal notes stay outside.
 * - `technical`: keeps the other system running and says nothing about the town.
 * - `ignored`: whoever imports the file said so.
 * - `other-sheet`: a sheet of our own workbook beside that of the measures.
 */
export type NotTakenReason =
  'not-yet' | 'computed' | 'personal' | 'technical' | 'ignored' | 'other-sheet';

export interface NotTaken {
  /** Model, or model and column, in the words of the file: `cpmonitor.capchecklist`, `task.frontpage`. */
  readonly what: string;
  readonly count: number;
  readonly reason: NotTakenReason;
}

/** Where a thing came from; a second import finds it by this. */
export interface Source {
  readonly system: string;
  readonly town?: string;
  readonly key: string;
}

/** Measures in the order of the file, as often as they are asked for. A long list need not lie in memory. */
export interface MeasureList extends Iterable<ImportedMeasure> {
  readonly length: number;
}

/** Takes measures in while a file is read. */
export interface GrowingList extends MeasureList {
  push(measure: ImportedMeasure): unknown;
}

export interface ImportedMunicipality<List extends MeasureList = readonly ImportedMeasure[]> {
  readonly source: Source;
  readonly name: string;
  /** False where the file does not name the town; `name` is then made from the file name. */
  readonly named: boolean;
  readonly ags?: string;
  /** What the file says; absent where it says nothing. */
  readonly published?: boolean;
  readonly described?: EventData<'MunicipalityDescribed'>;
  readonly observers?: EventData<'MunicipalityObserversDescribed'>;
  readonly target?: Dated<'MunicipalityTargetSet'>;
  readonly plan: ImportedPlan<List>;
}

export type PlanKind = EventData<'PlanDrafted'>['kind'];

export interface ImportedPlan<List extends MeasureList = readonly ImportedMeasure[]> {
  readonly source: Source;
  readonly title: string;
  /** Absent where the file does not say it: then it is one of climate protection. */
  readonly kind?: PlanKind;
  /** In the order of the file, parents before their children. */
  readonly fields: readonly ImportedField[];
  readonly measures: List;
}

/** Fields and measures of one parent are ordered together by `order`, counted from 0. */
export interface ImportedField {
  readonly source: Source;
  /** `source.key` of the field above. */
  readonly parent?: string;
  readonly order: number;
  readonly name: string;
  readonly description?: string;
  readonly number?: string;
  readonly published?: boolean;
  /** A state that the file gives to a whole field is an opinion about it, and is not counted. */
  readonly assessment?: FieldAssessment;
}

export interface FieldAssessment {
  readonly scale: 'LOCALZERO';
  readonly rating: 'DONE' | 'AS_PLANNED' | 'DELAYED' | 'FAILED' | 'UNKNOWN';
  readonly occurredOn: PartialDate | null;
  readonly text: NonNullable<EventData<'PlanFieldAssessed'>['text']>;
}

/** `data` of `MeasureRecorded` without what only the importer's caller knows. */
export type RecordedData = Omit<EventData<'MeasureRecorded'>, 'municipality'>;

export interface ImportedMeasure {
  readonly source: Source;
  /** Where it stands in the file: `row 12`, `task 17`. */
  readonly where: string;
  /** Our own id, when the file is an export of Klimaspur: no new measure, compare with this one. */
  readonly id?: string;
  /** `source.key` of the field it stands in; absent: „ohne Handlungsfeld“. */
  readonly field?: string;
  readonly order: number;
  readonly number?: string;
  readonly recorded: RecordedData;
  /** Absent when the file says no more than the title. */
  readonly described?: EventData<'MeasureDescribed'>;
  readonly responsible?: EventData<'MeasureResponsibleBodyAssigned'>;
  readonly published?: boolean;
  /** Others who take part. */
  readonly partners?: readonly EventData<'MeasureResponsibleBodyAssigned'>[];
  /** In the order in which they are to be appended. */
  readonly entries: readonly ImportedEntry[];
  /** The file's own words for the state, '' where it has a place for them and says nothing; absent where it has none. */
  readonly stateWord?: string;
  /** What an export of Klimaspur says of the state, in place of `entries` for whoever does not know the measure yet. */
  readonly origin?: readonly ImportedEntry[];
  /** What of that state no entries lead to; to be told only where the state is taken over. */
  readonly originFindings?: readonly Finding[];
  /** Where an export says that it goes on, by our ids. */
  readonly movedOn?: MovedOn;
  /** True where an export says that it stands in no plan. */
  readonly unplaced?: boolean;
}

/** What a plan says of a measure that is counted at others. */
export interface MovedOn {
  readonly how: 'MERGED' | 'SPLIT' | 'SUPERSEDED';
  readonly into: readonly string[];
  readonly occurredOn: PartialDate | null;
}

/** Something that happened, with its day; null: „Aus Bestandsdaten übernommen, Zeitpunkt unbekannt“. */
export interface Dated<T extends EventType> {
  readonly type: T;
  readonly occurredOn: PartialDate | null;
  readonly data: EventData<T>;
}

export type ImportedEntry = {
  [T in ImportedEntryType]: Dated<T>;
}[ImportedEntryType];

export type ImportedEntryType =
  | 'MeasureProposed'
  | 'MeasureSubmitted'
  | 'MeasureDeliberated'
  | 'MeasureDecided'
  | 'MeasureNoDecisionNeeded'
  | 'MeasureRescheduled'
  | 'MeasureImplementationPlanned'
  | 'MeasureImplementationStarted'
  | 'MeasureProgressReported'
  | 'MeasureImplementationPaused'
  | 'MeasureImplementationResumed'
  | 'MeasureImplementationCompleted'
  | 'MeasureImplementationAbandoned'
  | 'MeasureDelayReported'
  | 'MeasureAssessed'
  | 'MeasureCheckedUnchanged';

/** What the caller says about the file. Days as YYYY-MM-DD; `standOn` may be a month or a year. */
export interface ImportOptions {
  /** Names a town or plan that the file does not name; never stored with its path. */
  readonly fileName: string;
  /** Today in Berlin: what lies after it cannot have happened. */
  readonly today: string;
  /** The day for which the file speaks; null where nobody knows, absent: the file is asked. */
  readonly standOn?: string | null;
  /** What the file is said to be; guessed from its content when absent. */
  readonly format?: ImportFormat;
  /** How a table is to be read; what it does not name is guessed. */
  readonly mapping?: ColumnMapping;
}
