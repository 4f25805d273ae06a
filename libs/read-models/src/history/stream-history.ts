import {
  berlinDay,
  catalogue,
  isEventType,
  knownSince,
  timeline,
  type Entry,
  type EventType,
  type Moment,
  type Past,
} from '@klimaspur/domain';

/** One entry of a stream, and what became of it. */
export interface StreamEntry {
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
  /** Corrections of this entry, oldest first, and the entry this one corrects, voids or gives evidence for. */
  readonly correctedBy: readonly string[];
  readonly voidedBy: string | null;
  readonly about: string | null;
  /** Evidence of the entry itself and what was added to it since. */
  readonly evidence: readonly Evidence[];
  /** The entry of a decision, plan or round table for which a policy wrote this: its text is read there. */
  readonly source: {
    readonly decision: string | null;
    readonly plan: string | null;
    readonly roundtable: string | null;
    readonly entry: string;
  } | null;
}

export interface Evidence {
  readonly kind: string;
  readonly title?: string;
  readonly url?: string;
  readonly page?: string;
  readonly quote?: string;
  /** Of a file that was kept. */
  readonly sha256?: string;
  readonly file?: { readonly mediaType: string; readonly bytes: number };
}

type Recorded = Past & {
  readonly metadata: Past['metadata'] & {
    readonly actor: { readonly person: string; readonly role: string };
  };
};

/**
 * The history of a stream, newest effect first: every entry that was made, also those corrected or
 * voided since. `moment` leaves out what had not happened, or was not known; `story` is its timeline.
 */
export const streamHistory = (
  events: readonly Past[],
  moment: Moment = {},
  story: readonly Entry[] = timeline(events, moment),
): StreamEntry[] => {
  const told = new Map(story.map((entry) => [entry.id, entry]));
  const { knownAt } = moment;
  const known =
    knownAt === undefined ? events : events.filter((past) => knownSince(past) <= knownAt);
  const links = linksOf(known);
  return known
    .filter(
      (past) => isEventType(past.type) && (told.has(past.id) || isBesidesTheStory(past, links)),
    )
    .map((past) => streamEntry(past as Recorded, told.get(past.id), links))
    .sort(newestFirst);
};

/** Corrections, voids, and what they took out of the count: kept, although the story goes without. */
const isBesidesTheStory = (past: Past, links: Links) =>
  past.type === 'EntryCorrected' || past.type === 'EntryVoided' || links.voidedBy.has(past.id);

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

const streamEntry = (past: Recorded, told: Entry | undefined, links: Links): StreamEntry => {
  const { id, revision, metadata } = past;
  const type = past.type as EventType;
  const data = told?.data ?? past.data;
  const {
    source,
    decision = null,
    plan = null,
    roundtable = null,
  } = data as Partial<Record<string, string>>;
  return {
    id,
    revision,
    type,
    recordKeeping: catalogue[type].recordKeeping,
    data,
    ...(told?.correctedBy
      ? { original: { data: past.data, occurredOn: metadata.occurredOn } }
      : {}),
    occurredOn: told ? told.occurredOn : metadata.occurredOn,
    effectiveOn: told?.effectiveOn ?? berlinDay(metadata.recordedAt),
    recordedAt: metadata.recordedAt,
    role: metadata.actor.role,
    person: metadata.actor.person,
    correctedBy: links.corrections.get(id) ?? [],
    voidedBy: links.voidedBy.get(id) ?? null,
    about: (past.data['entry'] as string | undefined) ?? null,
    evidence: [...evidenceIn(data), ...(links.evidence.get(id) ?? [])],
    source: source ? { decision, plan, roundtable, entry: source } : null,
  };
};

/** Record-keeping stands at the day it was done; on one day the later entry comes first. */
const newestFirst = (a: StreamEntry, b: StreamEntry): number => {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1;
  return b.revision - a.revision;
};
