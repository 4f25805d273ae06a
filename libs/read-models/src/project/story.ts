import { numberOf } from './days.js';
import {
  catalogue,
  freshDays,
  isEventType,
  timeline,
  type Entry,
  type Past,
} from '@klimaspur/domain';
import { BEGINNING } from '../store/schema.js';

/** An event with the running maximum of `recordedAt`, as every fold here needs it. */
export type KnownPast = Past & { readonly knownSince: number };

/** An entry and the day number from which it holds. */
export interface Told {
  readonly entry: Entry;
  readonly from: number;
  /** Day number on which it made a measure fresh; NaN: it does not. */
  readonly fresh: number;
}

/** What was known from one instant on: the story as it was told then. */
export interface KnowledgeStep {
  readonly knownFrom: number;
  readonly told: readonly Told[];
  /** The events [begin, end) of the history that became known. */
  readonly begin: number;
  readonly end: number;
}

const retold = new Map<string, boolean>();

/** Whether a second event of this type changes how the first is told: the domain is asked with one alone. */
const holdsFromTheBeginning = (past: Past): boolean => {
  const { type } = past;
  const known = retold.get(type);
  if (known !== undefined) return known;
  const alone = timeline([past])[0];
  // Of another version nothing is known: the next one may be of ours.
  if (alone === undefined) return false;
  const answer = isEventType(type) && alone.recordKeeping !== catalogue[type].recordKeeping;
  retold.set(type, answer);
  return answer;
};

/** The events after which what was told before is told differently: corrections, voids, second descriptions. */
const retellsAt = (history: readonly Past[]): number[] => {
  const seen = new Set<string>();
  const found: number[] = [];
  history.forEach((past, index) => {
    const { type } = past;
    if (type === 'EntryCorrected' || type === 'EntryVoided') found.push(index);
    else if (holdsFromTheBeginning(past)) {
      if (seen.has(type)) found.push(index);
      seen.add(type);
    }
  });
  return found;
};

/** The domain is asked about each entry alone, since what follows is the union of the answers. */
const freshOn = (entry: Entry): number => {
  const [day] = freshDays([entry]);
  return day === undefined ? NaN : numberOf(day);
};

const tell = (history: readonly Past[]): Told[] =>
  timeline(history).map((entry) => ({
    entry,
    from: entry.recordKeeping ? BEGINNING : numberOf(entry.effectiveOn),
    fresh: freshOn(entry),
  }));

/**
 * The steps in which a history became known, oldest first. `knownSince` never falls along a stream, so
 * each step knows a beginning of it; between two events that retell the story, what was known is a
 * part of one timeline, which is why that is asked for only once for all steps between them.
 */
export const knowledgeSteps = (history: readonly KnownPast[]): KnowledgeStep[] => {
  const ends = history.flatMap((past, index) =>
    history[index + 1]?.knownSince === past.knownSince ? [] : [index + 1],
  );
  const breaks = retellsAt(history);
  const steps: KnowledgeStep[] = [];
  let story: readonly Told[] = [];
  let storyEnd = 0;
  let begin = 0;
  for (const end of ends) {
    if (end > storyEnd) {
      const nextBreak = breaks.find((index) => index >= end) ?? history.length;
      storyEnd = ends.findLast((other) => other <= nextBreak) ?? end;
      story = tell(history.slice(0, storyEnd));
    }
    const last = (history[end - 1] as KnownPast).revision;
    const told = end === storyEnd ? story : story.filter(({ entry }) => entry.revision <= last);
    steps.push({ knownFrom: (history[end - 1] as KnownPast).knownSince, told, begin, end });
    begin = end;
  }
  return steps;
};
