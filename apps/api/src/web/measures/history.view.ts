import type { Lang, Translate } from '@klimaspur/messages';
import { timeline, type EventData, type Past } from '@klimaspur/domain';
import { streamName, type EventReader } from '@klimaspur/event-store';
import {
  measureHistory,
  type HistoryEntry,
  type MeasureDetail,
  type Municipality,
} from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import type { Reading } from '../../reading/reader.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { entryPath } from '../paths.js';
import { codeWord, entryFacts, entryNote, entryTitle } from '../words/entry-words.js';

/** What the source of a policy's entry says in words. */
interface SourceText {
  readonly title?: string;
  readonly note?: string;
  readonly paper?: string;
  readonly result?: string;
  readonly evidence?: HistoryEntry['evidence'];
}

/** The history of a measure, with what lies elsewhere: names of people, texts of decisions. */
export interface MeasureStory {
  readonly entries: readonly HistoryEntry[];
  readonly labels: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly organs: ReadonlyMap<string, string>;
}

/** Reads the stream of a measure, the decisions it names, and the names of who recorded what. */
export const measureStory = async (
  { world, view }: Reading,
  measure: MeasureDetail,
  town: Municipality,
  vault: Vault,
): Promise<MeasureStory> => {
  const events = (await world.store.readStream(
    streamName('measure', measure.id),
  )) as unknown as Past[];
  const { asOf, knownAt } = view;
  const entries = measureHistory(events, { asOf, ...(knownAt === undefined ? {} : { knownAt }) });
  return {
    entries,
    labels: await vault.labels(new Set(entries.map(({ person }) => person))),
    sources: await sourceTexts(world.store, entries),
    organs: new Map(town.organs.map(({ id, name }) => [id, name])),
  };
};

const sourceTexts = async (store: EventReader, entries: readonly HistoryEntry[]) => {
  const decisions = new Set(entries.flatMap(({ source }) => source?.decision ?? []));
  const found = await Promise.all(
    [...decisions].map(async (decision): Promise<[string, SourceText]> => {
      const events = await store.readStream(streamName('decision', decision));
      const record = timeline(events as unknown as Past[]).find(
        ({ type }) => type === 'DecisionRecorded',
      );
      const data = record?.data as unknown as EventData<'DecisionRecorded'> | undefined;
      return [decision, { ...data?.text }];
    }),
  );
  return new Map(found);
};

const anchor = (entry: string) => `e-${entry}`;

/** The entries as the timeline shows them, in the words of a language. */
export const timelineEntries = (
  { entries, labels, sources, organs }: MeasureStory,
  measure: MeasureDetail,
  t: Translate,
): TimelineEntry[] => {
  const { slug } = measure.municipality;
  const context = { t, organName: (id: string) => organs.get(id) };
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const findings = new Map<string, string[]>();
  for (const { entry, code } of measure.facts.findings) {
    findings.set(entry, [...(findings.get(entry) ?? []), codeWord(t, 'finding', code)]);
  }
  const linkTo = (id: string | null | undefined) => {
    const other = id ? byId.get(id) : undefined;
    return other && { href: `#${anchor(other.id)}`, day: other.recordedAt.slice(0, 10) };
  };
  return entries.map((entry): TimelineEntry => {
    const source = entry.source ? sources.get(entry.source.decision) : undefined;
    const replacement = entry.voidedBy ?? entry.correctedBy.at(-1);
    const replacedBy = linkTo(replacement);
    const about = entry.type === 'EvidenceAdded' ? undefined : linkTo(entry.about);
    const note = source
      ? [source.title, source.note].filter(Boolean).join('\n')
      : entryNote(entry, t);
    const facts = entryFacts(
      source ? { ...entry, data: { ...entry.data, text: source } } : entry,
      context,
    );
    return {
      id: anchor(entry.id),
      href: entryPath(t.lang, slug, measure.id, entry.id),
      title: entryTitle(entry, context),
      ...(entry.status ? { from: entry.status.from, to: entry.status.to } : {}),
      ...(note ? { note } : {}),
      ...(facts.length > 0 ? { facts } : {}),
      occurredOn: entry.occurredOn,
      effectiveOn: entry.effectiveOn,
      recordedAt: entry.recordedAt,
      actor: labels.get(entry.person) ?? codeWord(t, 'role', entry.role),
      ...(entry.recordKeeping
        ? entry.evidence.length > 0
          ? { evidence: entry.evidence as TimelineEntry['evidence'] & object }
          : {}
        : { evidence: [...(source?.evidence ?? []), ...entry.evidence] as never }),
      standing: entry.voidedBy ? 'voided' : entry.correctedBy.length > 0 ? 'corrected' : 'valid',
      ...(replacedBy ? { replacedBy } : {}),
      ...(about
        ? {
            replaces: {
              ...about,
              by: entry.type === 'EntryVoided' ? ('voiding' as const) : ('correction' as const),
            },
          }
        : {}),
      ...(findings.has(entry.id) ? { findings: findings.get(entry.id) ?? [] } : {}),
    };
  });
};

/** The kinds of entries by which a history can be narrowed. */
export const historyKinds = ['all', 'council', 'work', 'assessment', 'records'] as const;
export type HistoryKind = (typeof historyKinds)[number];

const kindOf = ({ type, recordKeeping }: HistoryEntry): HistoryKind => {
  if (recordKeeping || type === 'MeasureDescribed' || type === 'MeasureResponsibleBodyAssigned') {
    return 'records';
  }
  if (type === 'MeasureAssessed' || type === 'MeasureCheckedUnchanged') return 'assessment';
  return /Implementation|Progress|Delay|Rescheduled/.test(type) ? 'work' : 'council';
};

export const ofKind = (story: MeasureStory, kind: HistoryKind): MeasureStory =>
  kind === 'all'
    ? story
    : { ...story, entries: story.entries.filter((entry) => kindOf(entry) === kind) };

/** Name of the parameter that narrows a history. */
export const kindName = (lang: Lang): string => (lang === 'de' ? 'art' : 'kind');
