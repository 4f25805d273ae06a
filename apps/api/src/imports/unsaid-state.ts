import {
  berlinDay,
  isEnded,
  measureState,
  timeline,
  type MeasureState,
  type Past,
} from '@klimaspur/domain';
import type { ImportedEntry } from '@klimaspur/importers';
import { asPast, type Edition } from './edition.js';
import { isStateType, standing, withNews, wordOf, type EntryWish } from './edition-state.js';
import { same } from './three-way.js';

/** Axis C and a reported delay, as an edition tells them. */
export type StateWord = ReturnType<typeof wordOf>;

/** A newer edition takes back what an earlier one said, and no entry can say that. */
export interface UnsaidState {
  /** What the files said until now. */
  readonly before: StateWord;
  /** What stands here now: the same, or that and what an entry could say of the change. */
  readonly stands: StateWord;
  /** What the file says now, in its own words; '' where its cell is empty. */
  readonly now: string;
  /** Imported entries without which the measure stands as the file says; none where that is not enough. */
  readonly entries: readonly string[];
}

/** A delay alone says nothing of how far the work is, but that it is not over. */
const isAs = (theirs: MeasureState, there: MeasureState): boolean => {
  const [said, stands] = [wordOf(theirs), wordOf(there)];
  if (said.delayed !== stands.delayed) return false;
  return said.delayed && said.implementation === 'UNKNOWN'
    ? !isEnded(there.implementation.value)
    : said.implementation === stands.implementation;
};

/**
 * What the newest edition says of the state and no entry expresses: „in Arbeit“, then „unbekannt“. Only where files
 * contradict each other; what a person recorded is not theirs to take back.
 */
export const unsaidState = (
  {
    entries,
    stateWord,
  }: { readonly entries: readonly ImportedEntry[]; readonly stateWord?: string },
  history: readonly Past[],
  news: readonly EntryWish[],
  { day, nextDay, now }: Edition,
): UnsaidState | undefined => {
  if (stateWord === undefined || nextDay !== null) return undefined;
  const all = withNews(history, news, now);
  const told = timeline(all, { asOf: day }).filter(
    ({ type, data }) => isStateType(type) && data['imported'] === true,
  );
  const theirs = measureState(
    timeline(
      entries
        .filter(({ type }) => isStateType(type))
        .map((entry, index) => asPast(entry, index, now)),
    ),
  );
  const said = measureState(told);
  const stands = standing(all, berlinDay(now));
  // Where persons moved it on, their word stands.
  if (!same(wordOf(said), wordOf(stands)) || isAs(theirs, said)) return undefined;
  const known = new Set(history.map(({ id }) => id));
  const takenBack = told.filter(({ id }) => known.has(id)).toReversed();
  const before = measureState(told.filter(({ id }) => known.has(id)));
  const count = takenBack.findIndex((_, index) => {
    const dropped = new Set(takenBack.slice(0, index + 1).map(({ id }) => id));
    return isAs(
      theirs,
      standing(
        all.filter(({ id }) => !dropped.has(id)),
        day,
      ),
    );
  });
  return {
    before: wordOf(before),
    stands: wordOf(stands),
    now: stateWord,
    entries: takenBack.slice(0, count + 1).map(({ id }) => id),
  };
};

export const isSameState = (a: StateWord, b: StateWord): boolean => same(a, b);
