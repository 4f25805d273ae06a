import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { labelsIn } from '../forms/labels.js';
import { fieldId } from './field.js';

export interface FormError {
  /** Name of the field; absent: concerns the form as a whole. */
  readonly name?: string;
  readonly text: string;
  /** What the answer is because of it, where that is not 400. */
  readonly status?: number;
  /** Another page on which it can be mended. */
  readonly href?: string;
}

interface ErrorSummaryProps {
  readonly t: Translate;
  readonly errors: readonly FormError[];
  /** The fields below it: each problem says which of them it is about. */
  readonly of: ComponentChildren;
}

/** Stands above a form that came back: what is wrong, each leading to its field. Takes the focus. */
export const ErrorSummary = ({ t, errors, of }: ErrorSummaryProps) =>
  errors.length === 0 ? null : (
    <section
      class="error-summary"
      id="errors"
      tabindex={-1}
      aria-labelledby="errors-heading"
      data-takes-focus
    >
      <h2 id="errors-heading">{t('form.error.heading', { count: errors.length })}</h2>
      <ul>
        {named(errors, of).map(({ name, text, href = name && `#${fieldId(name)}` }) => (
          <li>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
      <p>{t('form.kept')}</p>
    </section>
  );

interface WithErrorsProps extends Omit<ErrorSummaryProps, 'of'> {
  readonly children: ComponentChildren;
}

/** A form, and above it what is wrong with it. */
export const WithErrors = ({ t, errors, children }: WithErrorsProps) => (
  <>
    <ErrorSummary t={t} errors={errors} of={children} />
    {children}
  </>
);

/** „Zieljahr: Diese Angabe fehlt.“; what belongs to no field below leads nowhere. */
const named = (errors: readonly FormError[], content: ComponentChildren): readonly FormError[] => {
  const labels = labelsIn(content);
  return errors.map(({ name, text, href }) => {
    const label = labels.get(name ?? '');
    const more = href === undefined ? {} : { href };
    if (label === undefined) return { text, ...more };
    return { name, text: `${label}${/[?!.]$/.test(label) ? '' : ':'} ${text}`, ...more };
  });
};
