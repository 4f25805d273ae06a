import { categoryOf, idOf } from '@klimaspur/event-store';
import { berlinDay, catalogue } from '@klimaspur/domain';
import type { EntryItem, EntryOrder, EntryRef, StreamEntry } from '@klimaspur/read-models';
import type { Evidence } from '../components/evidence-list.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { shownEvidence } from '../evidence/shown-evidence.js';
import { actorOf, anchorOf, noteOf, standingOf } from '../measures/history.view.js';
import type { MayChange } from '../measures/may-change.js';
import { decisionPath, entryPath, entryProofPath, workPath } from '../paths.js';
import { tableHistoryPath } from '../roundtables/table-paths.js';
import { entryFacts, type WordsContext } from '../words/entry-words.js';
import { isAtTable, tableFacts } from './table-facts.js';
import { correctionChanges } from './trail-corrections.js';
import {
  beginningWith,
  decisionHistoryPath,
  planHistoryPath,
  townHistoryPath,
  trailHref,
} from './trail-paths.js';
import type { TrailEntry, TrailStory } from './trail-story.js';
import { measureFacts, type ShownThing, thingFact, thingOf } from './trail-things.js';

/** How a trail is shown. */
export interface ShownTrail extends ShownThing {
  readonly order: EntryOrder;
  /** The trail is that of one thing: it needs not be named at each entry. */
  readonly ofOne: boolean;
  /** What the asker may do with entries of a town; absent in files. */
  readonly may?: (municipality: string) => MayChange | undefined;
}

/** The entries of a page as the timeline shows them, in the words of a language. */
export const trailTimeline = (story: TrailStory, shown: ShownTrail): TimelineEntry[] => {
  const here = new Set(story.entries.map(({ item }) => item.entry));
  return story.entries.map((one) => timelineEntry(one, story, shown, here));
};

/** Entries that would sound alike are numbered for those who hear their links alone. */
export const toldApart = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] => {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const sounds = [entry.title, entry.about, entry.recordedAt.slice(0, MINUTE)].join('|');
    const count = (seen.get(sounds) ?? 0) + 1;
    seen.set(sounds, count);
    return count === 1 ? entry : { ...entry, about: `${entry.about ?? ''} (${count})`.trim() };
  });
};

/** So much of an instant is told. */
const MINUTE = '2026-10-28T19:25'.length;

