import { knownSince, timeline, type EventData, type Past } from '@klimaspur/domain';
import {
  measureHistory,
  type HistoryEntry,
  type Municipality,
  type StreamEntry,
} from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import { organNames, type OrganNames } from '../../reading/organ-names.js';
import { seenEntries } from '../../reading/seen-entries.js';
import { measurePast, pastOf, storyPast } from '../../reading/past.js';
import type { Reading } from '../../reading/reader.js';
import { type FilesByHash, filesNamed } from '../evidence/shown-evidence.js';

/** What was typed at a decision, in a plan or at a round table, which the entries made for it are without. */
export interface SourceText {
  readonly text: Partial<
    EventData<'DecisionRecorded'>['text'] & EventData<'RoundtableItemConcluded'>['text']
  >;
  /** Why it was corrected or taken back, by the instant at which that was recorded. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** The history of a measure, with what lies elsewhere: names of people, texts of their sources, by their entries. */
export interface MeasureStory {
  readonly entries: readonly HistoryEntry[];
  readonly byId: ReadonlyMap<string, HistoryEntry>;
  readonly labels: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly organName: OrganNames;
  /** Of organisations and round tables that the reader may see. */
  readonly actorName: (id: string) => string | undefined;
  readonly tableName: (id: string) => string | undefined;
  /** Those that evidence names, by hash. */
  readonly files: FilesByHash;
}

/** Reads the stream of a measure, the decisions it names, and the names of who recorded what. */
export const measureStory = async (
  reading: Reading,
  id: string,
  town: Municipality,
  vault: Vault,
): Promise<MeasureStory> => {
  const past = await measurePast(reading, id);
  const entries = seenEntries(reading, measureHistory(past, reading.view));
  const sources = new Map(
    entries.flatMap(({ source }) => (source ? [[source.entry, source]] : [])),
  );
  const [labels, organName, texts] = await Promise.all([
    vault.labels(personsIn(entries)),
    organNames(reading, town.organs),
    Promise.all([...sources.values()].map((source) => sourceText(reading, source))),
  ]);
  const evidence = [
    ...entries.flatMap((entry) => entry.evidence),
    ...texts.flatMap(([, { text }]) => text?.evidence ?? []),
  ];
  return {
    entries,
    files: await filesNamed(vault, evidence),
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    labels,
    sources: new Map(texts),
    organName,
    actorName: (actor) => reading.models.actor(actor, reading.view)?.name,
    tableName: (table) => reading.models.roundtable(table, reading.view)?.name,
  };
};

/** Who recorded them, and who agreed that a text goes. */
export const personsIn = (entries: readonly StreamEntry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ person, data: { agreedBy } }) =>
      typeof agreedBy === 'string' ? [person, agreedBy] : [person],
    ),
  );

/** As it was known at the moment asked about; one that was taken back still says what it said. */
export const sourceText = async (
  reading: Reading,
  source: NonNullable<HistoryEntry['source']>,
): Promise<[string, SourceText]> => {
  const { entry } = source;
  const { knownAt = Infinity } = reading.view;
  const stream = await sourcePast(reading, source);
  const events = stream.filter((past) => knownSince(past) <= knownAt);
  const isSource = ({ id }: { readonly id: string }) => id === entry;
  const record = timeline(events, reading.view).find(isSource) ?? events.find(isSource);
  const reasons = events.flatMap(({ id, data, metadata }): [string, string][] => {
    const { reason } = (data['text'] ?? {}) as { reason?: string };
    return isSource({ id }) || !reason ? [] : [[metadata.recordedAt, reason]];
  });
  const text = (record?.data['text'] ?? {}) as SourceText['text'];
  return [entry, { text, reasons: new Map(reasons) }];
};

/** The stream in which the source lies, as far as the asker may read it. */
const sourcePast = async (
  reading: Reading,
  { decision, plan, roundtable }: NonNullable<HistoryEntry['source']>,
): Promise<readonly Past[]> => {
  if (decision) return pastOf(reading, 'decision', decision);
  if (plan) return pastOf(reading, 'plan', plan);
  return roundtable ? storyPast(reading, 'roundtable', roundtable) : [];
};

/** The text an entry speaks with: its own, or where a policy wrote it, that of its source. */
export const withSourceText = (
  entry: HistoryEntry,
  { byId, sources }: Pick<MeasureStory, 'byId' | 'sources'>,
): HistoryEntry => {
  const own = entry.source && sources.get(entry.source.entry);
  if (own) return { ...entry, data: { ...entry.data, text: own.text } };
  const about = byId.get(entry.about ?? '');
  const theirs = about?.source && sources.get(about.source.entry);
  const reason = theirs?.reasons.get(entry.recordedAt);
  if (!reason || entry.data['text']) return entry;
  return { ...entry, data: { ...entry.data, text: { reason } } };
};

/** Those that count; evidence for what was taken back is evidence of nothing. */
export const countingEntries = ({ entries, byId }: MeasureStory): readonly HistoryEntry[] =>
  entries.filter(({ type, voidedBy, about }) => {
    const aboutVoided = type === 'EvidenceAdded' && byId.get(about ?? '')?.voidedBy;
    return !voidedBy && !aboutVoided;
  });

/** The kinds of entries by which a history can be narrowed. */
export const historyKinds = [
  'all',
  'council',
  'work',
  'assessment',
  'corrections',
  'records',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

const kindOf = (entry: HistoryEntry, byId: MeasureStory['byId']): HistoryKind => {
  const about = byId.get(entry.about ?? '');
  if (about && about !== entry) return kindOf(about, byId);
  const { type, recordKeeping } = entry;
  if (recordKeeping || type === 'MeasureDescribed' || type === 'MeasureResponsibleBodyAssigned') {
    return 'records';
  }
  if (type === 'MeasureAssessed' || type === 'MeasureCheckedUnchanged') return 'assessment';
  return /Implementation|Progress|Delay|Rescheduled|Support/.test(type) ? 'work' : 'council';
};

/** What was corrected or taken back, and by what. */
const isCorrected = ({ type, correctedBy, voidedBy }: HistoryEntry): boolean =>
  type === 'EntryCorrected' ||
  type === 'EntryVoided' ||
  correctedBy.length > 0 ||
  voidedBy !== null;

/** Entries of a kind; a correction stays with what it corrects. */
export const entriesOfKind = (
  { entries, byId }: MeasureStory,
  kind: HistoryKind,
): readonly HistoryEntry[] =>
  kind === 'all'
    ? entries
    : entries.filter((entry) =>
        kind === 'corrections' ? isCorrected(entry) : kindOf(entry, byId) === kind,
      );
