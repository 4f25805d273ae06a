import type { Status } from '@klimaspur/domain';
import { type Counts, totalOf } from './counts.js';
import { statuses } from './palette.js';

/** The counts that hold from this day until the next one. */
export interface DayCounts {
  /** `2024-05-13` */
  readonly day: string;
  readonly counts: Counts;
}

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

/** A chart ends with the end of its last day, so that what happened on it is seen. */
export const dayAfter = (day: string): string =>
  new Date((dayNumber(day) + 1) * 86_400_000).toISOString().slice(0, 10);

/** Where a day lies between two others, from 0 to 1. */
export const position = (day: string, from: string, until: string): number =>
  Math.min(
    1,
    Math.max(0, (dayNumber(day) - dayNumber(from)) / (dayNumber(until) - dayNumber(from))),
  );

/**
 * At most `most` steps: of the days that fall into one slice of time the last is kept, and the first day
 * always, so that beginning and end are exact.
 */
export function thinned(days: readonly DayCounts[], until: string, most: number): DayCounts[] {
  const [first] = days;
  if (!first || days.length <= most) return [...days];
  const slices = new Map<number, DayCounts>([[-1, first]]);
  for (const day of days) {
    slices.set(Math.floor(position(day.day, first.day, until) * (most - 1)), day);
  }
  return [...slices.values()];
}

export interface Block {
  readonly status: Status;
  /** All from 0 to 1; `y` from the top. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The stepped areas as rectangles; neighbours of equal height are one. `top` is the count at the upper edge. */
export function blocksOf(days: readonly DayCounts[], until: string, top: number): Block[] {
  const from = days[0]?.day ?? until;
  return statuses.flatMap((status) => {
    const blocks: Block[] = [];
    days.forEach(({ day, counts }, index) => {
      const x = position(day, from, until);
      const width = position(days[index + 1]?.day ?? until, from, until) - x;
      const height = counts[status] / top;
      const y = 1 - below(counts, status) / top - height;
      const last = blocks.at(-1);
      if (last && last.y === y && last.height === height && touches(last, x)) {
        blocks[blocks.length - 1] = { ...last, width: x + width - last.x };
      } else if (height > 0 && width > 0) {
        blocks.push({ status, x, y, width, height });
      }
    });
    return blocks;
  });
}

/** Areas thinner than this share of the height are not cut: nothing would be left of them. */
const LEAST_HEIGHT = 0.014;

/** The edges between areas, as a path in a square of 1000: neighbours are parted by paper. */
export function edgesOf(days: readonly DayCounts[], until: string, top: number): string {
  const from = days[0]?.day ?? until;
  const x = (day: string) => Math.round(position(day, from, until) * 1000);
  const y = (counts: Counts, status: Status) =>
    Math.round((1 - (below(counts, status) + counts[status]) / top) * 1000);
  return statuses
    .map((status) => {
      let path = '';
      let at: number | null = null;
      days.forEach(({ day, counts }, index) => {
        const height = isEdge(counts, status, top) ? y(counts, status) : null;
        if (at !== null && height !== at) path += `H${x(day)}`;
        if (height !== null && at === null) path += `M${x(day)} ${height}`;
        else if (height !== null && height !== at) path += `V${height}`;
        at = height;
        if (at !== null && index === days.length - 1) path += `H${x(until)}`;
      });
      return path;
    })
    .join('');
}

/** Whether an area and the one above it are both there, and thick enough. */
const isEdge = (counts: Counts, status: Status, top: number): boolean => {
  const above = statuses.slice(statuses.indexOf(status) + 1).find((other) => counts[other] > 0);
  const thinner = above ? Math.min(counts[status], counts[above]) : 0;
  return thinner / top >= LEAST_HEIGHT;
};

const touches = (block: Block, x: number) => Math.abs(block.x + block.width - x) < 1e-9;

/** Statuses are piled in their order: what is completed lies at the bottom. */
const below = (counts: Counts, status: Status): number =>
  statuses.slice(0, statuses.indexOf(status)).reduce((sum, other) => sum + counts[other], 0);

/** The first days of the years between two days. */
export const newYears = (from: string, until: string): string[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: last - first }, (_, index) => `${first + index + 1}-01-01`);
};

/** Rows for the table: the state at the beginning, at each turn of the year, and at the end. */
export function yearlyRows(days: readonly DayCounts[], until: string): DayCounts[] {
  const [first] = days;
  if (!first) return [];
  const at = (day: string) => ({
    day,
    counts: days.findLast((step) => step.day <= day)?.counts ?? first.counts,
  });
  return [first.day, ...newYears(first.day, until), until]
    .filter((day, index, all) => all.indexOf(day) === index)
    .map(at);
}

export const largest = (days: readonly DayCounts[]): number =>
  Math.max(0, ...days.map(({ counts }) => totalOf(counts)));