const timelineEntry = (
  one: TrailEntry,
  story: TrailStory,
  shown: ShownTrail,
  here: ReadonlySet<string>,
): TimelineEntry => {
  const { item, line } = one;
  const { t, at, order } = shown;
  const entry = spoken(one.entry, story);
  const note = noteOf(entry, t);
  const thing = thingOf(one, story, t.lang);
  const context = {
    ...story,
    t,
    organName: (id: string) => story.organName(id, entry.effectiveOn),
  };
  const facts = [
    ...(shown.ofOne ? [] : thingFact(thing, shown)),
    ...(isAtTable(one) ? tableFacts(one, story, shown) : measureFacts(one, story, shown)),
    ...entryFacts(entry, isAtTable(one) ? { ...context, actorName: undefined } : context),
  ];
  const evidence = evidenceOf(entry, story);
  const changes = changesOf(entry, story, context);
  return {
    id: anchorOf(entry.id),
    href: at(permalink(item, item, shown)),
    title: line.words,
    own: line.own,
    ...(thing.name ? { about: thing.name } : {}),
    ...(item.after && item.after !== item.before
      ? { to: item.after, ...(item.before ? { from: item.before } : {}) }
      : {}),
    ...(note ? { note } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    ...(changes && changes.changes.length > 0 ? { changes } : {}),
    occurredOn: entry.occurredOn,
    ...(line.dayIsLatest ? { dayIsLatest: true } : {}),
    effectiveOn: order === 'happened' ? entry.effectiveOn : berlinDay(entry.recordedAt),
    recordedAt: entry.recordedAt,
    actor: actorOf(entry, story, t),
    recordKeeping: entry.recordKeeping,
    proofHref: entryProofPath(entry.id),
    ...actionsOf(one, shown),
    ...(evidence ? { evidence } : {}),
    ...sourceLink(one, entry, shown),
    ...standingOf(entry, othersOf(item), ({ ref }) =>
      here.has(ref.entry) ? `#${anchorOf(ref.entry)}` : at(permalink(item, ref, shown)),
    ),
  };
};

/** A text goes from where it was found; what else can be done with an entry stands with its thing. */
const actionsOf = (
  { item: { municipality }, entry }: TrailEntry,
  { t, may }: ShownTrail,
): Pick<TimelineEntry, 'actions'> => {
  if (!may?.(municipality.id)?.(entry).redact) return {};
  const href = workPath(t.lang, municipality.slug, 'redact', entry.id);
  return { actions: [{ href, label: t('redact.title') }] };
};

/** From what a sheet or a corrected entry said to what it says now. */
const changesOf = (
  entry: StreamEntry,
  { sheets, corrected, actorName, fieldName }: TrailStory,
  context: WordsContext,
): TimelineEntry['changes'] => {
  const target = corrected.get(entry.id);
  if (!target) return sheets.get(entry.id);
  return {
    isFirst: false,
    changes: correctionChanges(entry, target, { ...context, actorName, fieldName }),
  };
};

/** What a policy wrote has its text at its source. */
const spoken = (entry: StreamEntry, { sources }: TrailStory): StreamEntry => {
  const own = entry.source && sources.get(entry.source.entry);
  return own ? { ...entry, data: { ...entry.data, text: own.text } } : entry;
};

/** Where an entry stays: in the history of its thing, or on the page of a trail that begins with it. */
const permalink = (
  { stream, municipality: { slug } }: EntryItem,
  { entry, position }: Pick<EntryRef, 'entry' | 'position'>,
  { t: { lang } }: ShownTrail,
): string => {
  const id = idOf(stream);
  const anchor = `#${anchorOf(entry)}`;
  const page = { page: beginningWith(position) };
  switch (categoryOf(stream)) {
    case 'measure':
      return entryPath(lang, slug, id, entry);
    case 'roundtable':
      return tableHistoryPath(lang, slug, id) + anchor;
    case 'plan':
      return trailHref(planHistoryPath(lang, slug, id), lang, page) + anchor;
    case 'decision':
      return trailHref(decisionHistoryPath(lang, slug, id), lang, page) + anchor;
    default:
      return trailHref(townHistoryPath(lang, slug), lang, page) + anchor;
  }
};

/** The entries to which this one leads, as far as `standingOf` asks about them; those taken back are not among them. */
const othersOf = ({ about, changedBy }: EntryItem) =>
  new Map(
    [...changedBy, ...(about ? [about] : [])].map((ref) => [
      ref.entry,
      { ref, recordedAt: ref.recordedAt, voidedBy: null, data: {} },
    ]),
  );

const evidenceOf = (entry: StreamEntry, { files }: TrailStory): readonly Evidence[] | undefined => {
  const atSource = (entry.data['text'] ?? {}) as { evidence?: StreamEntry['evidence'] };
  const evidence = shownEvidence(entry.source ? (atSource.evidence ?? []) : entry.evidence, files);
  const expected = !entry.recordKeeping && 'evidence' in catalogue[entry.type].text;
  return expected || evidence.length > 0 ? evidence : undefined;
};

/** From what a policy wrote to the vote it was written for. */
const sourceLink = (
  { item: { municipality } }: TrailEntry,
  { source, data }: StreamEntry,
  { t, at }: ShownTrail,
): Pick<TimelineEntry, 'source'> => {
  if (!source?.decision) return {};
  const { title } = (data['text'] ?? {}) as { title?: string };
  const href = at(decisionPath(t.lang, municipality.slug, source.decision));
  return { source: { href, label: title ?? t('decision.kicker') } };
};
