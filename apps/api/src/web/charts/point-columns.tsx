import { formatNumber, type Translate } from '@klimaspur/messages';
import { percent } from './counts.js';

interface PointColumnsProps {
  readonly t: Translate;
  /** Read instead of the picture. */
  readonly label: string;
  /** The days of the columns, oldest first. */
  readonly days: readonly string[];
  /** One row of columns each, all on one scale. */
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
  readonly look: 'count' | 'opinion';
  /** Day on which somebody began to keep records; what lies before was entered later. */
  readonly recordingSince?: string | null;
}

const HEIGHT = 72;
/** Room for the number above the highest column. */
const ROOM = 0.25;
/** A few columns do not grow wider than this many would be. */
const LEAST_SLOTS = 8;
/** On a phone the numbers of more columns would touch. */
const MOST_NUMBERS = 9;

/** How several numbers grew: a row of columns for each, so that no colour has to tell them apart. */
export const PointColumns = (props: PointColumnsProps) => {
  const { label, days, rows, look } = props;
  const top = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const begin = beginOf(props);
  return (
    <div class={`lanes is-${look}`} role="img" aria-label={label}>
      {rows.map((row) => (
        <div>
          <span>{row.label}</span>
          <svg width="100%" height={HEIGHT} overflow="visible">
            {row.counts.map((count, at) => (
              <Column {...props} {...{ at, count, top }} slots={slotsOf(days)} />
            ))}
            <line class="grid" x2="100%" y1="100%" y2="100%" />
            {begin === null ? null : <line class="mark" x1={begin.x} x2={begin.x} y2="100%" />}
          </svg>
        </div>
      ))}
      <Years {...props} />
    </div>
  );
};

const slotsOf = (days: readonly string[]) => Math.max(LEAST_SLOTS, days.length);

interface ColumnProps extends PointColumnsProps {
  readonly at: number;
  readonly count: number;
  readonly top: number;
  readonly slots: number;
}

const Column = ({ t, days, at, count, top, slots }: ColumnProps) => {
  const height = (count / top) * (1 - ROOM);
  const isSpare = days.length > MOST_NUMBERS && at > 0 && at < days.length - 1;
  return (
    <>
      <rect
        x={percent((at + 0.15) / slots)}
        y={percent(1 - height)}
        width={percent(0.7 / slots)}
        height={percent(height)}
      />
      <text
        class={isSpare ? 'wide-only' : undefined}
        x={percent((at + 0.5) / slots)}
        y={percent(1 - height)}
        dy="-0.3em"
        text-anchor="middle"
      >
        {formatNumber(count, t.lang)}
      </text>
    </>
  );
};

/** Below the first column of each year. */
const Years = (props: PointColumnsProps) => {
  const { t, days } = props;
  const slots = slotsOf(days);
  const begin = beginOf(props);
  const years = days.flatMap((day, at) =>
    day.slice(0, 4) === days[at - 1]?.slice(0, 4) ? [] : [{ year: day.slice(0, 4), at }],
  );
  const every = Math.ceil(years.length / 6);
  return (
    <div>
      <span />
      <svg width="100%" height={begin === null ? 24 : 44} overflow="visible">
        {years.map(({ year, at }, index) => (
          <text
            class={index % every === 0 ? undefined : 'wide-only'}
            x={percent((at + (at / slots > 0.9 ? 0.85 : 0.15)) / slots)}
            y="16"
            text-anchor={at / slots > 0.9 ? 'end' : undefined}
          >
            {year}
          </text>
        ))}
        {begin === null ? null : (
          <text class="mark" x={begin.x} y="38" text-anchor={begin.anchor}>
            {t('chart.time.recording')}
          </text>
        )}
      </svg>
    </div>
  );
};

/** Where the records begin: before the first column that lies after it. Null: before the first year shown. */
const beginOf = ({ days, recordingSince }: PointColumnsProps) => {
  const [first] = days;
  if (!first || !recordingSince || recordingSince < first.slice(0, 4)) return null;
  const at = days.findIndex((day) => day >= recordingSince);
  if (at < 0) return null;
  const share = at / slotsOf(days);
  return { x: percent(share), anchor: share > 0.6 ? 'end' : 'start' };
};
