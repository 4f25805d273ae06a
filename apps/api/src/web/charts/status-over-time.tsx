import { formatDay, formatNumber, type Translate } from '@klimaspur/messages';
import { ticks } from 'd3-array';
import { useId } from 'preact/hooks';
import { DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { percent, present, totalOf } from './counts.js';
import { paintOf, palette } from './palette.js';
import {
  type Block,
  blocksOf,
  dayAfter,
  type DayCounts,
  edgesOf,
  largest,
  newYears,
  position,
  thinned,
  yearlyRows,
} from './time-steps.js';

interface StatusOverTimeProps extends ChartProps {
  /** Each day on which something changed, oldest first, with the counts from then on. */
  readonly days: readonly DayCounts[];
  /** The day with which the chart ends. */
  readonly until: string;
  /** Day on which somebody began to keep records; what lies before was entered later. */
  readonly recordingSince?: string;
}

/** More steps than this cannot be told apart on a screen. */
const most = 100;
const overlap = 0.0012;

/** How the statuses came to be what they are: stepped areas, one step per day on which something changed. */
export const StatusOverTime = (props: StatusOverTimeProps) => {
  const { t, until } = props;
  const days = props.days.filter(({ day }) => day <= until);
  const [first] = days;
  if (!first || largest(days) === 0) return <EmptyState text={t('chart.empty')} />;
  const shown = present(days.map(({ counts }) => counts));
  const sentence = timeSentence(days, t);
  return (
    <ChartFigure
      {...props}
      sentence={sentence}
      legend={shown}
      table={
        <DataTable
          t={t}
          caption={t('chart.time.title', { day: formatDay(first.day, t.lang) })}
          columns={[
            { label: t('chart.day') },
            ...shown.map((status) => ({ label: t(`status.${status}`), numeric: true })),
            { label: t('chart.total'), numeric: true },
          ]}
          rows={yearlyRows(days, until).map(({ day, counts }) => [
            formatDay(day, t.lang),
            ...shown.map((status) => formatNumber(counts[status], t.lang)),
            formatNumber(totalOf(counts), t.lang),
          ])}
        />
      }
    >
      <Plot
        t={t}
        days={days}
        end={dayAfter(until)}
        recordingSince={props.recordingSince}
        label={sentence}
      />
    </ChartFigure>
  );
};

interface PlotProps {
  readonly t: Translate;
  readonly days: readonly DayCounts[];
  readonly end: string;
  readonly recordingSince?: string;
  readonly label: string;
}

const Plot = ({ t, days, end, recordingSince, label }: PlotProps) => {
  const from = days[0]?.day ?? end;
  const top = largest(days);
  const steps = thinned(days, end, most);
  const lines = ticks(0, top, 4).filter((line) => Number.isInteger(line));
  const years = newYears(from, end);
  const every = Math.ceil(years.length / 6);
  const at = (day: string) => percent(position(day, from, end));
  const begin = recordingSince && recordingSince >= from ? recordingSince : null;
  return (
    <div class="time-plot" role="img" aria-label={label}>
      <svg class="time-plot__scale" width="100%" height="100%" overflow="visible">
        {lines.map((line) => (
          <text x="100%" y={percent(1 - line / top)} dy="0.35em" text-anchor="end">
            {formatNumber(line, t.lang)}
          </text>
        ))}
      </svg>
      <svg class="time-plot__areas" width="100%" height="100%" overflow="visible">
        <Areas blocks={blocksOf(steps, end, top)} edges={edgesOf(steps, end, top)} />
        {lines.map((line) => (
          <line class="grid" x2="100%" y1={percent(1 - line / top)} y2={percent(1 - line / top)} />
        ))}
        {years.map((day) => (
          <line class="tick" x1={at(day)} x2={at(day)} y1="100%" y2="102%" />
        ))}
        {begin === null ? null : <line class="mark" x1={at(begin)} x2={at(begin)} y2="100%" />}
      </svg>
      <svg class="time-plot__years" width="100%" height="100%" overflow="visible">
        {years.map((day, index) => (
          <text
            class={index % every === 0 ? undefined : 'wide-only'}
            x={at(day)}
            y="1.2em"
            text-anchor={position(day, from, end) > 0.95 ? 'end' : 'middle'}
          >
            {day.slice(0, 4)}
          </text>
        ))}
        {begin === null ? null : (
          <text
            class="mark"
            x={at(begin)}
            y="2.6em"
            text-anchor={anchorAt(position(begin, from, end))}
          >
            {t('chart.time.recording')}
          </text>
        )}
      </svg>
    </div>
  );
};

interface AreasProps {
  readonly blocks: readonly Block[];
  readonly edges: string;
}

/**
 * A hair wider than they are, so that no paper shows between steps; two pixels of it between areas. Pale areas
 * get an edge below it.
 */
const Areas = ({ blocks, edges }: AreasProps) => {
  const id = useId();
  return (
    <>
      {/* One area for each status, cut out of the whole: printers take each area that has a pattern as a picture. */}
      {[...Map.groupBy(blocks, ({ status }) => status)].map(([status, own]) => (
        <>
          <clipPath id={`${id}-${status}`}>
            {own.map(({ x, y, width, height }) => (
              <rect
                x={percent(x)}
                y={percent(y)}
                width={percent(Math.min(width + overlap, 1 - x))}
                height={percent(height)}
              />
            ))}
          </clipPath>
          <rect
            width="100%"
            height="100%"
            fill={paintOf(status)}
            clip-path={`url(#${id}-${status})`}
          />
        </>
      ))}
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%">
        <path
          class="cut"
          d={edges}
          fill="none"
          stroke-width="2"
          vector-effect="non-scaling-stroke"
        />
      </svg>
      <g transform="translate(0 1.5)">
        {blocks
          .filter(({ status }) => palette[status].outline)
          .map(({ status, x, y, width }) => (
            <line
              x1={percent(x)}
              x2={percent(x + width)}
              y1={percent(y)}
              y2={percent(y)}
              stroke={palette[status].outline}
            />
          ))}
      </g>
    </>
  );
};

/** Keeps a label within the picture. */
const anchorAt = (share: number) => (share < 0.35 ? 'start' : share > 0.65 ? 'end' : 'middle');

const timeSentence = (days: readonly DayCounts[], t: Translate): string => {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return t('chart.empty');
  const from = formatDay(first.day, t.lang);
  const [before, after] = [first.counts.completed, last.counts.completed];
  const total = totalOf(last.counts);
  if (before === after) return t('chart.time.same', { from, after, total });
  return t(before < after ? 'chart.time.sentence' : 'chart.time.fell', {
    from,
    before,
    after,
    total,
  });
};
