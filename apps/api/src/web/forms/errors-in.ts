import { checkFields, type Fields } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { formProblemOf } from '../../errors/problem.js';
import type { FormError } from '../components/error-summary.js';

/** What is wrong with a form that is no command: by the same rules and in the same words. */
export const errorsIn = (
  fields: Fields,
  said: Readonly<Record<string, unknown>>,
  lang: Lang,
): FormError[] =>
  checkFields(fields, filledIn(said)).map((issue) => ({
    name: issue.path,
    text: formProblemOf(issue, lang),
  }));

const filledIn = (said: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
