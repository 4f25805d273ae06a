import { measureState, timeline, type MeasureState, type Past } from '@klimaspur/domain';
import { asPast } from './edition.js';
import { same } from './three-way.js';

/** What is to be recorded, before it has a place in a file. */
export interface EntryWish {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: string | null;
}

const stateTypes = new Set<string>([
  'MeasureImplementationPlanned',
  'MeasureImplementationStarted',
  'MeasureProgressReported',
  'MeasureImplementationPaused',
  'MeasureImplementationResumed',
  'MeasureImplementationCompleted',
  'MeasureImplementationAbandoned',
  'MeasureDelayReported',
]);

/** Axis C, and a reported delay. */
export const isStateType = (type: string): boolean => stateTypes.has(type);

/** How a measure stands on a day. */
export const standing = (history: readonly Past[], day: string): MeasureState =>
  measureState(timeline(history, { asOf: day }));

/** The history with what is to be recorded. */
export const withNews = (
  history: readonly Past[],
  news: readonly EntryWish[],
  now: string,
): Past[] => [...history, ...news.map((wish, index) => asPast(wish, history.length + index, now))];

/** What a state says, without the days on which it came about. */
export const wordOf = (state: MeasureState) => ({
  implementation: state.implementation.value,
  delayed: state.delay !== null,
});

/** Whether a file says what stands there; one that tells a delay alone says nothing of how far the work is. */
export const says = (theirs: MeasureState, there: MeasureState): boolean => {
  const { implementation, delayed } = wordOf(there);
  const isSilent = theirs.implementation.value === 'UNKNOWN';
  return same(wordOf(theirs), { implementation: isSilent ? 'UNKNOWN' : implementation, delayed });
};
