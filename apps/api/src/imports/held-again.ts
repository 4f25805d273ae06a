import { isRunning, timeline, type Day, type MeasureState, type Past } from '@klimaspur/domain';
import type { Edition } from './edition.js';
import { isStateType, standing, withNews, wordOf, type EntryWish } from './edition-state.js';
import { same } from './three-way.js';

/**
 * An older edition that comes later must not move what the newer ones found: where the state on that day would
 * be another, it is said again there.
 */
export const heldAgain = (
  news: readonly EntryWish[],
  history: readonly Past[],
  { laterDays, now }: Edition,
): EntryWish[] => {
  const again: EntryWish[] = [];
  if (news.length === 0) return again;
  for (const day of laterDays) again.push(...heldOn(day, [...news, ...again], history, now));
  return again;
};

const heldOn = (
  nextDay: Day,
  news: readonly EntryWish[],
  history: readonly Past[],
  now: string,
): EntryWish[] => {
  const before = standing(history, nextDay);
  const after = standing(withNews(history, news, now), nextDay);
  const evidence = textOf(news.at(-1))?.evidence;
  const [note, noteNow] = [history, withNews(history, news, now)].map((all) =>
    noteOn(all, nextDay),
  );
  const text = { ...(evidence ? { evidence } : {}), ...(note === undefined ? {} : { note }) };
  const data = { imported: true, ...(Object.keys(text).length > 0 ? { text } : {}) };
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
    ...(same(wordOf(before), wordOf(after))
      ? note !== noteNow && isRunning(before.implementation.value)
        ? [again('MeasureProgressReported')]
        : []
      : restored(before, again)),
  ];
};

interface StateText {
  readonly evidence?: unknown;
  readonly note?: string;
}
const textOf = (entry: { readonly data: object } | undefined) =>
  (entry?.data as { readonly text?: StateText } | undefined)?.text;

/** What the files noted last of the state until then. */
const noteOn = (history: readonly Past[], day: Day): string | undefined => {
  const told = timeline(history, { asOf: day }).filter(
    ({ type, data }) => isStateType(type) && data['imported'] === true,
  );
  return textOf(told.at(-1))?.note;
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
      return [again('MeasureImplementationCompleted', byThen), ...late];
    case 'ABANDONED':
      return [again('MeasureImplementationAbandoned', { reason: 'UNKNOWN', ...byThen }), ...late];
    case 'NOT_FEASIBLE':
      return [
        again('MeasureImplementationAbandoned', { reason: 'NOT_FEASIBLE', ...byThen }),
        ...late,
      ];
  }
};
