import { stages, type Stage } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { StageCounts, StagePoint } from '@klimaspur/read-models';
import { EmptyState } from '../components/empty-state.js';
import type { ChartProps } from './chart-figure.js';
import { PointsFigure } from './points-figure.js';
import { type CodedPart, ShareFigure } from './share-figure.js';

interface StageBarsProps extends ChartProps {
  readonly counts: StageCounts;
  /** The measures that have come so far; without a stage: all. */
  readonly href: (stage?: Stage) => string;
}

const beside = ['givenUp', 'begunUndecided', 'decisionUnknown'] as const;

/** „beschlossen → begonnen → abgeschlossen“: each bar is a part of the one above. */
export const StageBars = (props: StageBarsProps) => {
  const { t, counts, href } = props;
  const { total } = counts;
  if (total === 0) return <EmptyState text={t('chart.empty')} />;
  const parts = stageParts(counts, t);
  return (
    <ShareFigure
      {...props}
      sentence={stagesSentence(counts, t)}
      caption={t('stages.title')}
      partOf={t('stages.stage')}
      parts={parts}
      whole={{ label: t('chart.total'), count: total }}
      bars={[
        { label: t('stages.total'), count: total, href: href(), isWhole: true },
        ...stages.flatMap((stage) =>
          parts
            .filter(({ code }) => code === stage)
            .map((part) => ({ ...part, href: href(stage) })),
        ),
      ]}
      look="count"
    />
  );
};

/** Each stage, and what stands beside them. */
export const stageParts = (counts: StageCounts, t: Translate): CodedPart[] =>
  [...stages, ...beside].map((code) => ({
    code,
    label: t(`stages.${code}`),
    count: counts[code],
  }));

const stagesSentence = (counts: StageCounts, t: Translate): string =>
  [t('stages.sentence', counts), ...besideSentences(counts, t)].join(' ');

const besideSentences = (counts: StageCounts, t: Translate): string[] => [
  ...(counts.givenUp > 0 ? [t('stages.sentence.givenUp', { count: counts.givenUp })] : []),
  ...(counts.begunUndecided > 0
    ? [t('stages.sentence.undecided', { count: counts.begunUndecided })]
    : []),
  ...(counts.decisionUnknown > 0
    ? [t('stages.sentence.unknown', { count: counts.decisionUnknown })]
    : []),
];

const grownSentence = (first: StagePoint, last: StagePoint, t: Translate): string =>
  t('stages.grew', {
    from: formatDay(first.day, t.lang),
    to: formatDay(last.day, t.lang),
    ...{ then: first.decided, begunThen: first.begun, finishedThen: first.finished },
    ...{ decided: last.decided, begun: last.begun, finished: last.finished, total: last.total },
  });

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
      : [grownSentence(first, last, t), ...besideSentences(last, t)].join(' ');
  const course = (name: keyof StageCounts, label = t(`stages.${name}`)) => ({
    label,
    counts: points.map((point) => point[name]),
  });
  return (
    <PointsFigure
      {...props}
      sentence={sentence}
      caption={t('stages.overTime')}
      look="count"
      days={points.map(({ day }) => day)}
      courses={stages.map((stage) => course(stage))}
      more={[...beside.map((name) => course(name)), course('total', t('chart.total'))]}
    />
  );
};
