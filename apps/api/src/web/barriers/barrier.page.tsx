import type { Translate } from '@klimaspur/messages';
import { PageTitle } from '../components/page-title.js';
import type { FormState } from '../forms/form-fields.js';
import { NoticeForm } from '../notices/notice-form.js';
import { sitePath, siteTitles } from '../site/site-paths.js';
import { barrierPath } from './barrier-paths.js';

interface BarrierPageProps {
  readonly t: Translate;
  /** Days until the report is deleted. */
  readonly days: number;
  readonly state: FormState;
}

/** „Barriere melden“: for everybody, without an account. */
export const BarrierPage = ({ t, days, state }: BarrierPageProps) => (
  <>
    <PageTitle title={t('barrier.title')} lead={t('barrier.lead')} />
    <NoticeForm
      t={t}
      action={barrierPath(t.lang)}
      cancelHref={sitePath(t.lang, 'accessibility')}
      state={state}
      submit={t('barrier.send')}
      text={{ label: t('barrier.text'), hint: t('barrier.text.hint') }}
      source={{ label: t('barrier.page'), hint: t('barrier.page.hint') }}
      privacy={t('barrier.privacy', { days })}
    />
  </>
);

export const BarrierThanksPage = ({ t }: { readonly t: Translate }) => (
  <>
    <PageTitle title={t('barrier.thanks')} lead={t('barrier.thanks.text')} />
    <p>
      <a href={sitePath(t.lang, 'accessibility')}>{t(siteTitles.accessibility)}</a>
    </p>
  </>
);
