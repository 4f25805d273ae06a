import type { Translate } from '@klimaspur/messages';
import { dateFieldValue, type DateFieldValue } from '../components/date-field-value.js';
import type { FormError } from '../components/error-summary.js';
import type { FieldProps } from '../components/field.js';
import { type Typed, typedList, typedText } from './typed.js';

/** A form as it is shown: what stands in it, and what came of sending it. */
export interface FormState {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  /** What must be filled in elsewhere before this form can be sent. */
  readonly missing?: readonly FormError[];
  /** Made with the form: sending it twice records once. */
  readonly key: string;
  /** Of the stream whose texts the form replaces. */
  readonly revision?: number;
  /** What somebody else saved meanwhile. */
  readonly theirs?: Typed;
  readonly status: number;
}

type Own = Pick<FieldProps, 't' | 'name' | 'error' | 'theirs'>;

/** What the fields of a form are given by their names. */
export interface FormFields {
  readonly t: Translate;
  readonly typed: Typed;
  text(name: string): Own & { readonly value: string };
  list(name: string): Own & { readonly chosen: readonly string[] };
  day(name: string): Own & { readonly value: DateFieldValue };
  /** Something is wrong in a field whose name begins like this, or somebody else changed it. */
  needsEye(...names: readonly string[]): boolean;
  /** Something is filled in there. */
  isFilled(...names: readonly string[]): boolean;
}

export const formFields = (t: Translate, { typed, errors, theirs }: FormState): FormFields => {
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.text;
  const theirsOf = (name: string, said: (typed: Typed) => string) =>
    theirs && said(theirs) !== said(typed) ? said(theirs) : undefined;
  const own = (name: string, said: (typed: Typed) => string): Own => ({
    ...{ t, name, error: errorOf(name), theirs: theirsOf(name, said) },
  });
  const texts = (name: string) => (from: Typed) => typedList(from, name).join('\n').trim();
  const days = (name: string) => (from: Typed) => {
    const { day, month, year } = dateFieldValue(from, name);
    return day || [year, month].filter((part) => part !== '').join('-');
  };
  const within = (names: readonly string[]) => (name: string) =>
    !name.endsWith('.shown') &&
    names.some((begin) => name === begin || name.startsWith(`${begin}.`));
  return {
    t,
    typed,
    text: (name) => ({ ...own(name, texts(name)), value: typedText(typed, name) }),
    list: (name) => ({ ...own(name, texts(name)), chosen: typedList(typed, name) }),
    day: (name) => ({ ...own(name, days(name)), value: dateFieldValue(typed, name) }),
    needsEye: (...names) =>
      errors.some(({ name }) => name !== undefined && within(names)(name)) ||
      (theirs !== undefined &&
        [...Object.keys(theirs), ...Object.keys(typed)]
          .filter(within(names))
          .some((name) => texts(name)(theirs) !== texts(name)(typed))),
    isFilled: (...names) =>
      Object.keys(typed)
        .filter(within(names))
        .some((name) => texts(name)(typed) !== ''),
  };
};
