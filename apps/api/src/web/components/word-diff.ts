import { diffWordsWithSpace } from 'diff';

/** A run of words: in both texts, in the old one alone, or in the new one alone. */
export interface Run {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** Texts that differ in more places have little in common; both are shown whole. */
const MOST_EDITS = 400;
/** Words left beside a change, so that one sees where it is. */
const CONTEXT = 60;

/** From the old text to the new one; of what both have, only what stands beside a change. */
export const wordDiff = (from: string, to: string): readonly Run[] => {
  const parts = diffWordsWithSpace(from, to, { maxEditLength: MOST_EDITS });
  if (!parts) return [...run('old', from), ...run('new', to)];
  return parts.map(({ added, removed, value }, index): Run => {
    if (added || removed) return { kind: added ? 'new' : 'old', text: value };
    return { kind: 'same', text: shortened(value, index > 0, index < parts.length - 1) };
  });
};

const run = (kind: Run['kind'], text: string): Run[] => (text === '' ? [] : [{ kind, text }]);

/** The words next to the changes before and behind it. */
const shortened = (text: string, before: boolean, behind: boolean): string => {
  const head = before ? text.slice(0, CONTEXT).replace(/\s*\S*$/, '') : '';
  const tail = behind ? text.slice(-CONTEXT).replace(/^\S*\s*/, '') : '';
  return head.length + tail.length + 20 >= text.length ? text : `${head} … ${tail}`;
};
