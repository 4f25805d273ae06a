import { berlinDay, catalogue, isLatest } from '@klimaspur/domain';
import type { Lang, Translate } from '@klimaspur/messages';
import type { HistoryEntry, MeasureDetail, StreamEntry } from '@klimaspur/read-models';
import { eraseFilePath } from '../../files/file-paths.js';
import type { Definition } from '../components/definition-list.js';
import type { Evidence } from '../components/evidence-list.js';
import type { EntryLink, TimelineEntry } from '../components/timeline-item.js';
import { shownEvidence } from '../evidence/shown-evidence.js';
import { entryParameter, logPath } from '../log-form/log-paths.js';
import { decisionPath, entryPath, entryProofPath, historyPath, workPath } from '../paths.js';
import { noticePath } from '../notices/notice-paths.js';
import { codeWord, entryFacts, entryNote, entryTitle, ownWordsOf } from '../words/entry-words.js';
import type { MayChange } from './may-change.js';
import { withSourceText, type MeasureStory } from './measure-story.js';
import { originalFact } from './original-words.js';
import { type SheetChange, sheetChanges } from './sheet-changes.js';

/** Name of the parameter that narrows a history. */
export const kindName = (lang: Lang): string => (lang === 'de' ? 'art' : 'kind');

export interface Shown {
  readonly measure: Pick<MeasureDetail, 'id'> & {
    readonly municipality: { readonly slug: string };
    readonly facts: Pick<MeasureDetail['facts'], 'findings'>;
    /** It was taken back as a whole: nothing is left to be said about its entries. */
    readonly voided?: true;
  };
  readonly t: Translate;
  /** An address of the same moment. */
  readonly at: (path: string) => string;
  /** What the reader may do with an entry; nothing for the public. */
  readonly may?: MayChange;
  /** The reader may take files away. */
  readonly mayErase?: boolean;
  /** Those on the page, in order; links to others lead to the whole history. */
  readonly entries: readonly HistoryEntry[];
}

/** The entries as the timeline shows them, in the words of a language. */
export const timelineEntries = (story: MeasureStory, shown: Shown): TimelineEntry[] => {
  const findings = findingsOf(shown);
  const sheets = sheetChanges(story.entries, shown.t);
  return shown.entries.map((entry) => ({
    ...timelineEntry(entry, story, shown, findings.get(entry.id)),
    ...changesOfSheet(sheets.get(entry.id)),
  }));
};

const changesOfSheet = (change: SheetChange | undefined): Pick<TimelineEntry, 'changes'> =>
  change && change.changes.length > 0 ? { changes: change } : {};

const findingsOf = ({ measure, t }: Shown): ReadonlyMap<string, readonly string[]> => {
  const findings = new Map<string, readonly string[]>();
  for (const { entry, code } of measure.facts.findings) {
    findings.set(entry, [...(findings.get(entry) ?? []), codeWord(t, 'finding', code)]);
  }
  return findings;
};

