import { type AssessmentScale, notAssessedOn } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { AssessmentCounts, AssessmentPoint } from '@klimaspur/read-models';
import { codeWord } from '../words/entry-words.js';
import type { ChartProps } from './chart-figure.js';
import { PointsFigure } from './points-figure.js';
import { type CodedPart, ShareFigure } from './share-figure.js';

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
  const { total } = point;
  return (
    <ShareFigure
      {...props}
      sentence={sentenceOf(props)}
      own={[group]}
      caption={t('town.assessment', { group })}
      partOf={t('chart.assessment.rating')}
      parts={opinionParts(point, t)}
      whole={{ label: t('chart.total'), count: total }}
      look="opinion"
    />
  );
};

/** Each rating, and those without one. */
export const opinionParts = (point: AssessmentPoint, t: Translate): CodedPart[] => [
  ...gradesOf(point).map((grade) => ({
    code: `${grade.scale}.${grade.rating}`,
    label: gradeWord(grade, t),
    count: countOf(point, grade),
  })),
  { code: '', label: t('opinions.open'), count: openOf(point) },
];

interface OpinionColumnsProps extends ChartProps {
  readonly group: string;
  /** Oldest first; at least one of them with an opinion. */
  readonly points: readonly AssessmentPoint[];
  readonly recordingSince: string | null;
}

/** How the opinion changed: a row for each rating that was given. */
export const OpinionColumns = (props: OpinionColumnsProps) => {
  const { t, group } = props;
  const begin = props.points.findIndex(isLookedAt);
  const points = props.points.slice(Math.max(0, begin - 1));
  const last = points.at(-1);
  const grades = gradesOf(...points).filter((grade) =>
    points.some((point) => countOf(point, grade) > 0),
  );
  if (!last) return null;
  return (
    <PointsFigure
      {...props}
      sentence={sentenceOf({ ...props, point: last })}
      own={[group]}
      caption={t('town.assessment', { group })}
      look="opinion"
      days={points.map(({ day }) => day)}
      courses={grades.map((grade) => ({
        label: gradeWord(grade, t),
        counts: points.map((point) => countOf(point, grade)),
      }))}
      more={[
        {
          label: t('opinions.open'),
          counts: points.map(openOf),
        },
        { label: t('chart.total'), counts: points.map(({ total }) => total) },
      ]}
    />
  );
};

/** Of some measures it is said that and why they get no rating: that is a word on them as well. */
export const isLookedAt = ({ assessed, notAssessed }: AssessmentCounts): boolean =>
  assessed + notAssessed > 0;

const openOf = ({ total, assessed, notAssessed }: AssessmentCounts): number =>
  total - assessed - notAssessed;

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
  const { total, assessed, notAssessed, day } = point;
  const title = t('chart.assessment.title', { group, day: formatDay(day, t.lang) });
  const most = gradesOf(point)
    .filter(({ scale, rating }) => notAssessedOn[scale as AssessmentScale] !== rating)
    .reduce<Grade | undefined>(
      (best, grade) => (best && countOf(point, best) >= countOf(point, grade) ? best : grade),
      undefined,
    );
  const counts = { total, notAssessed, open: openOf(point) };
  if (!most || assessed === 0) return t('opinions.sentence.none', { title, ...counts });
  return t('opinions.sentence', {
    ...{ title, assessed, ...counts },
    rating: gradeWord(most, t),
    count: countOf(point, most),
  });
};
