import { type Card, type Shape, sizes } from './card.js';
import type { TypeSetter } from './type-setter.js';
import type { Wrapped } from './wrap.js';

/** A line of text where it stands; `y` is its base line. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

interface Measures {
  /** Width of the coloured band at the left edge. */
  readonly band: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly gap: number;
  readonly kicker: number;
  /** From the largest to the smallest that is still read at a glance. */
  readonly titles: readonly number[];
  readonly titleLines: number;
  readonly badge: number;
  /** From the usual size to the smallest, for a fact that is long. */
  readonly facts: readonly number[];
  readonly bar: number;
  readonly legend: number;
  readonly notes: number;
  readonly address: number;
}

export const measuresOf: Readonly<Record<Shape, Measures>> = {
  landscape: {
    ...{ band: 40, left: 92, right: 60, top: 56, bottom: 40, gap: 26 },
    ...{
      kicker: 28,
      titles: [76, 68, 60, 54, 48, 42],
      titleLines: 4,
      badge: 38,
      facts: [29, 26, 23],
    },
    ...{ bar: 64, legend: 25, notes: 22, address: 20 },
  },
  portrait: {
    ...{ band: 52, left: 116, right: 76, top: 88, bottom: 72, gap: 44 },
    ...{ kicker: 36, titles: [104, 94, 84, 74, 66], titleLines: 6, badge: 54, facts: [42, 38, 34] },
    ...{ bar: 92, legend: 36, notes: 31, address: 27 },
  },
};

const LEADING = 1.16;
const FACT_LINES = 4;
/** Height of a badge, in sizes of its text. */
export const BADGE = 1.75;
/** Height of a row of the legend, in sizes of its text. */
const ROW = 1.6;

