import type { Status } from '@klimaspur/domain';
import { formatNumber, type Translate } from '@klimaspur/messages';
import { type Counts, percent, totalOf } from './counts.js';
import { paintOf, palette, statuses } from './palette.js';

interface BarProps {
  readonly t: Translate;
  readonly counts: Counts;
  /** What a full bar stands for; by default the sum of the counts. */
  readonly scale?: number;
  readonly height: number;
  /** Read instead of the picture. */
  readonly label: string;
}

/** Nobody sees a part thinner than this; the others give way a little. */
const leastShare = 0.009;
/** Widths in pixels of a bar on a phone and on a desk, to know whether a number fits into a part. */
const widths = { narrow: 290, wide: 680 };
const margin = 8;

/** One stacked bar. Parts are nested SVGs with percentages, so that text and patterns keep their size. */
export const Bar = ({ t, counts, scale, height, label }: BarProps) => (
  <svg class="bar" width="100%" height={height} role="img" aria-label={label}>
    {partsOf(counts, scale ?? totalOf(counts)).map(({ status, start, share }) => (
      <svg x={percent(start)} width={percent(share)} height="100%">
        <Part t={t} status={status} count={counts[status]} share={share} height={height} />
      </svg>
    ))}
  </svg>
);

interface PartProps {
  readonly t: Translate;
  readonly status: Status;
  readonly count: number;
  readonly share: number;
  readonly height: number;
}

const Part = ({ t, status, count, share, height }: PartProps) => {
  const { fill, text, outline } = palette[status];
  const number = formatNumber(count, t.lang);
  const width = number.length * 8 + 8;
  return (
    <>
      <title>{`${t(`status.${status}`)}: ${number}`}</title>
      <rect
        class={outline ? 'bar__part has-outline' : 'bar__part'}
        width="100%"
        height="100%"
        fill={paintOf(status)}
        stroke={outline}
        stroke-width={outline ? 1.5 : undefined}
      />
      {share * widths.wide < width + margin ? null : (
        <svg
          class={share * widths.narrow < width + margin ? 'bar__number wide-only' : 'bar__number'}
          x="50%"
          y="50%"
          overflow="visible"
        >
          <rect
            x={-width / 2}
            y={-10}
            width={width}
            height={Math.min(20, height)}
            fill={fill}
            rx="3"
          />
          <text text-anchor="middle" y="5" fill={text}>
            {number}
          </text>
        </svg>
      )}
    </>
  );
};

const partsOf = (counts: Counts, scale: number) => {
  const shown = statuses.filter((status) => counts[status] > 0);
  const raised = shown.map((status) => Math.max(counts[status] / scale, leastShare));
  const whole = totalOf(counts) / scale;
  const squeeze = whole / raised.reduce((sum, share) => sum + share, 0);
  let start = 0;
  return shown.map((status, index) => {
    const share = (raised[index] ?? 0) * squeeze;
    const part = { status, start, share };
    start += share;
    return part;
  });
};
