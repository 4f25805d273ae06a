import type { Cell } from '../tables/table.js';
import { isBlankSign } from './amount.js';
import { readStatus } from './status-words.js';

const plain = (said: string) => said.trim().replace('\ufe0f', '').toLowerCase();
const ticks = new Set(['x', '✓', '✔', '✅', '☑', '☒', 'ja', 'yes', 'wahr', 'true']);
const denials = new Set(['nein', 'no', 'falsch', 'false', '☐', '✗', '✘', '❌']);

/** A cross, or a yes: what its column is named for is so. */
export const isTick = (said: string): boolean => ticks.has(plain(said));
export const isAnswer = (said: string) => isTick(said) || denials.has(plain(said));

const longestState = 80;

/** „begonnen“, „Status: offen“: the state that a heading names. */
export const stateNamed = (heading: string): string | undefined => {
  if (heading.length > longestState) return undefined;
  const word = heading
    .replace(/^(?:(?:umsetzungs)?(?:status|stand)|umsetzung)\b[\s:–-]*/iu, '')
    .trim();
  const meaning = readStatus(word)?.meaning;
  return meaning === undefined || meaning === 'NOTHING' ? undefined : word;
};

/** Named by a state, and holding nothing that is no answer to it. */
export const isTickColumn = (heading: string, cells: readonly Cell[]): boolean =>
  stateNamed(heading) !== undefined &&
  cells.every(({ text }) => isAnswer(text) || isBlankSign(text));
