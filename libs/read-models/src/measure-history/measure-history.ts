import {
  catalogue,
  evolveMeasure,
  isEventType,
  publicBar,
  timeline,
  unknownMeasure,
  type DecisionState,
  type Entry,
  type EventType,
  type ImplementationState,
  type MeasureState,
  type Moment,
  type Move,
  type Past,
  type Status,
} from '@klimaspur/domain';

/** From one value to another; absent where an entry left it as it was. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** One entry of a measure's history, with what it changed and what became of it. */
export interface HistoryEntry {
  readonly id: string;
  readonly revision: number;
  readonly type: EventType;
  readonly recordKeeping: boolean;
  /** As it counts now: after corrections. */
  readonly data: Readonly<Record<string, unknown>>;
  /** As it was first recorded, where a correction changed it. */
  readonly original?: { readonly data: Past['data']; readonly occurredOn: string | null };
  readonly occurredOn: string | null;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly role: string;
  readonly person: string;
  /** Null: continued elsewhere. */
  readonly status?: Change<Status | null>;
  readonly decision?: Change<DecisionState>;
  readonly implementation?: Change<ImplementationState>;
  readonly moves: readonly Move[];
  /** Corrections of this entry, oldest first, and the entry this one corrects, voids or gives evidence for. */
  readonly correctedBy: readonly string[];
  readonly voidedBy: string | null;
  readonly about: string | null;
  /** Evidence of the entry itself and what was added to it since. */
  readonly evidence: readonly Evidence[];
  /** The entry of a decision or plan for which a policy wrote this: its text is read there. */
  readonly source: {
    readonly decision: string | null;
    readonly plan: string | null;
    readonly entry: string;
  } | null;
}

export interface Evidence {
  readonly kind: string;
  readonly title?: string;
  readonly url?: string;
  readonly page?: string;
  readonly quote?: string;
}

type Recorded = Past & {
  readonly metadata: Past['metadata'] & {
    readonly actor: { readonly person: string; readonly role: string };
  };
};

/**
 * The history of a measure, newest effect first: every entry that was made, also those corrected or
 * voided since. `moment` leaves out what had not happened, or was not known.
 */
export const measureHistory = (events: readonly Past[], moment: Moment = {}): HistoryEntry[] => {
  const told = new Map(transitions(timeline(events, moment)).map((step) => [step.entry.id, step]));
  const { knownAt } = moment;
  const known =
    knownAt === undefined
      ? events
      : events.filter(
          (past) => (past.knownSince ?? Date.parse(past.metadata.recordedAt)) <= knownAt,
        );
  const links = linksOf(known);
  return known
    .filter(
      (past) => isEventType(past.type) && (told.has(past.id) || isBesidesTheStory(past, links)),
    )
    .map((past) => historyEntry(past as Recorded, told.get(past.id), links))
    .sort(newestFirst);
};

/** Corrections, voids, and what they took out of the count: kept, although the story goes without. */
const isBesidesTheStory = (past: Past, links: Links) =>
  past.type === 'EntryCorrected' || past.type === 'EntryVoided' || links.voidedBy.has(past.id);

interface Step {
  readonly entry: Entry;
  readonly before: MeasureState;
  readonly after: MeasureState;
}

const transitions = (entries: readonly Entry[]): Step[] => {
  let state = unknownMeasure;
  return entries.map((entry) => {
    const before = state;
    state = evolveMeasure(before, entry);
    return { entry, before, after: state };
  });
};

interface Links {
  readonly corrections: ReadonlyMap<string, readonly string[]>;
  readonly voidedBy: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
}

const linksOf = (events: readonly Past[]): Links => {
  const corrections = new Map<string, string[]>();
  const voidedBy = new Map<string, string>();
  const evidence = new Map<string, Evidence[]>();
  for (const { id, type, data } of events) {
    const entry = data['entry'] as string;
    if (type === 'EntryVoided') voidedBy.set(entry, id);
    if (type === 'EntryCorrected') corrections.set(entry, [...(corrections.get(entry) ?? []), id]);
  }
  for (const { id, type, data } of events) {
    if (type !== 'EvidenceAdded' || voidedBy.has(id)) continue;
    const entry = data['entry'] as string;
    evidence.set(entry, [...(evidence.get(entry) ?? []), ...evidenceIn(data)]);
  }
  return { corrections, voidedBy, evidence };
};

const evidenceIn = (data: Past['data']): readonly Evidence[] =>
  (data['text'] as { evidence?: readonly Evidence[] } | undefined)?.evidence ?? [];

const historyEntry = (past: Recorded, step: Step | undefined, links: Links): HistoryEntry => {
  const { id, revision, metadata } = past;
  const type = past.type as EventType;
  const data = step?.entry.data ?? past.data;
  const day = step?.entry.effectiveOn ?? metadata.recordedAt.slice(0, 10);
  const { source, decision, plan } = data as Readonly<Record<string, string | undefined>>;
  return {
    id,
    revision,
    type,
    recordKeeping: catalogue[type].recordKeeping,
    data,
    ...(step?.entry.correctedBy
      ? { original: { data: past.data, occurredOn: metadata.occurredOn } }
      : {}),
    occurredOn: step ? step.entry.occurredOn : metadata.occurredOn,
    effectiveOn: day,
    recordedAt: metadata.recordedAt,
    role: metadata.actor.role,
    person: metadata.actor.person,
    ...changes(step, day),
    correctedBy: links.corrections.get(id) ?? [],
    voidedBy: links.voidedBy.get(id) ?? null,
    about: (past.data['entry'] as string | undefined) ?? null,
    evidence: [...evidenceIn(data), ...(links.evidence.get(id) ?? [])],
    source: source ? { decision: decision ?? null, plan: plan ?? null, entry: source } : null,
  };
};

const changes = (step: Step | undefined, day: string) => {
  if (!step) return { moves: [] };
  const { before, after, entry } = step;
  return {
    ...changed('status', publicBar(before, day).status, publicBar(after, day).status),
    ...changed('decision', before.decision.value, after.decision.value),
    ...changed('implementation', before.implementation.value, after.implementation.value),
    moves: after.moves.filter((move) => move.entry === entry.id),
  };
};

const changed = <K extends string, T>(name: K, from: T, to: T) =>
  from === to ? {} : ({ [name]: { from, to } } as { [key in K]: Change<T> });

/** Record-keeping stands at the day it was done; on one day the later entry comes first. */
const newestFirst = (a: HistoryEntry, b: HistoryEntry): number => {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1;
  return b.revision - a.revision;
};
