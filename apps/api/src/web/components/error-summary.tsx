import type { Translate } from '@klimaspur/messages';
import { fieldId } from './field.js';

export interface FormError {
  /** Name of the field; absent: concerns the form as a whole. */
  readonly name?: string;
  readonly text: string;
  /** Another page on which it can be mended. */
  readonly href?: string;
}

/** Stands above a form that came back: what is wrong, each leading to its field. Takes the focus. */
export const ErrorSummary = ({ t, errors }: { t: Translate; errors: readonly FormError[] }) =>
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
        {errors.map(({ name, text, href = name && `#${fieldId(name)}` }) => (
          <li>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
      <p>{t('form.kept')}</p>
    </section>
  );
