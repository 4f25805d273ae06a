import type { Status } from '@klimaspur/domain';
import { statuses } from './palette.js';

/** How many measures stand where. */
export type Counts = Readonly<Record<Status, number>>;

export const totalOf = (counts: Counts): number =>
  statuses.reduce((sum, status) => sum + counts[status], 0);

/** Statuses that occur, in the order in which they are shown. */
export const present = (all: readonly Counts[]): readonly Status[] =>
  statuses.filter((status) => all.some((counts) => counts[status] > 0));

/** A percentage for an SVG attribute. */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;
