import { numberOf } from './days.js';
import { freshDays, staleAfterDays, type Entry } from '@klimaspur/domain';
import { END } from '../store/schema.js';
import type { Segment } from './rectangles.js';
import type { Told } from './story.js';

const dayOfNews = new WeakMap<Entry, number>();

/** The day number on which an entry makes a measure fresh; NaN: it does not. Asked of the domain once. */
const freshOn = (entry: Entry): number => {
  const known = dayOfNews.get(entry);
  if (known !== undefined) return known;
  const [day] = freshDays([entry]);
  const answer = day === undefined ? NaN : numberOf(day);
  dayOfNews.set(entry, answer);
  return answer;
};

/** The spans of days on which nothing had been recorded for too long, in ascending order. */
export const staleSpans = (told: readonly Told[]): Segment<true>[] => {
  const days: number[] = [];
  for (const { entry } of told) {
    const day = freshOn(entry);
    if (!Number.isNaN(day)) days.push(day);
  }
  days.sort((a, b) => a - b);
  const spans: Segment<true>[] = [];
  days.forEach((day, index) => {
    const from = day + staleAfterDays;
    const to = days[index + 1] ?? END;
    if (from < to) spans.push({ from, to, value: true });
  });
  return spans;
};
