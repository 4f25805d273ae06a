import { formatDay } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { DataTable } from '../components/data-table.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { percent } from './counts.js';
import { dayAfter, newYears, position } from './time-steps.js';

/** An opinion, from its day until the next one. */
export interface AssessmentStep {
  /** `2025-10-25` */
  readonly day: string;
  /** The day as it was given: `2025-10`, `2025`, or null. */
  readonly on: string | null;
  /** Place in the scale, best first. */
  readonly rank: number;
  readonly rating: string;
  readonly link?: ComponentChildren;
}

interface AssessmentLanesProps extends ChartProps {
  readonly group: string;
  /** Oldest first, all of one scale; at least one. */
  readonly steps: readonly AssessmentStep[];
  /** The day with which the chart ends. */
  readonly until: string;
}

/** What the observers thought of a measure over time: a lane for each rating they gave, the best on top. */
export const AssessmentLanes = (props: AssessmentLanesProps) => {
  const { t, group, steps, until } = props;
  const sentence = sentenceOf(props);
  return (
    <ChartFigure
      {...props}
      sentence={sentence}
      own={[group]}
      table={
        <DataTable
          t={t}
          caption={t('chart.assessment.title', { group, day: formatDay(until, t.lang) })}
          own={[group]}
          columns={[{ label: t('chart.assessment.day') }, { label: t('chart.assessment.rating') }]}
          rows={steps.toReversed().map(({ on, rating, link }) => [
            formatDay(on, t.lang),
            <>
              {rating}
              {link}
            </>,
          ])}
        />
      }
    >
      <Lanes steps={steps} until={until} label={sentence} />
    </ChartFigure>
  );
};

interface LanesProps {
  readonly steps: readonly AssessmentStep[];
  readonly until: string;
  readonly label: string;
}

const Lanes = ({ steps, until, label }: LanesProps) => {
  const from = `${(steps[0]?.day ?? until).slice(0, 4)}-01-01`;
  const end = dayAfter(until);
  const at = (day: string) => position(day, from, end);
  const years = [from, ...newYears(from, end)];
  const every = Math.ceil(years.length / 6);
  return (
    <div class="lanes" role="img" aria-label={label}>
      {lanesOf(steps, end).map(({ rating, spans }) => (
        <div>
          <span>{rating}</span>
          <svg width="100%" height="28" overflow="visible">
            {years.map((day) => (
              <line class="grid" x1={percent(at(day))} x2={percent(at(day))} y2="100%" />
            ))}
            {spans.map((span) => (
              <>
                <rect
                  x={percent(at(span.from))}
                  y="9"
                  width={percent(at(span.to) - at(span.from))}
                  height="10"
                />
                <circle cx={percent(at(span.from))} cy="14" r="7" />
              </>
            ))}
          </svg>
        </div>
      ))}
      <div>
        <span />
        <svg width="100%" height="24" overflow="visible">
          {years.map((day, index) => (
            <text
              class={index % every === 0 ? undefined : 'wide-only'}
              x={percent(at(day))}
              y="16"
              text-anchor={at(day) > 0.9 ? 'end' : undefined}
            >
              {day.slice(0, 4)}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
};

/** For each rating the spans of time in which it held, the best rating first. */
const lanesOf = (steps: readonly AssessmentStep[], end: string) => {
  const ranks = [...new Set(steps.map(({ rank }) => rank))].sort((a, b) => a - b);
  const spans = steps.map((step, index) => ({
    ...{ rank: step.rank, rating: step.rating, from: step.day },
    to: steps[index + 1]?.day ?? end,
  }));
  return ranks.map((rank) => {
    const own = spans.filter((span) => span.rank === rank);
    return { rating: own[0]?.rating ?? '', spans: own };
  });
};

const sentenceOf = ({ t, group, steps, until }: AssessmentLanesProps): string =>
  t('chart.assessment.sentence', {
    title: t('chart.assessment.title', { group, day: formatDay(until, t.lang) }),
    count: steps.length,
    first: steps[0]?.rating ?? '',
    last: steps.at(-1)?.rating ?? '',
  });
