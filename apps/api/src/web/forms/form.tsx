import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FormError } from '../components/error-summary.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { type FormFields, formFields, type FormState } from './form-fields.js';

interface FormProps {
  readonly t: Translate;
  readonly action: string;
  readonly state: FormState;
  /** What the button says. */
  readonly submit?: string;
  /** Where to go without saving. */
  readonly cancelHref?: string;
  /** A file may come with it. */
  readonly takesFiles?: boolean;
  readonly children: (fields: FormFields) => ComponentChildren;
}

/** How a form is sent that a file may come with. */
export const MULTIPART = 'multipart/form-data';

/** A form as all are: what is wrong above it, the key and the revision with it, one button that saves. */
export const Form = ({ takesFiles, ...props }: FormProps) => {
  const { t, action, state, submit, cancelHref, children } = props;
  const content = children(formFields(t, state));
  return (
    <>
      <ErrorSummary t={t} errors={state.errors} of={content} />
      <Missing t={t} missing={state.missing ?? []} />
      {state.theirs ? (
        <Notice kind="warning" title={t('form.conflict.title')} announced>
          <p>{t('form.conflict.text')}</p>
        </Notice>
      ) : null}
      <form
        class="form"
        method="post"
        action={action}
        enctype={takesFiles ? MULTIPART : undefined}
        novalidate
      >
        {/* Enter in a text field means the first button of a form, which shall be that of saving. */}
        <button type="submit" hidden>
          {submit ?? t('form.save')}
        </button>
        <FormSecrets state={state} />
        {content}
        <p class="form__actions">
          <button class="button" type="submit">
            {submit ?? t('form.save')}
          </button>
          {cancelHref === undefined ? null : <a href={cancelHref}>{t('form.cancel')}</a>}
        </p>
      </form>
    </>
  );
};

/** What must be filled in elsewhere first, each with the way there. */
const Missing = ({ t, missing }: { t: Translate; missing: readonly FormError[] }) =>
  missing.length === 0 ? null : (
    <Notice kind="warning" title={t('form.missing.title', { count: missing.length })}>
      <ul>
        {missing.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );

interface FormPageProps extends Omit<FormProps, 'cancelHref'> {
  readonly back: string;
  readonly title: string;
  /** Language of the title, where it is the town's own text. */
  readonly lang?: string;
  /** What it is about, in the town's own words: a short line above the title. */
  readonly about?: string;
  readonly lead?: ComponentChildren;
  /** What there is already. */
  readonly before?: ComponentChildren;
  /** Where else one can go from here. */
  readonly more?: ComponentChildren;
}

/** A page that is a title and a form. */
export const FormPage = (props: FormPageProps) => {
  const { title, lang, about, lead, back, before, more, ...form } = props;
  return (
    <>
      <PageTitle {...{ title, lang, about, lead }} />
      {before}
      <Form {...form} cancelHref={back} />
      {more}
    </>
  );
};

/** What a form brings back without showing it. */
export const FormSecrets = ({ state }: { state: Pick<FormState, 'key' | 'revision'> }) => (
  <>
    <input type="hidden" name="key" value={state.key} />
    {state.revision === undefined ? null : (
      <input type="hidden" name="revision" value={state.revision} />
    )}
  </>
);

interface FoldProps {
  readonly title: string;
  readonly hint?: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** A part of a long form, folded away until it is needed. */
export const Fold = ({ title, hint, open, children }: FoldProps) => (
  <details class="disclosure form__fold" open={open}>
    <summary>
      <span class="form__fold-title">{title}</span>
      {hint ? <small>{hint}</small> : null}
    </summary>
    {children}
  </details>
);
