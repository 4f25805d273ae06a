import { statuses } from '@klimaspur/domain';
import { formatDay, formatNumber } from '@klimaspur/messages';
import { Bar } from '../charts/bar.js';
import { ChartFigure } from '../charts/chart-figure.js';
import { present } from '../charts/counts.js';
import { barSentence } from '../charts/stacked-bar.js';
import { DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { sourceOf } from '../town/town-parts.js';
import type { ComparisonProps } from './comparison-parts.js';

/** How many stood where on each of the two days, on one scale. */
export const StandsSection = (props: ComparisonProps) => {
  const { t, before, after } = props;
  const total = Math.max(before.counts.total, after.counts.total);
  return (
    <section aria-labelledby="stands-heading">
      <h2 id="stands-heading">{t('compare.stands')}</h2>
      {total === 0 ? (
        <EmptyState text={t('chart.empty')} />
      ) : (
        <ChartFigure
          t={t}
          source={sourceOf(props)}
          asOf={props.moments.to.asOf}
          sentence={t('compare.stands.sentence', {
            before: before.counts.byStatus.completed,
            now: after.counts.byStatus.completed,
            total: after.counts.total,
            unknown: after.counts.byStatus.unknown,
          })}
          legend={present([before.counts.byStatus, after.counts.byStatus])}
          table={<StandsTable {...props} />}
        >
          <ul class="field-bars">
            {momentsOf(props).map(({ label, counts }) => (
              <li>
                <span class="field-bars__name">
                  {label} <small>{t('chart.measures', { count: counts.total })}</small>
                </span>
                <Bar
                  t={t}
                  counts={counts.byStatus}
                  scale={total}
                  height={36}
                  label={counts.total === 0 ? t('chart.empty') : barSentence(counts.byStatus, t)}
                />
              </li>
            ))}
          </ul>
        </ChartFigure>
      )}
    </section>
  );
};

const momentsOf = ({ t, before, after, moments: { from, to } }: ComparisonProps) => [
  { label: formatDay(from.asOf, t.lang), counts: before.counts },
  { label: formatDay(to.asOf, t.lang), counts: after.counts },
];

const StandsTable = (props: ComparisonProps) => {
  const { t, before, after } = props;
  const number = (count: number) => formatNumber(count, t.lang);
  const signed = (count: number) =>
    count > 0 ? `+${number(count)}` : count < 0 ? `−${number(-count)}` : '±0';
  const row = (label: string, was: number, is: number) => [
    label,
    number(was),
    number(is),
    signed(is - was),
  ];
  return (
    <DataTable
      t={t}
      caption={t('compare.stands')}
      columns={[
        { label: t('chart.status') },
        ...momentsOf(props).map(({ label }) => ({ label, numeric: true })),
        { label: t('compare.difference'), numeric: true },
      ]}
      rows={statuses.map((status) =>
        row(t(`status.${status}`), before.counts.byStatus[status], after.counts.byStatus[status]),
      )}
      total={row(t('chart.total'), before.counts.total, after.counts.total)}
    />
  );
};
