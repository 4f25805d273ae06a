import { type EventType, isLatest } from '@klimaspur/domain';
import { formatDay, messages, type Lang, type Translate } from '@klimaspur/messages';
import type { HistoryEntry, MeasureDetail, Municipality } from '@klimaspur/read-models';
import type { DecisionDetail } from '../../queries/get-decision.query.js';
import type { Reading } from '../../reading/reader.js';
import { type Counts, totalOf } from '../charts/counts.js';
import { barSentence } from '../charts/stacked-bar.js';
import { concernWords, outcomeWords } from '../decisions/decision-words.js';
import type { MeasureStory } from '../measures/measure-story.js';
import { decisionPath, measurePath, townPath } from '../paths.js';
import { dayOrLatest } from '../words/day-words.js';
import { codeWord, entryTitle, votesWords } from '../words/entry-words.js';
import { capital, type Shared } from './shared.js';

/** What all have in common, whatever it is. */
export interface Sender {
  readonly t: Translate;
  readonly town: Municipality;
  readonly example: boolean;
  readonly moment: Shared['moment'];
}

export const senderOf = (
  { world, moment }: Pick<Reading, 'world' | 'moment'>,
  town: Municipality,
  lang: Lang,
): Sender => ({ t: messages(lang), town, example: world.name === 'example', moment });

/** A text travels without its picture, and must say just as well that nothing of it is true. */
const placeOf = ({ town, example }: Omit<Sender, 't'>, t: Translate): string =>
  example ? `${town.name}, ${t('example.heading')}` : town.name;

/** A measure: the word of the bar, and the entry behind it. */
export const measureShared = (
  { t, ...sender }: Sender,
  measure: MeasureDetail,
  story: Pick<MeasureStory, 'byId' | 'organName'>,
): Shared => {
  const look = measure.status ?? 'elsewhere';
  const entry = story.byId.get(measure.because ?? '');
  const { fact, since } = factOf(measure, entry, { t, organName: story.organName });
  return {
    ...sender,
    path: (lang: Lang) => measurePath(lang, sender.town.slug, measure.id),
    kind: measure.ownProposal
      ? t('measure.ownProposal')
      : t('share.measure', { number: measure.place?.number ?? '' }).trim(),
    title: measure.title,
    named: (title) => t('share.named', { title, town: placeOf(sender, t) }),
    badge: { look, word: t(`status.${look}`) },
    fact,
    ...(since ? { since } : {}),
  };
};

type Words = Pick<MeasureStory, 'organName'> & { readonly t: Translate };

/** Lateness is computed and stands in no entry; a plan speaks of the day to come, all others of the day they happened. */
const factOf = (
  { rule, status, late, plannedStart }: MeasureDetail,
  entry: HistoryEntry | undefined,
  { t, organName }: Words,
): { readonly fact: string; readonly since?: string } => {
  if (late && (rule === 'late-start' || rule === 'late-end')) {
    const day = formatDay(late.since, t.lang);
    return { fact: t(`measure.lateSince.${late.which}`, { day }), since: day };
  }
  if (rule === 'planned' && plannedStart !== null) {
    return { fact: t('share.planned', { day: formatDay(plannedStart, t.lang) }) };
  }
  if (!entry) return { fact: codeWord(t, 'why', rule) };
  const context = { t, organName: (id: string) => organName(id, entry.effectiveOn) };
  const what = entryTitle({ type: entry.type as EventType, data: entry.data }, context);
  if (entry.occurredOn === null) return { fact: what };
  const day = dayOrLatest(entry.occurredOn, isLatest(entry), t);
  // „abgeschlossen“ stands there already.
  const isSaid = what.toLowerCase() === t(`status.${status ?? 'elsewhere'}`);
  const said = what.includes(': ') ? 'share.fact.body' : 'share.fact';
  return { fact: capital(isSaid ? day : t(said, { what, day })), since: day };
};

/** A vote: what it said, who voted when, and what it concerns. */
export const decisionShared = ({ t, ...sender }: Sender, decision: DecisionDetail): Shared => {
  const who = decision.organ.name ?? t('entry.body');
  const votes = votesWords(decision.votes ?? undefined, t);
  const what = votes ? t('entry.bodySays', { body: who, what: votes }) : who;
  const { occurredOn } = decision;
  const day = occurredOn === null ? undefined : formatDay(occurredOn, t.lang);
  // The day first: names of bodies bend to no sentence.
  const vote = day === undefined ? what : t('share.fact.body', { what, day });
  return {
    ...sender,
    path: (lang: Lang) => decisionPath(lang, sender.town.slug, decision.id),
    kind: t('share.decision'),
    title: decision.title,
    named: (title) => t('share.named', { title, town: placeOf(sender, t) }),
    badge: { look: lookOf(decision), word: outcomeWords(decision, t) },
    fact: [vote, concernWords(decision, t)].join('. '),
    ...(day === undefined ? {} : { since: day }),
  };
};

const lookOf = ({ outcome, final }: DecisionDetail) => {
  if (!final) return 'in-consultation';
  if (outcome.startsWith('ADOPTED')) return 'adopted';
  return outcome === 'REJECTED' || outcome === 'REVOKED' ? 'rejected' : 'in-consultation';
};

/** A town: how many of its measures stand where. */
export const townShared = ({ t, ...sender }: Sender, counts: Counts): Shared => {
  const { slug } = sender.town;
  return {
    ...sender,
    path: (lang: Lang) => townPath(lang, slug),
    kind: t('share.town'),
    named: () => t('town.title', { name: placeOf(sender, t) }),
    ...(totalOf(counts) === 0
      ? { title: t('chart.empty') }
      : { title: barSentence(counts, t), counts }),
  };
};
