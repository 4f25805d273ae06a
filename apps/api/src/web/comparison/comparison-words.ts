import { formatDay, type Translate } from '@klimaspur/messages';
import type { ComparedMeasure } from '@klimaspur/read-models';
import { dayWords } from '../words/day-words.js';
import { codeWord } from '../words/entry-words.js';
import type { ComparisonView, ToldChange } from './comparison.view.js';

type Scope = ComparisonView['scope'];
type Stand = NonNullable<ComparedMeasure['after']>;

/** One sentence for one change, without the title of the measure. */
export const changeSentence = (told: ToldChange, scope: Scope, t: Translate): string => {
  const { item, change } = told;
  switch (change.kind) {
    case 'decided':
    case 'rejected':
    case 'proceeding':
      return withDay(codeWord(t, 'decisionState', item.after?.decision), told, t);
    case 'begun':
      return withDay(begunWord(item, t), told, t);
    case 'finished':
      return finishedWords(told, t);
    case 'paused':
    case 'abandoned':
    case 'planned':
      return withDay(codeWord(t, 'implementationState', item.after?.implementation), told, t);
    case 'recovered':
      return t('compare.recovered', { now: statusWord(item.after, t) });
    case 'delayed':
      return delayedWords(told, t);
    case 'rescheduled':
      return movedWords(change, t);
    case 'added':
      return t('compare.added', { now: statusWord(item.after, t) });
    case 'removed':
      return removedWords(told, scope, t);
    case 'other':
      return otherWords(item, t);
    case 'assessed':
      return assessedWords(told, t);
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const statusWord = (stand: Stand | null, t: Translate): string =>
  t(`status.${stand?.status ?? 'elsewhere'}`);

/** „Beschlossen (12. März 2026)“ */
const withDay = (word: string, { change: { on, since, latest } }: ToldChange, t: Translate) =>
  since === null
    ? capital(word)
    : t('compare.withDay', { what: capital(word), day: dayWords(on, since, t, latest) });

const begunWord = ({ after, before }: ComparedMeasure, t: Translate): string => {
  const wasOver = ['COMPLETED', 'ABANDONED', 'NOT_FEASIBLE'].includes(before!.implementation);
  return t(
    wasOver
      ? 'compare.begun.again'
      : after!.implementation === 'ONGOING'
        ? 'compare.begun.permanent'
        : 'compare.begun',
  );
};

const finishedWords = (told: ToldChange, t: Translate): string => {
  const said = withDay(codeWord(t, 'implementationState', 'COMPLETED'), told, t);
  const { days } = told.change;
  return days ? t('compare.finished.late', { said, days }) : said;
};

/** Late by itself, which is counted in days, or because somebody said so. */
const delayedWords = (told: ToldChange, t: Translate): string => {
  const { days, which, from } = told.change;
  return days === undefined || days === null
    ? reportedWords(told, t)
    : t(which === 'start' ? 'compare.delayed.start' : 'compare.delayed.end', {
        ...{ days, day: formatDay(from ?? null, t.lang) },
      });
};

/** By how much, where a later end was named with it. */
const reportedWords = (told: ToldChange, t: Translate): string => {
  const said = withDay(t('compare.delayed.reported'), told, t);
  const moved = told.item.changes.find(
    ({ kind, which }) => kind === 'rescheduled' && which === 'end',
  );
  const days = moved?.days ?? 0;
  return days > 0 ? t('compare.delayed.reported.later', { said, days }) : said;
};

const movedWords = ({ which, from, to, days }: ToldChange['change'], t: Translate): string => {
  const date = t(which === 'start' ? 'compare.start' : 'compare.end');
  const [before, now] = [formatDay(from ?? null, t.lang), formatDay(to ?? null, t.lang)];
  if (!from) return t('compare.date.named', { date, now });
  if (!to) return t('compare.date.gone', { date, before });
  if (days === null || days === undefined) return t('compare.date.exact', { date, before, now });
  const said = { date, before, now, days: Math.abs(days) };
  return t(days < 0 ? 'compare.date.earlier' : 'compare.date.later', said);
};

/** Where it went: into others, out of what is looked at, or out of the records. */
const removedWords = (told: ToldChange, scope: Scope, t: Translate): string => {
  const { after } = told.item;
  if (after) return withDay(codeWord(t, 'decisionState', after.decision), told, t);
  if (scope.field !== undefined) return t('compare.removed.field');
  return t(scope.plan === undefined ? 'compare.removed' : 'compare.removed.plan');
};

const otherWords = ({ before, after }: ComparedMeasure, t: Translate): string => {
  if (before!.status !== after!.status) {
    return t('compare.other', { before: statusWord(before, t), now: statusWord(after, t) });
  }
  const [axis, prefix] =
    before!.implementation === after!.implementation
      ? (['decision', 'decisionState'] as const)
      : (['implementation', 'implementationState'] as const);
  return t(`compare.other.${axis}`, {
    before: codeWord(t, prefix, before![axis]),
    now: codeWord(t, prefix, after![axis]),
  });
};

const ratingWord = (stand: Stand | null, t: Translate): string =>
  stand?.rating
    ? codeWord(t, `rating.${stand.rating.scale}`, stand.rating.rating)
    : t('compare.notAssessed');

const assessedWords = (told: ToldChange, t: Translate): string => {
  const { before, after } = told.item;
  const said = withDay(ratingWord(after, t), told, t);
  return before?.rating ? t('compare.assessed', { said, before: ratingWord(before, t) }) : said;
};

/** „2 Einträge berichtigt, 1 Eintrag zurückgenommen“ */
export const correctionWords = ({ corrections }: ComparedMeasure, t: Translate): string => {
  const { corrected = 0, voided = 0 } = corrections ?? {};
  return [
    ...(corrected > 0 ? [t('compare.corrected', { count: corrected })] : []),
    ...(voided > 0 ? [t('compare.voided', { count: voided })] : []),
  ].join(', ');
};
