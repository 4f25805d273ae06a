import { staleAfterDays } from '@klimaspur/domain';
import { END } from '../store/schema.js';
import type { Segment } from './rectangles.js';
import type { Told } from './story.js';

/** The spans of days on which nothing had been recorded for too long, in ascending order. */
export const staleSpans = (told: readonly Told[]): Segment<true>[] => {
  const days: number[] = [];
  for (const { fresh } of told) if (!Number.isNaN(fresh)) days.push(fresh);
  days.sort((a, b) => a - b);
  const spans: Segment<true>[] = [];
  days.forEach((day, index) => {
    const from = day + staleAfterDays;
    const to = days[index + 1] ?? END;
    if (from < to) spans.push({ from, to, value: true });
  });
  return spans;
};
