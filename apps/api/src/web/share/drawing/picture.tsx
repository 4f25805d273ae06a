import type { ComponentChildren } from 'preact';
import { ink, paintOf, palette, statuses, white } from '../../charts/palette.js';
import { Trail } from '../../layout/header.js';
import { icons, StatusPattern } from '../../layout/sprite.js';
import { type Card, sizes } from './card.js';
import { BADGE, type Line, measuresOf, place, type Placed, type Setters } from './layout.js';
import type { TypeSetter } from './type-setter.js';

const action = '#171A8F';
const soft = '#454B5C';
const faint = '#C9CDD6';
/** Patterns are made for bars of a page; on a picture they would be a grey veil. */
const PATTERN = 2.5;

/** Icons speak of `currentColor`; Preact's types know the attribute for HTML alone. */
const coloured = (colour: string): object => ({ color: colour, fill: colour });

interface PictureProps {
  readonly card: Card;
  readonly setters: Setters;
}

/** A card as one SVG without any text or font: all words are outlines. */
export const Picture = ({ card, setters }: PictureProps) => {
  const { width, height } = sizes[card.shape];
  const placed = place(card, setters);
  const { regular, bold } = setters;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <defs>
        {statuses.map((status) => (
          <StatusPattern status={status} scale={PATTERN} />
        ))}
      </defs>
      <rect width={width} height={height} fill={white} />
      <Band card={card} />
      <Sender card={card} setter={bold} />
      <Lines setter={bold} lines={placed.kicker} fill={soft} />
      <Lines setter={bold} lines={placed.title} fill={ink} />
      <Badge card={card} placed={placed} setter={bold} />
      <Parts card={card} placed={placed} setter={regular} />
      <Lines setter={regular} lines={placed.fact} fill={ink} />
      <rect
        x={measuresOf[card.shape].left}
        y={placed.rule}
        width={width - measuresOf[card.shape].left - measuresOf[card.shape].right}
        height="2"
        fill={faint}
      />
      <Lines setter={regular} lines={placed.notes} fill={soft} />
      <Lines setter={regular} lines={placed.address} fill={action} />
    </svg>
  );
};

const Lines = ({
  setter,
  lines,
  fill,
}: {
  readonly setter: TypeSetter;
  readonly lines: readonly Line[];
  readonly fill: string;
}): ComponentChildren =>
  lines.map(({ text, x, y, size }) => {
    const scale = size / setter.unitsPerEm;
    return (
      <path
        d={setter.outline(text)}
        transform={`translate(${x} ${y}) scale(${scale} ${-scale})`}
        fill={fill}
      />
    );
  });

/** The colour and the pattern of the status, as large as the picture is high. */
const Band = ({ card }: { readonly card: Card }) => {
  const { height } = sizes[card.shape];
  const { band } = measuresOf[card.shape];
  const look = card.badge?.look;
  if (look === undefined || look === 'elsewhere') {
    return <rect width={band} height={height} fill={look ? soft : action} />;
  }
  const { outline } = palette[look];
  return (
    <>
      <rect width={band} height={height} fill={paintOf(look)} />
      {outline ? <rect x={band} width="3" height={height} fill={outline} /> : null}
    </>
  );
};

/** Who makes such pictures: the mark every page carries. */
const Sender = ({ card, setter }: { readonly card: Card; readonly setter: TypeSetter }) => {
  const { right, top, kicker: size } = measuresOf[card.shape];
  const wide = setter.widthOf(card.product, size);
  const x = sizes[card.shape].width - right - wide;
  return (
    <>
      <g
        {...coloured(action)}
        transform={`translate(${x - size * 1.35} ${top - size * 0.2}) scale(${(size * 1.15) / 28})`}
      >
        <Trail />
      </g>
      <Lines
        setter={setter}
        lines={[{ text: card.product, x, y: top + size * 0.82, size }]}
        fill={action}
      />
    </>
  );
};

interface PartProps {
  readonly card: Card;
  readonly placed: Placed;
  readonly setter: TypeSetter;
}

const Badge = ({ card: { badge, shape }, placed: { badgeY: y }, setter }: PartProps) => {
  if (!badge) return null;
  const { left, right, badge: largest } = measuresOf[shape];
  const { tint, strong } = palette[badge.look === 'elsewhere' ? 'unknown' : badge.look];
  const room = sizes[shape].width - left - right - largest * 2.8;
  const size = Math.min(largest, (largest * room) / setter.widthOf(badge.word, largest));
  const height = largest * BADGE;
  const width = size * 2.55 + setter.widthOf(badge.word, size);
  return (
    <>
      <rect
        {...{ x: left, y, width, height, rx: height / 2 }}
        fill={tint}
        stroke={strong}
        stroke-width="3"
      />
      <g
        {...coloured(strong)}
        transform={`translate(${left + size * 0.65} ${y + (height - size) / 2}) scale(${size / 16})`}
      >
        {icons[badge.look]}
      </g>
      <Lines
        setter={setter}
        lines={[{ text: badge.word, x: left + size * 1.95, y: y + height / 2 + size * 0.35, size }]}
        fill={ink}
      />
    </>
  );
};

/** The stacked bar of a town, and what its parts stand for. */
const Parts = ({ card: { bar, shape }, placed: { barY: y, legend }, setter }: PartProps) => {
  if (!bar) return null;
  const { left, right, bar: height, legend: size } = measuresOf[shape];
  const width = sizes[shape].width - left - right;
  const total = statuses.reduce((sum, status) => sum + bar.counts[status], 0);
  let x = left;
  return (
    <>
      {statuses.map((status) => {
        const wide = (width * bar.counts[status]) / total;
        const at = x;
        x += wide;
        const { outline } = palette[status];
        return wide === 0 ? null : (
          <rect
            {...{ x: at + 1, y, width: Math.max(2, wide - 3), height }}
            fill={paintOf(status)}
            stroke={outline}
            stroke-width={outline ? 2 : undefined}
          />
        );
      })}
      {legend.map(({ status, ...item }) => (
        <>
          <g
            {...coloured(palette[status].strong)}
            transform={`translate(${item.x} ${item.y}) scale(${size / 16})`}
          >
            {icons[status]}
          </g>
          <Lines
            setter={setter}
            lines={[{ text: item.text, x: item.x + size * 1.5, y: item.y + size * 0.85, size }]}
            fill={ink}
          />
        </>
      ))}
    </>
  );
};
