import { checkFields, DomainError, type Fields, type Issue } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { formProblemOf } from '../../errors/problem.js';
import { isProblemCode, statuses } from '../../errors/statuses.js';
import type { FormError } from '../components/error-summary.js';

/** What is wrong with a form that is no command: by the same rules and in the same words. */
export const errorsIn = (
  fields: Fields,
  said: Readonly<Record<string, unknown>>,
  lang: Lang,
): FormError[] => inWords(checkFields(fields, filledIn(said)), lang);

/** Why something was refused, as a form says it; `name`: the field, where it has another name there. */
export const errorsOf = (error: unknown, lang: Lang, name?: string): FormError[] => {
  if (!(error instanceof DomainError)) throw error;
  return inWords(error.issues, lang, name);
};

const inWords = (issues: readonly Issue[], lang: Lang, name?: string): FormError[] =>
  issues.map((issue) => ({
    name: name ?? issue.path,
    text: formProblemOf(issue, lang),
    ...(isProblemCode(issue.code) ? { status: statuses[issue.code] } : {}),
  }));

/** What a form that comes back is answered with. */
export const statusOf = (errors: readonly FormError[]): number =>
  errors.length === 0 ? 200 : (errors.find(({ status }) => status !== undefined)?.status ?? 400);

const filledIn = (said: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
