import { ownEntry } from '../own-entry.js';
import type { SheetRow } from './sheet-row.js';
import { readStatus, type StatusMeaning } from './status-words.js';
import { isAnswer, isTick, stateNamed } from './tick-columns.js';

/** Of several crosses in a row the first of these counts: what has been begun and completed is completed. */
const ranks: readonly StatusMeaning[] = [
  'ABANDONED',
  'NOT_FEASIBLE',
  'COMPLETED',
  'PAUSED',
  'ONGOING',
  'IN_PROGRESS',
  'PLANNED',
];
const rankOf = (word: string) =>
  ranks.findIndex((meaning) => readStatus(word)?.meaning === meaning) + 1 || ranks.length + 1;

/** What a row says of the state, in words of the column of states or by crosses below names of states. */
export const stateSaid = (
  sheet: SheetRow,
): { readonly said: string | undefined; readonly ticked: boolean } => {
  const cells = sheet.said('status');
  const answers = cells.filter(
    ({ column, text }) =>
      ownEntry(sheet.statusWords, text.toLowerCase()) === undefined &&
      isAnswer(text) &&
      stateNamed(column) !== undefined,
  );
  const words = cells.filter((cell) => !answers.includes(cell));
  if (words.length > 0) {
    const lines = words.map(({ column, text }) => `${column}: ${text}`).join('\n\n');
    return { said: answers.length === 0 ? sheet.text('status') : lines, ticked: false };
  }
  const named = [...answers, ...sheet.said('startedOn'), ...sheet.said('endedOn')].flatMap(
    ({ column, text }) => (isTick(text) ? (stateNamed(column) ?? []) : []),
  );
  if (named.length > 0) {
    return { said: named.toSorted((a, b) => rankOf(a) - rankOf(b)).join(', '), ticked: true };
  }
  // „begonnen: nein, abgeschlossen: nein“ would begin with a word that is read.
  const [denied] = answers;
  const columns = answers.map(({ column }) => column).join(', ');
  // A sign alone would leave the name of the column as the word.
  const no = denied && (/\p{L}/u.test(denied.text) ? denied.text : 'nein');
  return { said: no && `${no} (${columns})`, ticked: false };
};
