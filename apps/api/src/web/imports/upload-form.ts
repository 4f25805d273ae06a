import { berlinDay, firstDay, isPartialDate } from '@klimaspur/domain';
import { readSheetDate } from '@klimaspur/importers';
import { fieldProblemOf } from '../../errors/problem.js';
import type { FormError } from '../components/error-summary.js';
import type { Asked } from '../forms/asked.js';

/** The day the user says; a word that is no day comes back with what is wrong. */
export const standOf = (
  typed: string,
  { lang }: Asked,
): { readonly standOn?: string; readonly errors: readonly FormError[] } => {
  if (typed === '') return { errors: [] };
  const day = readSheetDate(typed);
  const refused = (code: string, params = {}) => ({
    errors: [
      { name: 'standOn', text: fieldProblemOf({ path: 'standOn', code, params }, lang).detail },
    ],
  });
  if (day === undefined || !isPartialDate(day)) return refused('field/not-a-date');
  const today = berlinDay(new Date().toISOString());
  return firstDay(day) > today
    ? refused('field/in-the-future', { today })
    : { standOn: day, errors: [] };
};

/** What is wrong with what was sent, before anybody looks into it. */
export const fileErrors = (
  count: number,
  tooLarge: boolean,
  { t }: Asked,
): readonly FormError[] => {
  if (tooLarge) return [{ name: 'file', text: t('import.file.tooLarge') }];
  return count === 0 ? [{ name: 'file', text: t('import.file.missing') }] : [];
};
