import type { Translate } from '@klimaspur/messages';
import { DefinitionList } from '../components/definition-list.js';
import { OwnWords } from '../components/own-words.js';
import { PageTitle } from '../components/page-title.js';
import type { FormState } from '../forms/form-fields.js';
import type { NamedEntry } from './named-entry.js';
import { NoticeForm } from './notice-form.js';

interface NoticePageProps {
  readonly t: Translate;
  readonly action: string;
  readonly cancelHref: string;
  /** Title of the measure. */
  readonly measure: string;
  /** What the entry says; absent: it is about the measure as a whole. */
  readonly entry?: Pick<NamedEntry, 'words' | 'own'>;
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
              entry === undefined ? (
                t('notice.about.measure')
              ) : (
                <OwnWords
                  t={t}
                  text={t('notice.about.entry', { entry: entry.words })}
                  own={entry.own}
                />
              ),
          },
        ]}
      />
      <NoticeForm
        t={t}
        action={props.action}
        cancelHref={props.cancelHref}
        state={state}
        submit={t('notice.send')}
        text={{ label: t('notice.text'), hint: t('notice.text.hint') }}
        source={{ label: t('notice.source'), hint: t('notice.source.hint') }}
        privacy={t('notice.privacy', { days: props.days })}
      />
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
