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
import { isStateType, says, standing, withNews, wordOf, type EntryWish } from './edition-state.js';
import { heldAgain } from './held-again.js';
import { same } from './three-way.js';

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
  const states = entries.filter(({ type }) => isStateType(type));
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
    wordOfFiles(story, edition, (type) => type === 'MeasureRescheduled' || isStateType(type)),
  );
  const now = standing(history, edition.day);
  const said = entry.data as { plannedStart?: string; plannedEnd?: string };
  const isNews = (['plannedStart', 'plannedEnd'] as const).some(
    (key) =>
      said[key] !== undefined && said[key] !== base[key]?.value && said[key] !== now[key]?.value,
  );
  return isNews ? [entry] : [];
};

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
  const told = wordOfFiles(story, edition, (type) => isStateType(type));
  const base = measureState(told);
  const theirs = measureState(
    timeline(states.map((state, index) => asPast(state, index, edition.now))),
  );
  const now = standing(history, edition.day);
  const percent = theirs.percent === null || theirs.percent === base.percent;
  const noted = noteOf(states) === noteOf(told);
  const dated = states.every((state) => isUndated(state, edition) || isTold(state, story));
  if (says(theirs, base) && percent && noted && dated) return [];
  if (says(theirs, now) && (theirs.percent ?? now.percent) === now.percent && dated) {
    return noted || told.length === 0 || !isRunning(now.implementation.value)
      ? []
      : [progress(states.at(-1)!)];
  }
  const steps = states.flatMap((state) =>
    step(state, now, story, edition, state === states.at(-1)),
  );
  return noted && isRepeated(steps, told, history, edition) ? [] : steps;
};

/** Told by this edition before, or weighed then, and would move nothing: a state that contradicts the ones before it. */
const isRepeated = (
  steps: readonly EntryWish[],
  told: readonly Entry[],
  history: readonly Past[],
  edition: Edition,
): boolean => {
  const { day, now } = edition;
  const isWeighed = (wish: EntryWish) => edition.isKnown && isUndated(wish, edition);
  if (!steps.every((wish) => isTold(wish, told) || isWeighed(wish))) return false;
  const before = standing(history, day);
  const after = standing(withNews(history, steps, now), day);
  return same(wordOf(before), wordOf(after)) && before.percent === after.percent;
};

const isUndated = ({ occurredOn }: EntryWish, { standOn }: Edition) =>
  occurredOn === null || occurredOn === standOn;

const isTold = (entry: EntryWish, story: readonly Entry[]) =>
  story.some(({ type, occurredOn }) => type === entry.type && occurredOn === entry.occurredOn);

const progress = ({ data, occurredOn }: ImportedEntry): EntryWish => {
  const { text } = data as { text?: object };
  return {
    type: 'MeasureProgressReported',
    data: { imported: true, ...(text ? { text } : {}) },
    occurredOn,
  };
};

/**
 * A state on the way from what stood before: work that has begun does not begin again; that it goes on is told only
 * where the edition tells nothing else of it.
 */
const step = (
  state: ImportedEntry,
  now: MeasureState,
  story: readonly Entry[],
  edition: Edition,
  isLast: boolean,
): EntryWish[] => {
  if (!isUndated(state, edition) && isTold(state, story)) return [];
  if (state.type !== 'MeasureImplementationStarted' || !isUndated(state, edition)) return [state];
  if (!isRunning(now.implementation.value)) return [state];
  const { imported, text } = state.data;
  // A resumption leaves a delay as it is; progress ends it.
  if (now.implementation.value === 'PAUSED' && !(isLast && now.delay)) {
    return [
      {
        type: 'MeasureImplementationResumed',
        data: { imported, text },
        occurredOn: state.occurredOn,
      },
    ];
  }
  const turnsPermanent = state.data.duration === 'PERMANENT' && !now.permanent;
  if (turnsPermanent) return [state];
  return isLast ? [progress(state)] : [];
};
