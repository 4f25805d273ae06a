import { catalogue, isEventType, type EventData, type EventType } from './catalogue.js';
import { withoutNewer } from './evolution.js';
import { replacementOf } from './shared/replacement.js';
import { berlinDay, firstDay, lastDay, type Day, type PartialDate } from './shared/partial-date.js';

/** A stored event as the rules of this room need it. */
export interface Past {
  readonly id: string;
  /** 0-based place in its stream. */
  readonly revision: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: { readonly occurredOn: PartialDate | null; readonly recordedAt: string };
  /**
   * Running maximum of `recordedAt` over the whole log, in milliseconds: clocks may step back, what
   * we know does not. Absent: `recordedAt` itself.
   */
  readonly knownSince?: number;
}

/** One entry as it counts: corrections applied, with the day from which it takes effect. */
export interface Entry {
  readonly id: string;
  readonly revision: number;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: PartialDate | null;
  readonly effectiveOn: Day;
  /** Berlin day on which it was recorded. */
  readonly recordedOn: Day;
  readonly recordKeeping: boolean;
  /** The correction that gave it its present data. */
  readonly correctedBy?: string;
  /** The revision of that correction. */
  readonly correctedIn?: number;
}

export interface Moment {
  /** The day asked about; absent: all that is recorded. */
  readonly asOf?: Day;
  /** Milliseconds; what was learnt later is left out. Absent: all that is known. */
  readonly knownAt?: number;
}

/** The revision at which an entry got its present data. */
export const wordedIn = ({ revision, correctedIn }: Entry): number => correctedIn ?? revision;

/** The entry's data as the type it has. */
export const dataOf = <T extends EventType>(entry: Entry, _type: T) =>
  entry.data as unknown as EventData<T>;

export const knownSince = (past: Past): number =>
  past.knownSince ?? Date.parse(past.metadata.recordedAt);

/**
 * The day from which an entry takes effect: the earlier of the last possible day of `occurredOn` and
 * the Berlin day on which it was recorded; that day where no date is known.
 */
export const effectiveDay = (occurredOn: PartialDate | null, recordedOn: Day): Day => {
  if (occurredOn === null) return recordedOn;
  const last = lastDay(occurredOn);
  return last < recordedOn ? last : recordedOn;
};

/** A correction keeps the day its entry was recorded on, unless the corrected date lies after it. */
const correctedDay = (occurredOn: PartialDate | null, recordedOn: Day, correctedOn: Day): Day =>
  effectiveDay(
    occurredOn,
    occurredOn !== null && firstDay(occurredOn) > recordedOn ? correctedOn : recordedOn,
  );

/** What must be there from the beginning, because a record needs a name and a place. */
const subjectOf = (entry: Entry): string | undefined => {
  if (entry.type === 'PlanMeasurePlaced') return `${entry.type} ${String(entry.data['measure'])}`;
  return entry.type === 'MeasureDescribed' || entry.type === 'MunicipalityDescribed'
    ? entry.type
    : undefined;
};

/** Of the descriptions and placements the first in effect holds from the beginning, the others from their day. */
const letFirstHoldFromTheBeginning = (entries: Entry[]): void => {
  const first = new Map<string, number>();
  entries.forEach((entry, index) => {
    const subject = subjectOf(entry);
    if (subject === undefined) return;
    const other = entries[first.get(subject) ?? -1];
    if (!other || entry.effectiveOn < other.effectiveOn) first.set(subject, index);
  });
  for (const index of first.values()) {
    const entry = entries[index];
    if (entry) entries[index] = { ...entry, recordKeeping: true };
  }
};

type Correction = { past: Past; data: Past['data']; occurredOn: PartialDate | null };

/**
 * Reads a stream as a story: what was known, with corrections and voids applied, what had not taken
 * effect dropped, in order of effect; without what a newer program wrote. State is folded from this, never from the stream itself.
 */
export const timeline = (stored: readonly Past[], moment: Moment = {}): Entry[] => {
  const { asOf, knownAt } = moment;
  const history = withoutNewer(stored);
  const known =
    knownAt === undefined ? history : history.filter((past) => knownSince(past) <= knownAt);
  const voided = new Set<string>();
  for (const past of known) {
    if (past.type === 'EntryVoided') voided.add(past.data['entry'] as string);
  }
  const corrections = new Map<string, Correction>();
  for (const past of known) {
    if (past.type !== 'EntryCorrected' || voided.has(past.id)) continue;
    corrections.set(past.data['entry'] as string, {
      past,
      data: replacementOf(past.data),
      occurredOn: past.metadata.occurredOn,
    });
  }
  const entries: Entry[] = [];
  for (const past of known) {
    const { type } = past;
    if (!isEventType(type) || type === 'EntryCorrected' || type === 'EntryVoided') continue;
    if (!voided.has(past.id)) entries.push(toEntry(past, type, corrections.get(past.id)));
  }
  letFirstHoldFromTheBeginning(entries);
  const counted =
    asOf === undefined
      ? entries
      : entries.filter((entry) => entry.recordKeeping || entry.effectiveOn <= asOf);
  return counted.sort(byEffect);
};

const toEntry = (past: Past, type: EventType, correction: Correction | undefined): Entry => {
  const recordedOn = berlinDay(past.metadata.recordedAt);
  const occurredOn = correction ? correction.occurredOn : past.metadata.occurredOn;
  return {
    id: past.id,
    revision: past.revision,
    type,
    data: correction ? correction.data : past.data,
    occurredOn,
    effectiveOn: correction
      ? correctedDay(occurredOn, recordedOn, berlinDay(correction.past.metadata.recordedAt))
      : effectiveDay(occurredOn, recordedOn),
    recordedOn,
    recordKeeping: catalogue[type].recordKeeping,
    ...(correction
      ? { correctedBy: correction.past.id, correctedIn: correction.past.revision }
      : {}),
  };
};

/** Records first, because they hold from the beginning; then by day of effect, then as they arrived. */
const byEffect = (a: Entry, b: Entry): number => {
  if (a.recordKeeping !== b.recordKeeping) return a.recordKeeping ? -1 : 1;
  if (!a.recordKeeping && a.effectiveOn !== b.effectiveOn) {
    return a.effectiveOn < b.effectiveOn ? -1 : 1;
  }
  return a.revision - b.revision;
};
