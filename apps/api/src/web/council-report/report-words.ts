import { dayNumber, type ChangeKind } from '@klimaspur/domain';
import { formatDay, listOf, type Translate } from '@klimaspur/messages';
import type { MeasureExportRow } from '@klimaspur/read-models';
import { kindsIn } from '../../queries/get-comparison.query.js';
import { barSentence } from '../charts/stacked-bar.js';
import { codeWord } from '../words/entry-words.js';
import type { ReportView } from './report.view.js';

/** In the order in which the page lists them: what worked out, then what did not, then dates. */
const summed = [
  'decided',
  'begun',
  'finished',
  'recovered',
  'rejected',
  'paused',
  'abandoned',
  'delayed',
  'rescheduled',
] as const satisfies readonly ChangeKind[];

/** How it stands and what changed, in sentences; every number with the whole and what is unknown. */
export const summaryOf = (view: ReportView, t: Translate): readonly string[] => [
  barSentence(view.after.counts.byStatus, t),
  changedSentence(view, t),
];

const changedSentence = ({ items, moments }: ReportView, t: Translate): string => {
  const kinds = kindsIn(items);
  const parts = summed
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => t(`report.sum.${kind}`, { count: kinds[kind] }));
  const day = formatDay(moments.from.asOf, t.lang);
  return parts.length === 0
    ? t('report.changed.nothing', { day })
    : t('report.changed', { day, what: listOf(parts, t.lang) });
};

/** Since when it is late, and the reason that was reported. */
export const lateWords = (row: MeasureExportRow, today: string, t: Translate): string => {
  const { late, plannedEnd, plannedStart, delayReported, reasons, implementation } = row;
  const days = late ? dayNumber(today) - dayNumber(late.since) + 1 : 0;
  const said = late
    ? t(late.which === 'end' ? 'compare.delayed.end' : 'compare.delayed.start', {
        ...{ days, day: formatDay(late.which === 'end' ? plannedEnd : plannedStart, t.lang) },
      })
    : delayReported
      ? t('report.late.reported', { end: formatDay(plannedEnd, t.lang) })
      : codeWord(t, 'implementationState', implementation);
  return reasons.delayReason
    ? t('report.late.because', { said, reason: codeWord(t, 'delayReason', reasons.delayReason) })
    : t('report.late.noReason', { said });
};