export interface Legend {
  readonly status: keyof NonNullable<Card['bar']>['counts'];
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where everything of a card stands. */
export interface Placed {
  readonly kicker: readonly Line[];
  readonly title: readonly Line[];
  /** Upper edge of badge and bar. */
  readonly badgeY: number;
  readonly barY: number;
  readonly legend: readonly Legend[];
  readonly fact: readonly Line[];
  /** The thin line above the notes. */
  readonly rule: number;
  readonly notes: readonly Line[];
  readonly address: readonly Line[];
}

export interface Setters {
  readonly regular: TypeSetter;
  readonly bold: TypeSetter;
}

/** Notes and address stand at the foot, the kicker at the head, all else in the middle between them. */
export const place = (card: Card, setters: Setters): Placed => {
  const m = measuresOf[card.shape];
  const width = sizes[card.shape].width - m.left - m.right;
  // The name of the product stands beside it.
  const beside = { width: width - m.kicker * 7, size: m.kicker };
  const kicker = packed(card.kicker, setters.bold, beside);
  const foot = footOf(card, setters.regular, width);
  const top = m.top + tall(kicker, m.kicker) + m.gap;
  return {
    kicker: block(kicker, { size: m.kicker, x: m.left, top: m.top }),
    ...middleOf(card, setters, { width, top, height: foot.rule - m.gap - top }),
    ...foot,
  };
};

const tall = (lines: readonly string[], size: number): number => lines.length * size * LEADING;

const block = (
  lines: readonly string[],
  { size, x, top }: { readonly size: number; readonly x: number; readonly top: number },
): Line[] =>
  lines.map((text, index) => ({ text, size, x, y: top + size * (0.82 + index * LEADING) }));

const footOf = (card: Card, setter: TypeSetter, width: number) => {
  const m = measuresOf[card.shape];
  const { lines: address } = setter.wrap(card.address, m.address, { width, lines: 3 });
  const notes = packed(card.notes, setter, { width, size: m.notes });
  const addressTop = sizes[card.shape].height - m.bottom - tall(address, m.address);
  const notesTop = addressTop - m.notes * 0.3 - tall(notes, m.notes);
  return {
    rule: notesTop - m.gap * 0.6,
    notes: block(notes, { size: m.notes, x: m.left, top: notesTop }),
    address: block(address, { size: m.address, x: m.left, top: addressTop }),
  };
};

interface Room {
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Title, badge, bar with legend, fact: as large as the title may be, and with what is left above and below alike. */
const middleOf = (card: Card, { regular, bold }: Setters, { width, top, height }: Room) => {
  const m = measuresOf[card.shape];
  const fact = fit(card.fact ?? '', regular, m.facts, () => ({ width, lines: FACT_LINES }));
  const legend = legendOf(card, regular, width);
  const badgeHeight = card.badge ? m.gap + m.badge * BADGE : 0;
  const barHeight = card.bar ? m.gap * 1.6 + m.bar + legend.rows * m.legend * ROW : 0;
  const factHeight = fact.lines.length > 0 ? m.gap * 0.7 + tall(fact.lines, fact.size) : 0;
  const below = badgeHeight + barHeight + factHeight;
  const title = fitTitle(card, bold, { width, height: height - below });
  const titleHeight = tall(title.lines, title.size);
  const titleTop = top + Math.max(0, (height - titleHeight - below) / 2);
  const badgeY = titleTop + titleHeight + m.gap;
  const barY = badgeY + badgeHeight;
  const legendY = barY + m.bar + m.gap * 0.6;
  const factTop = titleTop + titleHeight + badgeHeight + barHeight + m.gap * 0.7;
  return {
    title: block(title.lines, { size: title.size, x: m.left, top: titleTop }),
    ...{ badgeY, barY },
    legend: legend.items.map((item) => ({ ...item, x: m.left + item.x, y: legendY + item.y })),
    fact: block(fact.lines, { size: fact.size, x: m.left, top: factTop }),
  };
};

const fitTitle = ({ shape, title }: Card, setter: TypeSetter, room: Omit<Room, 'top'>) => {
  const { titles, titleLines } = measuresOf[shape];
  return fit(title, setter, titles, (size) => ({
    width: room.width,
    lines: Math.max(1, Math.min(titleLines, Math.floor(room.height / (size * LEADING)))),
  }));
};

/** In the largest type in which it fits without dividing a word; else in which it fits; else what fits of it. */
const fit = (
  text: string,
  setter: TypeSetter,
  sizes: readonly number[],
  roomFor: (size: number) => { readonly width: number; readonly lines: number },
): Wrapped & { readonly size: number } => {
  const tried = sizes.map((size) => ({ size, ...setter.wrap(text, size, roomFor(size)) }));
  return (
    tried.find(({ cut, split }) => !cut && !split) ?? tried.find(({ cut }) => !cut) ?? tried.at(-1)!
  );
};

/** As many of the parts on a line as fit there whole. */
const packed = (
  parts: readonly string[],
  setter: TypeSetter,
  { width, size }: { readonly width: number; readonly size: number },
): string[] => {
  const lines = parts.reduce((done: readonly string[], part) => {
    const joined = [...done.slice(-1), part].join(' · ');
    const fits = setter.widthOf(setter.drawable(joined), size) <= width;
    return fits ? [...done.slice(0, -1), joined] : [...done, part];
  }, []);
  return lines.flatMap((line) => setter.wrap(line, size, { width, lines: 2 }).lines);
};

const legendOf = ({ shape, bar }: Card, setter: TypeSetter, width: number) => {
  const { legend: size } = measuresOf[shape];
  const items: Legend[] = [];
  let [x, row] = [0, 0];
  for (const status of bar ? (Object.keys(bar.counts) as Legend['status'][]) : []) {
    if (!bar || bar.counts[status] === 0) continue;
    const text = `${bar.numbers[status]} ${bar.words[status]}`;
    const taken = size * 1.5 + setter.widthOf(text, size);
    if (x > 0 && x + taken > width) [x, row] = [0, row + 1];
    items.push({ status, x, y: row * size * ROW, text });
    x += taken + size * 1.4;
  }
  return { items, rows: items.length === 0 ? 0 : row + 1 };
};
