import type { MeasureState, Past } from '@klimaspur/domain';
import type { Edition } from './edition.js';
import { standing, withNews, wordOf, type EntryWish } from './edition-state.js';
import { same } from './three-way.js';

/**
 * An older edition that comes later must not move what the next newer one found: where the state on that day would
 * be another, it is said again there.
 */
export const heldAgain = (
  news: readonly EntryWish[],
  history: readonly Past[],
  { nextDay, now }: Edition,
): EntryWish[] => {
  if (nextDay === null || news.length === 0) return [];
  const before = standing(history, nextDay);
  const after = standing(withNews(history, news, now), nextDay);
  const { text } = (news.at(-1)?.data ?? {}) as { text?: { evidence?: unknown } };
  const evidence = text?.evidence;
  const data = { imported: true, ...(evidence ? { text: { evidence } } : {}) };
  const again = (type: string, more: object = {}): EntryWish => ({
    type,
    data: { ...data, ...more },
    occurredOn: nextDay,
  });
  const dates = {
    ...(before.plannedStart && before.plannedStart.value !== after.plannedStart?.value
      ? { plannedStart: before.plannedStart.value }
      : {}),
    ...(before.plannedEnd && before.plannedEnd.value !== after.plannedEnd?.value
      ? { plannedEnd: before.plannedEnd.value }
      : {}),
  };
  return [
    ...(Object.keys(dates).length > 0 ? [again('MeasureRescheduled', dates)] : []),
    ...(same(wordOf(before), wordOf(after)) ? [] : restored(before, again)),
  ];
};

/** The next edition says that it is so, and not since when. */
const byThen = { dayIsLatest: true };

const restored = (
  { implementation, delay, permanent }: MeasureState,
  again: (type: string, more?: object) => EntryWish,
): EntryWish[] => {
  const late = delay === null ? [] : [again('MeasureDelayReported')];
  switch (implementation.value) {
    case 'UNKNOWN':
      return late;
    case 'PLANNED':
      return [again('MeasureImplementationPlanned'), ...late];
    case 'IN_PROGRESS':
    case 'ONGOING':
      return [
        again('MeasureImplementationStarted', {
          ...(permanent ? { duration: 'PERMANENT' } : {}),
          ...byThen,
        }),
        ...late,
      ];
    case 'PAUSED':
      return [again('MeasureImplementationPaused', byThen), ...late];
    case 'COMPLETED':
      return [again('MeasureImplementationCompleted', byThen)];
    case 'ABANDONED':
      return [again('MeasureImplementationAbandoned', { reason: 'UNKNOWN', ...byThen })];
    case 'NOT_FEASIBLE':
      return [again('MeasureImplementationAbandoned', { reason: 'NOT_FEASIBLE', ...byThen })];
  }
};
