import { formatDay, formatPercent, type Translate } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { ShareBars, type ShareRow } from './share-bars.js';
import { position } from './time-steps.js';

export interface TargetFigures {
  readonly targetYear: number;
  /** Day from which the time is counted, such as that of the resolution; absent: no bar of time. */
  readonly since?: string;
  /** The day for which the page speaks. */
  readonly today: string;
  readonly completed: number;
  readonly total: number;
}

/** Time gone by beside measures completed: two bars of one length, so that they can be compared. */
export const TargetProgress = (props: ChartProps & TargetFigures) => {
  const { t, targetYear, today } = props;
  const rows = targetRows(props, t);
  return (
    <ChartFigure
      {...props}
      sentence={timeLeft(today, targetYear, t)}
      table={
        <DataTable
          t={t}
          caption={t('chart.target.title', { year: String(targetYear) })}
          columns={[{ label: t('chart.target.what') }, { label: t('chart.share'), numeric: true }]}
          rows={rows.map(({ label, words }) => [label, words])}
        />
      }
    >
      <ShareBars rows={rows} />
    </ChartFigure>
  );
};

/** A share of the time, and one of the measures. */
export const targetRows = (
  { targetYear, since, today, completed, total }: TargetFigures,
  t: Translate,
): (ShareRow & { readonly label: string; readonly words: string })[] => {
  const day = since ? `${since}-01-01`.slice(0, 10) : undefined;
  const gone = day ? position(today, day, `${targetYear}-12-31`) : undefined;
  return [
    ...(since && gone !== undefined
      ? [
          {
            label: t('chart.target.timeFrom', { from: formatDay(since, t.lang) }),
            share: gone,
            words: formatPercent(Math.round(gone * 1000), 1000, t.lang),
            look: 'time' as const,
          },
        ]
      : []),
    {
      label: t('chart.target.done'),
      share: completed / Math.max(1, total),
      words: `${formatPercent(completed, total, t.lang)} (${t('chart.target.measures', { done: completed, total })})`,
      look: 'done',
    },
  ];
};

/** Whole years and months until the last day of the target year. */
export const timeLeft = (today: string, targetYear: number, t: Translate): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const monthsLeft = (targetYear - year) * 12 + (12 - month);
  const years = Math.floor(monthsLeft / 12);
  const months = monthsLeft % 12;
  if (monthsLeft < 0) return t('chart.target.over', { year: String(targetYear) });
  if (monthsLeft === 0) return t('chart.target.lastMonth', { year: String(targetYear) });
  const both = years > 0 && months > 0 ? 'yes' : 'no';
  return t('chart.target.left', { years, months, both, year: String(targetYear) });
};
