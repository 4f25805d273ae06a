import type { Entry } from '@klimaspur/domain';
import { Fold } from './folds.js';
import { Rectangles, type Rectangle, type Segment } from './rectangles.js';
import { knowledgeSteps, type KnownPast } from './story.js';

/**
 * The rectangles of something small (a town, a field, a placement), told as a whole each time.
 * `look` says what is to be shown of a state; null: it is not there.
 */
export const rectanglesOf = <S, T>(
  history: readonly KnownPast[],
  initial: S,
  evolve: (state: S, entry: Entry) => S,
  look: (state: S) => T | null,
): readonly Rectangle<T>[] => {
  const fold = new Fold(initial, evolve);
  const rectangles = new Rectangles<T>((a, b) => JSON.stringify(a) === JSON.stringify(b));
  for (const step of knowledgeSteps(history)) {
    rectangles.know(step.knownFrom, looked(fold.segments(step), look));
  }
  return rectangles.all;
};

const looked = <S, T>(
  segments: readonly Segment<S>[],
  look: (state: S) => T | null,
): Segment<T>[] => {
  const shown: { from: number; to: number; value: T }[] = [];
  for (const { from, to, value } of segments) {
    const seen = look(value);
    if (seen === null) continue;
    const last = shown.at(-1);
    if (last?.to === from && JSON.stringify(last.value) === JSON.stringify(seen)) last.to = to;
    else shown.push({ from, to, value: seen });
  }
  return shown;
};
