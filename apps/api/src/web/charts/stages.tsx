import { stages, type Stage } from '@klimaspur/domain';
import { formatDay, formatNumber, formatPercent, type Translate } from '@klimaspur/messages';
import type { StageCounts, StagePoint } from '@klimaspur/read-models';
import { DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { PointColumns } from './point-columns.js';
import { ShareBars } from './share-bars.js';

interface StageBarsProps extends ChartProps {
  readonly counts: StageCounts;
  /** The measures that have come so far; without a stage: all. */
  readonly href: (stage?: Stage) => string;
}

const beside = ['givenUp', 'begunUndecided'] as const;

/** „beschlossen → begonnen → abgeschlossen“: each bar is a part of the one above. */
export const StageBars = (props: StageBarsProps) => {
  const { t, counts, href } = props;
  const { total } = counts;
  if (total === 0) return <EmptyState text={t('chart.empty')} />;
  const share = (count: number) => formatPercent(count, total, t.lang);
  return (
    <ChartFigure
      {...props}
      sentence={stagesSentence(counts, t)}
      table={
        <DataTable
          t={t}
          caption={t('stages.title')}
          columns={[
            { label: t('stages.stage') },
            { label: t('chart.count'), numeric: true },
            { label: t('chart.share'), numeric: true },
          ]}
          rows={[...stages, ...beside].map((name) => [
            t(`stages.${name}`),
            formatNumber(counts[name], t.lang),
            share(counts[name]),
          ])}
          total={[t('chart.total'), formatNumber(total, t.lang), share(total)]}
        />
      }
    >
      <ShareBars
        rows={[undefined, ...stages].map((stage) => {
          const count = stage ? counts[stage] : total;
          return {
            label: t(`stages.${stage ?? 'total'}`),
            share: count / total,
            words: (
              <>
                <a href={href(stage)}>{formatNumber(count, t.lang)}</a>{' '}
                {stage ? <small>{t('chart.shareOf', { total, share: share(count) })}</small> : null}
              </>
            ),
            look: 'count',
          };
        })}
      />
    </ChartFigure>
  );
};

const stagesSentence = (counts: StageCounts, t: Translate): string =>
  [
    t('stages.sentence', counts),
    ...(counts.givenUp > 0 ? [t('stages.sentence.givenUp', { count: counts.givenUp })] : []),
    ...(counts.begunUndecided > 0
      ? [t('stages.sentence.undecided', { count: counts.begunUndecided })]
      : []),
  ].join(' ');

interface StageColumnsProps extends ChartProps {
  /** Oldest first; at least one. */
  readonly points: readonly StagePoint[];
  readonly recordingSince: string | null;
}

/** The same at the end of each half-year. */
export const StageColumns = (props: StageColumnsProps) => {
  const { t, points } = props;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.total === 0) return <EmptyState text={t('chart.empty')} />;
  const sentence =
    points.length === 1
      ? stagesSentence(last, t)
      : t('stages.grew', {
          from: formatDay(first.day, t.lang),
          to: formatDay(last.day, t.lang),
          ...{ then: first.decided, begunThen: first.begun, finishedThen: first.finished },
          ...{ decided: last.decided, begun: last.begun, finished: last.finished },
        });
  const columns = [...stages, ...beside];
  return (
    <ChartFigure
      {...props}
      sentence={sentence}
      table={
        <DataTable
          t={t}
          caption={t('stages.overTime')}
          columns={[
            { label: t('chart.on') },
            ...columns.map((name) => ({ label: t(`stages.${name}`), numeric: true })),
            { label: t('chart.total'), numeric: true },
          ]}
          rows={points.map((point) => [
            formatDay(point.day, t.lang),
            ...columns.map((name) => formatNumber(point[name], t.lang)),
            formatNumber(point.total, t.lang),
          ])}
        />
      }
    >
      <PointColumns
        t={t}
        label={sentence}
        look="count"
        days={points.map(({ day }) => day)}
        rows={stages.map((stage) => ({
          label: t(`stages.${stage}`),
          counts: points.map((point) => point[stage]),
        }))}
        recordingSince={props.recordingSince}
      />
    </ChartFigure>
  );
};
