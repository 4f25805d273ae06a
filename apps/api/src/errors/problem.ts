import type { Issue } from '@klimaspur/domain';
import { type Lang, messageFor, messages } from '@klimaspur/messages';
import type { ReadRefusal } from './read-refusal.js';
import { statuses } from './statuses.js';

/** One field that is wrong: `field` is its path in the request's body. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** RFC 9457 problem details. `code` is stable, `title` and `detail` are for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly FieldProblem[];
  readonly [member: string]: unknown;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The document for a refusal, in the reader's language. `instance` is the address without its query. */
export function problemOf(refusal: ReadRefusal, lang: Lang, instance: string): Problem {
  const { code, params = {}, issues = [], members = {} } = refusal;
  const status = statuses[code];
  const fields = issues.filter(({ path }) => path !== '');
  return {
    type: `urn:klimaspur:problem:${code}`,
    title: textOf(lang, `title.${status}`, {}),
    status,
    code,
    detail: textOf(lang, code, { ...params, count: params['count'] ?? fields.length }),
    instance,
    ...(fields.length > 0 ? { errors: fields.map((issue) => fieldProblemOf(issue, lang)) } : {}),
    ...members,
  };
}

/** What is wrong with one field. */
export const fieldProblemOf = ({ path, code, params }: Issue, lang: Lang): FieldProblem => ({
  field: path,
  code,
  detail: textOf(lang, code, params),
});

/** The same where no codes can be typed: beside a choice, those that are allowed would say nothing. */
export const formProblemOf = (issue: Issue, lang: Lang): string =>
  issue.code === 'field/unknown-code'
    ? messages(lang)('form.problem.choice')
    : fieldProblemOf(issue, lang).detail;

const textOf = (lang: Lang, code: string, params: Readonly<Record<string, unknown>>): string =>
  messageFor(lang, `problem.${code}`, params) ?? code;
