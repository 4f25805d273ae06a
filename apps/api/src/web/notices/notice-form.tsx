import type { Translate } from '@klimaspur/messages';
import { TextArea, TextField } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { sitePath, siteTitles } from '../site/site-paths.js';
import { TRAP } from './notice-fields.js';

interface Words {
  readonly label: string;
  readonly hint: string;
}

interface NoticeFormProps {
  readonly t: Translate;
  readonly action: string;
  readonly cancelHref: string;
  readonly state: FormState;
  readonly submit: string;
  readonly text: Words;
  readonly source: Words;
  /** What becomes of it, and who reads it. */
  readonly privacy: string;
}

/** What a stranger can write to those who answer for a page. */
export const NoticeForm = (props: NoticeFormProps) => {
  const { t, text, source } = props;
  return (
    <Form
      t={t}
      action={props.action}
      state={props.state}
      submit={props.submit}
      cancelHref={props.cancelHref}
    >
      {(fields) => (
        <>
          <TextArea
            {...{ ...fields.text('text'), ...text }}
            {...{ lang: t.lang, rows: 6, maxLength: 4000 }}
            required
          />
          <TextField {...fields.text('source')} {...source} maxLength={500} optional />
          <TextField
            {...fields.text('email')}
            label={t('notice.email')}
            hint={t('notice.email.hint')}
            type="email"
            autocomplete="email"
            optional
          />
          {/* Shown to whoever was caught in it, so that a person can mend it. */}
          <div class={fields.text(TRAP).value === '' ? 'trap' : undefined}>
            <TextField {...fields.text(TRAP)} label={t('notice.trap')} autocomplete="off" />
          </div>
          <p class="hint">
            {props.privacy} <a href={sitePath(t.lang, 'privacy')}>{t(siteTitles.privacy)}</a>
          </p>
        </>
      )}
    </Form>
  );
};
