import type { Translate } from '@klimaspur/messages';
import { DefinitionList } from '../components/definition-list.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { sitePath, siteTitles } from '../site/site-paths.js';
import { TRAP } from './notice-fields.js';

interface NoticePageProps {
  readonly t: Translate;
  readonly action: string;
  readonly cancelHref: string;
  /** Title of the measure. */
  readonly measure: string;
  /** What the entry says; absent: it is about the measure as a whole. */
  readonly entry?: string;
  /** Days until the notice is deleted. */
  readonly days: number;
  readonly state: FormState;
}

/** „Fehler melden oder Hinweis geben“: for everybody, without an account. */
export const NoticePage = (props: NoticePageProps) => {
  const { t, entry, state } = props;
  return (
    <>
      <PageTitle title={t('notice.title')} lead={t('notice.lead')} />
      <DefinitionList
        items={[
          { term: t('notice.measure'), value: props.measure, lang: 'de' },
          {
            term: t('notice.about'),
            value:
              entry === undefined ? t('notice.about.measure') : t('notice.about.entry', { entry }),
          },
        ]}
      />
      <Form
        t={t}
        action={props.action}
        state={state}
        submit={t('notice.send')}
        cancelHref={props.cancelHref}
      >
        {(fields) => (
          <>
            <TextArea
              {...fields.text('text')}
              label={t('notice.text')}
              hint={t('notice.text.hint')}
              rows={6}
              maxLength={4000}
              required
            />
            <TextField
              {...fields.text('source')}
              label={t('notice.source')}
              hint={t('notice.source.hint')}
              maxLength={500}
              optional
            />
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
              {t('notice.privacy', { days: props.days })}{' '}
              <a href={sitePath(t.lang, 'privacy')}>{t(siteTitles.privacy)}</a>
            </p>
          </>
        )}
      </Form>
    </>
  );
};

interface ThanksProps {
  readonly t: Translate;
  readonly measureHref: string;
  readonly observersHref: string;
}

export const ThanksPage = ({ t, measureHref, observersHref }: ThanksProps) => (
  <>
    <PageTitle title={t('notice.thanks')} lead={t('notice.thanks.text')} />
    <ul class="links">
      <li>
        <a href={measureHref}>{t('log.toMeasure')}</a>
      </li>
      <li>
        <a href={observersHref}>{t('notice.thanks.contact')}</a>
      </li>
    </ul>
  </>
);
