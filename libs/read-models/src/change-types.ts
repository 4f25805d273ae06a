import type { Day, EventType, PartialDate, Role, Status } from '@klimaspur/domain';
import type { Position } from '@klimaspur/event-store';
import type { EntryKind } from './history/entry-kinds.js';
import type { MunicipalityRef } from './town-types.js';

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

/** Entries of one kind that one person recorded in one go, told by the newest of them. */
export interface ChangeRun extends ChangeItem {
  readonly entries: number;
  /** How many measures they are about, counting what is none as one. */
  readonly measures: number;
}

export interface ChangeFilter {
  readonly municipality?: string;
  readonly measure?: string;
  /** Of things: only what was entered at one of them. */
  readonly streams?: readonly string[];
  /** Pseudonym of whoever recorded it. */
  readonly author?: string;
  /** Berlin days on which it was recorded, both inclusive. */
  readonly from?: Day;
  readonly to?: Day;
  /** Only entries after which the bar said another word. */
  readonly statusChangedOnly?: boolean;
  /** For a short list: each import as one entry, without our own filing and without what was undone at once. */
  readonly brief?: boolean;
  /** The same with what was undone at once: who was told of a slip is told of its undoing. */
  readonly news?: boolean;
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

/** Another entry, to which one leads. */
export interface EntryRef {
  readonly position: Position;
  readonly revision: number;
  readonly entry: string;
  readonly type: EventType;
  readonly recordedAt: string;
}

/** One entry of a trail, with those that are about it and the one it is about. */
export interface EntryItem extends ChangeItem {
  /** What it corrects or takes back. */
  readonly about: EntryRef | null;
  /** What took it back, and the corrections that hold, oldest first. */
  readonly changedBy: readonly EntryRef[];
}

export interface EntryFilter {
  /** Id or slug. */
  readonly municipality?: string;
  /** Such as `plan-…`: of this thing alone. */
  readonly stream?: string;
  /** Pseudonym of whoever recorded it. */
  readonly author?: string;
  readonly kind?: EntryKind;
  /** `happened`: by the day from which each counts, as it was recorded. */
  readonly order?: EntryOrder;
  readonly page?: EntryPlace;
  /** 1 to 500; default 50. */
  readonly limit?: number;
}

export type EntryOrder = 'recorded' | 'happened';

/** Which page of a trail: the one after or before a cursor, or the oldest; none: the newest. */
export type EntryPlace = { readonly before: string } | { readonly after: string } | 'oldest';

export interface EntryPage {
  /** Newest first. */
  readonly items: readonly EntryItem[];
  /** Cursors of the pages beside it; null: there is none. */
  readonly older: string | null;
  readonly newer: string | null;
}

export type ImportedKind = 'municipality' | 'organ' | 'plan' | 'field' | 'measure';

/** What a measure of a plan is called there. */
export interface MeasureNames {
  readonly id: string;
  readonly number: string | null;
  /** All it ever had, the newest first. */
  readonly titles: readonly string[];
}

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

/** A town that looks different now. */
export interface ChangedTown {
  readonly municipality: string;
  /** To everybody, and not only to those who see its drafts. */
  readonly toAll: boolean;
}

/** Told after each batch: how far the read models are, and which towns look different now. */
export interface LevelReached {
  readonly level: Position;
  readonly changed: readonly ChangedTown[];
  /** What lay before the level may look different, too. */
  readonly retold?: true;
}
