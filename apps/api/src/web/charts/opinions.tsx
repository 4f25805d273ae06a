import { formatDay, formatNumber, formatPercent, type Translate } from '@klimaspur/messages';
import type { AssessmentCounts, AssessmentPoint } from '@klimaspur/read-models';
import { DataTable } from '../components/data-table.js';
import { codeWord } from '../words/entry-words.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { PointColumns } from './point-columns.js';
import { ShareBars } from './share-bars.js';

interface OpinionBarsProps extends ChartProps {
  /** Whose opinion it is. */
  readonly group: string;
  readonly point: AssessmentPoint;
}

interface Grade {
  readonly scale: string;
  readonly rating: string;
}

/** „Bewertung durch {Gruppe}“: how many measures got which rating. Signed, dated, and in no colour of the facts. */
export const OpinionBars = (props: OpinionBarsProps) => {
  const { t, group, point } = props;
  const { total, assessed } = point;
  const rows = [
    ...gradesOf(point).map((grade) => ({
      label: gradeWord(grade, t),
      count: countOf(point, grade),
    })),
    { label: t('opinions.none'), count: total - assessed },
  ];
  const share = (count: number) => formatPercent(count, total, t.lang);
  return (
    <ChartFigure
      {...props}
      sentence={sentenceOf(props)}
      table={
        <DataTable
          t={t}
          caption={t('town.assessment', { group })}
          columns={[
            { label: t('chart.assessment.rating') },
            { label: t('chart.count'), numeric: true },
            { label: t('chart.share'), numeric: true },
          ]}
          rows={rows.map(({ label, count }) => [label, formatNumber(count, t.lang), share(count)])}
          total={[t('chart.total'), formatNumber(total, t.lang), share(total)]}
        />
      }
    >
      <ShareBars
        rows={rows.map(({ label, count }) => ({
          label,
          share: count / total,
          words: (
            <>
              {formatNumber(count, t.lang)}{' '}
              <small>{t('chart.shareOf', { total, share: share(count) })}</small>
            </>
          ),
          look: 'opinion',
        }))}
      />
    </ChartFigure>
  );
};

interface OpinionColumnsProps extends ChartProps {
  readonly group: string;
  /** Oldest first; at least one of them with an opinion. */
  readonly points: readonly AssessmentPoint[];
  readonly recordingSince: string | null;
}

/** How the opinion changed: a row for each rating that was given. */
export const OpinionColumns = (props: OpinionColumnsProps) => {
  const { t, group } = props;
  const begin = props.points.findIndex(({ assessed }) => assessed > 0);
  const points = props.points.slice(Math.max(0, begin - 1));
  const last = points.at(-1);
  const grades = gradesOf(...points).filter((grade) =>
    points.some((point) => countOf(point, grade) > 0),
  );
  if (!last) return null;
  const sentence = sentenceOf({ ...props, point: last });
  return (
    <ChartFigure
      {...props}
      sentence={sentence}
      table={
        <DataTable
          t={t}
          caption={t('town.assessment', { group })}
          columns={[
            { label: t('chart.on') },
            ...grades.map((grade) => ({ label: gradeWord(grade, t), numeric: true })),
            { label: t('opinions.none'), numeric: true },
            { label: t('chart.total'), numeric: true },
          ]}
          rows={points.map((point) => [
            formatDay(point.day, t.lang),
            ...grades.map((grade) => formatNumber(countOf(point, grade), t.lang)),
            formatNumber(point.total - point.assessed, t.lang),
            formatNumber(point.total, t.lang),
          ])}
        />
      }
    >
      <PointColumns
        t={t}
        label={sentence}
        look="opinion"
        days={points.map(({ day }) => day)}
        rows={grades.map((grade) => ({
          label: gradeWord(grade, t),
          counts: points.map((point) => countOf(point, grade)),
        }))}
        recordingSince={props.recordingSince}
      />
    </ChartFigure>
  );
};

/** The ratings of all scales that were used, each once, best first. */
const gradesOf = (...points: readonly AssessmentCounts[]): Grade[] => {
  const scales = new Map(points.flatMap((point) => point.scales.map((used) => [used.scale, used])));
  return [...scales.values()].flatMap(({ scale, ratings }) =>
    ratings.map(({ rating }) => ({ scale, rating })),
  );
};

const countOf = ({ scales }: AssessmentCounts, { scale, rating }: Grade): number =>
  scales.find((used) => used.scale === scale)?.ratings.find((counted) => counted.rating === rating)
    ?.count ?? 0;

const gradeWord = ({ scale, rating }: Grade, t: Translate): string =>
  codeWord(t, `rating.${scale}`, rating);

const sentenceOf = ({ t, group, point }: OpinionBarsProps): string => {
  const { total, assessed, day } = point;
  const title = t('chart.assessment.title', { group, day: formatDay(day, t.lang) });
  const most = gradesOf(point).reduce<Grade | undefined>(
    (best, grade) => (best && countOf(point, best) >= countOf(point, grade) ? best : grade),
    undefined,
  );
  if (!most || assessed === 0) return t('opinions.sentence.none', { title, total });
  return t('opinions.sentence', {
    ...{ title, assessed, total },
    rating: gradeWord(most, t),
    count: countOf(point, most),
  });
};