const timelineEntry = (
  recorded: HistoryEntry,
  story: MeasureStory,
  shown: Shown,
  findings: readonly string[] | undefined,
): TimelineEntry => {
  const { measure, t, at } = shown;
  const entry = withSourceText(recorded, story);
  const { actorName, tableName } = story;
  const organName = (id: string) => story.organName(id, entry.effectiveOn);
  const personName = (id: string) => story.labels.get(id);
  const context = { t, organName, actorName, tableName, personName };
  const note = noteOf(entry, t);
  const { original: _original, ...present } = entry;
  const facts = [
    ...axisFacts(entry, t),
    ...entryFacts(present, context),
    ...originalFact(entry, context),
  ];
  const evidence = evidenceOf(recorded, entry, story, shown);
  return {
    id: anchorOf(entry.id),
    href: at(entryPath(t.lang, measure.municipality.slug, measure.id, entry.id)),
    title: entryTitle(entry, context),
    own: ownWordsOf(entry, context),
    ...(entry.status ? { from: entry.status.from, to: entry.status.to } : {}),
    ...(note ? { note } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    occurredOn: entry.occurredOn,
    ...(isLatest(entry) ? { dayIsLatest: true } : {}),
    effectiveOn: entry.effectiveOn,
    recordedAt: entry.recordedAt,
    actor: actorOf(entry, story, t),
    recordKeeping: entry.recordKeeping,
    ...(evidence ? { evidence } : {}),
    ...standingOf(entry, story.byId, (other) => hrefOf(other, shown)),
    ...(measure.voided ? {} : { proofHref: entryProofPath(entry.id) }),
    ...actionsOf(entry, shown),
    ...(findings ? { findings } : {}),
    ...sourceLink(entry, shown),
  };
};

/** From what a policy wrote to the vote it was written for. */
const sourceLink = (
  { source, data }: HistoryEntry,
  { measure, t, at }: Shown,
): Pick<TimelineEntry, 'source'> => {
  if (!source?.decision) return {};
  const { title } = (data['text'] ?? {}) as { title?: string };
  const href = at(decisionPath(t.lang, measure.municipality.slug, source.decision));
  return { source: { href, label: title ?? t('decision.kicker') } };
};

/** What can be done with an entry: whoever works here may change it, everybody may say that it is wrong. */
const actionsOf = (entry: HistoryEntry, shown: Shown): Pick<TimelineEntry, 'actions'> => {
  const { measure, t } = shown;
  if (measure.voided) return {};
  const href = noticePath(t.lang, measure.municipality.slug, measure.id, entry.id);
  return { actions: [...changesOf(entry, shown), { href, label: t('notice.link') }] };
};

/** Only of an entry that still counts, but for its text; what a policy wrote is changed where it came from. */
const changesOf = (
  entry: HistoryEntry,
  { measure, t, may }: Shown,
): NonNullable<TimelineEntry['actions']> => {
  if (!may || entry.source) return [];
  const { correct, void_, addEvidence, redact } = may(entry);
  const redactHref = workPath(t.lang, measure.municipality.slug, 'redact', entry.id);
  const redaction = redact ? [{ href: redactHref, label: t('redact.title') }] : [];
  if (entry.voidedBy) return redaction;
  const href = (page: 'correct' | 'void' | 'evidence') =>
    `${logPath(t.lang, measure.municipality.slug, measure.id, page)}?${entryParameter(t.lang)}=${entry.id}`;
  return [
    ...(correct ? [{ href: href('correct'), label: t('entryAction.correct') }] : []),
    ...(void_ ? [{ href: href('void'), label: t('entryAction.void') }] : []),
    ...(addEvidence ? [{ href: href('evidence'), label: t('log.addEvidence') }] : []),
    ...redaction,
  ];
};

/** „Klimagruppe (Beobachtung)“: anybody may call themselves anything, so the role stands beside it. */
export const actorOf = (
  { person, role }: Pick<HistoryEntry, 'person' | 'role'>,
  { labels }: Pick<MeasureStory, 'labels'>,
  t: Translate,
): string => {
  const label = labels.get(person);
  const word = codeWord(t, 'role', role);
  if (label === undefined) return t('timeline.formerMember', { role: word });
  // „Betrieb (Betrieb)“ would say one thing twice.
  return label.toLowerCase() === word.toLowerCase()
    ? label
    : t('timeline.actor', { label, role: word });
};

/** What it moved on one axis, where the word of the bar stayed the same. */
const axisFacts = (entry: HistoryEntry, t: Translate): Definition[] => {
  if (entry.status) return [];
  const { decision, implementation } = entry;
  const arrow = (prefix: string, { from, to }: { from: string; to: string }) =>
    `${codeWord(t, prefix, from)} → ${codeWord(t, prefix, to)}`;
  return [
    ...(decision ? [{ term: t('measure.decision'), value: arrow('decisionState', decision) }] : []),
    ...(implementation
      ? [{ term: t('measure.implementation'), value: arrow('implementationState', implementation) }]
      : []),
  ];
};

export const anchorOf = (entry: string) => `e-${entry}`;

/** A decision has a title of its own, which says what was voted on. */
export const noteOf = (entry: StreamEntry, t: Translate): string | undefined => {
  if (!entry.source) return entryNote(entry, t);
  const { title, note } = (entry.data['text'] ?? {}) as { title?: string; note?: string };
  return [title, note].filter(Boolean).join('\n') || undefined;
};

/** Undefined for an entry that nobody would expect evidence of, and which has none. */
const evidenceOf = (
  recorded: HistoryEntry,
  entry: HistoryEntry,
  { files }: MeasureStory,
  { t, measure, mayErase }: Shown,
): readonly Evidence[] | undefined => {
  const atSource = recorded.source
    ? ((entry.data['text'] ?? {}) as { evidence?: HistoryEntry['evidence'] }).evidence
    : undefined;
  const back = historyPath(t.lang, measure.municipality.slug, measure.id);
  const erase = (sha256: string) => eraseFilePath(t.lang, sha256, back);
  const evidence = shownEvidence(
    [...(atSource ?? []), ...recorded.evidence],
    files,
    mayErase ? erase : undefined,
  );
  const expected = !entry.recordKeeping && 'evidence' in catalogue[entry.type].text;
  return expected || evidence.length > 0 ? evidence : undefined;
};

const changedBy: Readonly<Partial<Record<string, 'correction' | 'voiding' | 'redaction'>>> = {
  EntryCorrected: 'correction',
  EntryVoided: 'voiding',
  TextRedacted: 'redaction',
};

type Standing = Pick<TimelineEntry, 'standing' | 'replacedBy' | 'replaces' | 'dueToNotice'>;

/** Whether it counts, and the links both ways; a correction that was taken back corrects nothing. */
export const standingOf = <Other extends Pick<StreamEntry, 'recordedAt' | 'voidedBy' | 'data'>>(
  entry: StreamEntry,
  byId: ReadonlyMap<string, Other>,
  hrefTo: (other: Other) => string,
): Standing => {
  const correction = entry.correctedBy.findLast((id) => !byId.get(id)?.voidedBy);
  const linkTo = (id: string | null | undefined): EntryLink | undefined => {
    const other = byId.get(id ?? '');
    return other && { href: hrefTo(other), day: berlinDay(other.recordedAt) };
  };
  const replacedBy = linkTo(entry.voidedBy ?? correction);
  const by = changedBy[entry.type];
  const about = by ? linkTo(entry.about) : undefined;
  const latest = byId.get(entry.voidedBy ?? correction ?? '');
  const dueToNotice = [entry, latest].some((one) => one?.data['dueToNotice'] === true);
  return {
    standing: entry.voidedBy ? 'voided' : correction ? 'corrected' : 'valid',
    ...(replacedBy ? { replacedBy } : {}),
    ...(about && by ? { replaces: { ...about, by } } : {}),
    ...(dueToNotice ? { dueToNotice } : {}),
  };
};

const hrefOf = ({ id }: HistoryEntry, { measure, t, at, entries }: Shown): string =>
  entries.some((entry) => entry.id === id)
    ? `#${anchorOf(id)}`
    : at(entryPath(t.lang, measure.municipality.slug, measure.id, id));
