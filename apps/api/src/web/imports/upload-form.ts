import { berlinDay, firstDay, isPartialDate } from '@klimaspur/domain';
import { refused } from '@klimaspur/files';
import { readSheetDate } from '@klimaspur/importers';
import { formProblemOf } from '../../errors/problem.js';
import type { FormError } from '../components/error-summary.js';
import type { Asked } from '../forms/asked.js';
import { errorsOf } from '../forms/errors-in.js';
import { IMPORT_MEGABYTES, MOST_FILES, type Received } from './receive-files.js';

/** The day the user says; a word that is no day comes back with what is wrong. */
export const standOf = (
  typed: string,
  { lang }: Asked,
): { readonly standOn?: string; readonly errors: readonly FormError[] } => {
  if (typed === '') return { errors: [] };
  const day = readSheetDate(typed);
  const wrong = (code: string, params = {}) => ({
    errors: [{ name: 'standOn', text: formProblemOf({ path: 'standOn', code, params }, lang) }],
  });
  if (day === undefined || !isPartialDate(day)) return wrong('field/not-a-date');
  const today = berlinDay(new Date().toISOString());
  return firstDay(day) > today
    ? wrong('field/in-the-future', { today })
    : { standOn: day, errors: [] };
};

/** What is wrong with what was sent, before anybody looks into it. */
export const fileErrors = ({ files, tooMany }: Received, asked: Asked): readonly FormError[] => {
  const { t, lang } = asked;
  if (tooMany) {
    return [{ name: 'file', text: t('import.file.tooMany', { limit: MOST_FILES }), status: 413 }];
  }
  if (files.length === 0) return [{ name: 'file', text: t('import.file.missing') }];
  return files.flatMap(({ name, bytes, tooLarge }) => {
    const most = { limit: IMPORT_MEGABYTES };
    const errors = tooLarge
      ? errorsOf(refused('file', 'file/too-large', most), lang)
      : bytes.length === 0
        ? errorsOf(refused('file', 'file/empty'), lang)
        : [];
    return errors.map((error) => ({
      ...error,
      text: ofFile(name, error.text, files.length, asked),
    }));
  });
};

/** Which file it is about, where there are several. */
export const ofFile = (name: string, text: string, count: number, { t }: Asked): string =>
  count > 1 ? t('import.file.named', { name, text }) : text;
