import type { Status } from '@klimaspur/domain';
import { formatNumber, formatPercent, type Translate } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { Bar } from './bar.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { type Counts, present, totalOf } from './counts.js';
import { statuses } from './palette.js';

interface StackedBarProps extends ChartProps {
  readonly counts: Counts;
  /** The measures behind a number; makes the numbers of the table links. */
  readonly href?: (status: Status) => string;
  /** What it says, and what its table is called, where not all measures of a town are meant. */
  readonly words?: { readonly sentence: string; readonly caption: string };
}

/** How all measures stand, in one bar. */
export const StackedBar = (props: StackedBarProps) => {
  const { t, counts, href, words } = props;
  const total = totalOf(counts);
  if (total === 0) return <EmptyState text={t('chart.empty')} />;
  const sentence = words?.sentence ?? barSentence(counts, t);
  return (
    <ChartFigure
      {...props}
      sentence={sentence}
      legend={present([counts])}
      table={
        <DataTable
          t={t}
          caption={words?.caption ?? t('chart.bar.title')}
          columns={[
            { label: t('chart.status') },
            { label: t('chart.count'), numeric: true },
            { label: t('chart.share'), numeric: true },
          ]}
          rows={statusParts(counts, t).map(({ code, label, count }) => [
            label,
            href ? (
              <a href={href(code)}>{formatNumber(count, t.lang)}</a>
            ) : (
              formatNumber(count, t.lang)
            ),
            formatPercent(count, total, t.lang),
          ])}
          total={[
            t('chart.total'),
            formatNumber(total, t.lang),
            formatPercent(total, total, t.lang),
          ]}
        />
      }
    >
      <Bar t={t} counts={counts} height={40} label={sentence} />
    </ChartFigure>
  );
};

/** Each of the nine words. */
export const statusParts = (counts: Counts, t: Translate) =>
  statuses.map((code) => ({ code, label: t(`status.${code}`), count: counts[code] }));

/** The finding in words; every share names the whole and what is unknown. */
export const barSentence = (counts: Counts, t: Translate): string =>
  [
    t('chart.bar.sentence', {
      done: counts.completed,
      running: counts['in-progress'],
      delayed: counts.delayed,
      total: totalOf(counts),
    }),
    ...(counts.unknown > 0 ? [t('chart.bar.unknown', { unknown: counts.unknown })] : []),
  ].join(' ');
