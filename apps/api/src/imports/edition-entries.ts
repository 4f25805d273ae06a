import {
  isRunning,
  measureState,
  timeline,
  type Entry,
  type MeasureState,
  type Past,
} from '@klimaspur/domain';
import type { ImportedEntry } from '@klimaspur/importers';
import { asPast, type Edition } from './edition.js';
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

/**
 * The differences between what an edition says of a measure and what the editions before it said, as entries of its
 * day: nothing where its word is the same, nothing where others told it already. Where newer editions are here, what
 * held on the day of the next one holds there again.
 */
export const editionEntries = (
  entries: readonly ImportedEntry[],
  history: readonly Past[],
  edition: Edition,
): EntryWish[] => {
  const story = timeline(history);
  const states = entries.filter(({ type }) => stateTypes.has(type));
  const news = [
    ...entries.filter((entry) => entry.type === 'MeasureDecided' && !isDecided(entry, story)),
    ...entries.filter(
      (entry) => entry.type === 'MeasureAssessed' && !isAssessed(entry, history, edition),
    ),
    ...entries.flatMap((entry) =>
      entry.type === 'MeasureRescheduled' ? newDates(entry, story, history, edition) : [],
    ),
    ...newStates(states, story, history, edition),
  ];
  return [...news, ...heldAgain(news, history, edition)];
};

/** A vote that is known; one whose body an edition names for the first time is final only now. */
const isDecided = (entry: ImportedEntry, story: readonly Entry[]) =>
  story.some(
    ({ type, occurredOn, data }) =>
      type === 'MeasureDecided' &&
      occurredOn === entry.occurredOn &&
      (data['final'] === true || (entry.data as { final?: boolean }).final !== true),
  );

const standing = (history: readonly Past[], day: string): MeasureState =>
  measureState(timeline(history, { asOf: day }));

const isAssessed = (entry: ImportedEntry, history: readonly Past[], { day }: Edition): boolean => {
  const { assessment } = standing(history, day);
  const { scale, rating } = entry.data as { scale?: string; rating?: string };
  return assessment?.scale === scale && assessment?.rating === rating;
};

const wordOfFiles = (story: readonly Entry[], { day }: Edition, types: (type: string) => boolean) =>
  story.filter(
    ({ type, data, effectiveOn }) => types(type) && data['imported'] === true && effectiveOn <= day,
  );

/** Planned dates: only those that the file itself has moved, and nobody has told yet. */
const newDates = (
  entry: ImportedEntry,
  story: readonly Entry[],
  history: readonly Past[],
  edition: Edition,
): EntryWish[] => {
  const base = measureState(
    wordOfFiles(story, edition, (type) => type === 'MeasureRescheduled' || stateTypes.has(type)),
  );
  const now = standing(history, edition.day);
  const said = entry.data as { plannedStart?: string; plannedEnd?: string };
  const isNews = (['plannedStart', 'plannedEnd'] as const).some(
    (key) =>
      said[key] !== undefined && said[key] !== base[key]?.value && said[key] !== now[key]?.value,
  );
  return isNews ? [entry] : [];
};

/** What a state says, without the days on which it came about. */
const wordOf = (state: MeasureState) => ({
  implementation: state.implementation.value,
  delayed: state.delay !== null,
});

const noteOf = (entries: readonly { readonly data: unknown }[]): string | undefined => {
  const last = entries.at(-1)?.data as { text?: { note?: string } } | undefined;
  return last?.text?.note;
};

const newStates = (
  states: readonly ImportedEntry[],
  story: readonly Entry[],
  history: readonly Past[],
  edition: Edition,
): EntryWish[] => {
  if (states.length === 0) return [];
  const told = wordOfFiles(story, edition, (type) => stateTypes.has(type));
  const base = measureState(told);
  const theirs = measureState(
    timeline(states.map((state, index) => asPast(state, index, edition.now))),
  );
  const now = standing(history, edition.day);
  const percent = theirs.percent === null || theirs.percent === base.percent;
  const noted = noteOf(states) === noteOf(told);
  const dated = states.every((state) => isUndated(state, edition) || isTold(state, story));
  if (same(wordOf(theirs), wordOf(base)) && percent && noted && dated) return [];
  if (
    same(wordOf(theirs), wordOf(now)) &&
    (theirs.percent ?? now.percent) === now.percent &&
    dated
  ) {
    return noted || told.length === 0 || !isRunning(now.implementation.value)
      ? []
      : [progress(states.at(-1)!)];
  }
  return states.flatMap((state) => step(state, now, story, edition));
};

const isUndated = ({ occurredOn }: ImportedEntry, { standOn }: Edition) =>
  occurredOn === null || occurredOn === standOn;

const isTold = (entry: ImportedEntry, story: readonly Entry[]) =>
  story.some(({ type, occurredOn }) => type === entry.type && occurredOn === entry.occurredOn);

const progress = ({ data, occurredOn }: ImportedEntry): EntryWish => {
  const { text } = data as { text?: object };
  return {
    type: 'MeasureProgressReported',
    data: { imported: true, ...(text ? { text } : {}) },
    occurredOn,
  };
};

/** A state on the way from what stood before: work that has begun does not begin again. */
const step = (
  state: ImportedEntry,
  now: MeasureState,
  story: readonly Entry[],
  edition: Edition,
): EntryWish[] => {
  if (!isUndated(state, edition) && isTold(state, story)) return [];
  if (state.type !== 'MeasureImplementationStarted' || !isUndated(state, edition)) return [state];
  if (!isRunning(now.implementation.value)) return [state];
  const { imported, text } = state.data;
  if (now.implementation.value === 'PAUSED') {
    return [
      {
        type: 'MeasureImplementationResumed',
        data: { imported, text },
        occurredOn: state.occurredOn,
      },
    ];
  }
  const turnsPermanent = state.data.duration === 'PERMANENT' && !now.permanent;
  return [turnsPermanent ? state : progress(state)];
};

/**
 * An older edition that comes later must not move what the next newer one found: where the state on that day would
 * be another, it is said again there.
 */
const heldAgain = (
  news: readonly EntryWish[],
  history: readonly Past[],
  { nextDay, now }: Edition,
): EntryWish[] => {
  if (nextDay === null || news.length === 0) return [];
  const before = standing(history, nextDay);
  const added = news.map((wish, index) => asPast(wish, history.length + index, now));
  const after = standing([...history, ...added], nextDay);
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
        again('MeasureImplementationStarted', permanent ? { duration: 'PERMANENT' } : {}),
        ...late,
      ];
    case 'PAUSED':
      return [again('MeasureImplementationPaused'), ...late];
    case 'COMPLETED':
      return [again('MeasureImplementationCompleted')];
    case 'ABANDONED':
      return [again('MeasureImplementationAbandoned', { reason: 'UNKNOWN' })];
    case 'NOT_FEASIBLE':
      return [again('MeasureImplementationAbandoned', { reason: 'NOT_FEASIBLE' })];
  }
};
