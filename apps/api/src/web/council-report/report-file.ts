import { csv } from '@klimaspur/exports';
import { type SignedCheckpoint, toBase64 } from '@klimaspur/proofs';
import { formatDay, type Translate } from '@klimaspur/messages';
import { comparisonList } from '../../queries/get-comparison.query.js';
import { changeSentence } from '../comparison/comparison-words.js';
import { byField } from '../comparison/comparison.view.js';
import { lateWords, summaryOf } from './report-words.js';
import type { ReportView } from './report.view.js';
import { waitingWords } from '../roundtables/follow-ups/waiting-words.js';

/** The whole report for programs: nothing is left out for want of room. */
export const reportJson = (
  view: ReportView,
  t: Translate,
  /** The newest signed state of the log behind it. */
  checkpoint: SignedCheckpoint | undefined,
): string => {
  const { town, plan, moments, late, questions, answers, due, responsible } = view;
  return JSON.stringify({
    municipality: { id: town.id, slug: town.slug, name: town.name },
    plan: plan ? { id: plan.id, title: plan.title } : null,
    observers: town.observers?.name ?? null,
    responsible: responsible?.name ?? null,
    official: false,
    checkpoint: checkpoint ? signedTerms(checkpoint) : null,
    summary: summaryOf(view, t),
    fields: byField(view).map(({ field, ...counted }) => ({
      ...{ field: field?.id ?? null, name: field?.name ?? null },
      ...counted,
      counts: (field?.all ?? view.after.withoutField).byStatus,
    })),
    changes: comparisonList(view, moments),
    late: late.map(({ id, title, late: since, delayReported, reasons, plannedEnd, because }) => ({
      ...{ id, title, late: since, delayReported, plannedEnd },
      reason: reasons.delayReason,
      entry: because,
    })),
    questions: questions.map(({ item, table, since, due: until, overdueDays }) => ({
      ...{ topic: item.topic, roundtable: table.id, since, due: until, overdueDays },
    })),
    answers: answers.map(({ table, ...answer }) => ({ ...answer, roundtable: table.id })),
    due: due.map(({ id, title, plannedEnd }) => ({ id, title, plannedEnd })),
  });
};

const signedTerms = ({ origin, size, root, signedAt }: SignedCheckpoint) => ({
  ...{ origin, size, root: toBase64(root), signedAt: new Date(signedAt).toISOString() },
});

/** One row for each line that the report could hold. */
export const reportCsv = (view: ReportView, t: Translate): string => {
  const { items, scope, late, questions, answers, due, moments } = view;
  const row = (
    part: string,
    what: {
      readonly number?: string | null | undefined;
      readonly title: string;
      readonly id?: string;
    },
    words: string,
    entry?: string | null,
  ) => [part, what.number ?? '', what.title, words, entry ?? '', what.id ?? ''];
  return csv(
    [
      t('report.file.part'),
      t('compare.file.number'),
      t('report.file.about'),
      t('report.file.words'),
      ...['entry', 'measure'],
    ],
    [
      ...items.flatMap((item) =>
        item.changes.map((change) =>
          row(
            t(`compare.kind.${change.kind}`),
            { ...item, number: item.place?.number },
            changeSentence({ item, change }, scope, t),
            change.entry,
          ),
        ),
      ),
      ...late.map((one) =>
        row(
          t('status.delayed'),
          { ...one, number: one.place?.number },
          lateWords(one, moments.to.asOf, t),
          one.because,
        ),
      ),
      ...questions.map(({ item, table: _table, ...waiting }) =>
        row(t('report.file.question'), { title: item.topic }, waitingWords(waiting, t)),
      ),
      ...answers.map(({ topic, answer }) => row(t('report.file.answer'), { title: topic }, answer)),
      ...due.map((item) =>
        row(
          t('report.due'),
          { ...item, number: item.place?.number },
          t('report.due.by', { day: formatDay(item.plannedEnd, t.lang) }),
        ),
      ),
    ],
  );
};
