import type { Translate } from '@klimaspur/messages';
import { CheckboxGroup } from '../components/choices.js';
import { DefinitionList } from '../components/definition-list.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormFields, FormState } from '../forms/form-fields.js';
import { isCheckable } from './site-filled.js';
import { siteFormPath, type SiteKey, sitePath, siteTitles } from './site-paths.js';
import { type SiteState, SITE_TEXT_MAX } from './site-texts.js';

interface SiteDeskProps {
  readonly t: Translate;
  readonly states: ReadonlyMap<SiteKey, SiteState>;
}

/** All texts of the operator, and which of them are still missing. */
export const SiteDeskPage = ({ t, states }: SiteDeskProps) => (
  <>
    <PageTitle title={t('site.all')} lead={t('site.all.lead')} />
    <DefinitionList
      items={[...states].toReversed().map(([key, state]) => ({
        term: <a href={siteFormPath(t.lang, key)}>{t(siteTitles[key])}</a>,
        value: t(`site.state.${state}`),
      }))}
    />
  </>
);

interface SiteFormProps {
  readonly t: Translate;
  readonly page: SiteKey;
  readonly state: FormState;
  /** There is a built-in text that could be put in. */
  readonly hasTemplate: boolean;
}

/** The text of one page, in both languages. */
export const SiteFormPage = ({ t, page, state, hasTemplate }: SiteFormProps) => {
  const action = siteFormPath(t.lang, page);
  return (
    <>
      <PageTitle
        title={t(siteTitles[page])}
        lead={t(page === 'imprint' ? 'site.form.imprint' : `site.lead.${page}`)}
      />
      {hasTemplate ? (
        <>
          <p>{t('site.form.emptyMeans')}</p>
          <ul class="links">
            <li>
              <a href={sitePath(t.lang, page)}>{t('site.form.look')}</a>
            </li>
            <li>
              <a href={`${action}?${templateParameter}`}>{t('site.form.template')}</a>
            </li>
          </ul>
        </>
      ) : null}
      <Form t={t} action={action} state={state} cancelHref={sitePath(t.lang, page)}>
        {(fields) => (
          <>
            {isCheckable(page) ? (
              <CheckboxGroup
                {...fields.list('checked')}
                label={t('site.form.checked')}
                hint={t(`site.form.checked.${page}`)}
                choices={[{ value: 'yes', label: t('site.form.checked.yes') }]}
              />
            ) : null}
            <TextArea
              {...fields.text('de')}
              label={t('site.form.de')}
              hint={t('site.form.hint')}
              rows={18}
              maxLength={SITE_TEXT_MAX}
            />
            <TextArea
              {...fields.text('en')}
              lang="en"
              label={t('site.form.en')}
              hint={t('site.form.english')}
              rows={18}
              maxLength={SITE_TEXT_MAX}
              optional
            />
            {page === 'accessibility' ? <EnforcementFields t={t} fields={fields} /> : null}
          </>
        )}
      </Form>
    </>
  );
};

/** A public body must name who can be turned to where nobody answers. */
const EnforcementFields = ({
  t,
  fields,
}: {
  readonly t: Translate;
  readonly fields: FormFields;
}) => (
  <>
    <TextArea
      {...fields.text('enforcementDe')}
      label={t('site.form.enforcement.de')}
      hint={t('site.form.enforcement.hint')}
      rows={6}
      maxLength={SITE_TEXT_MAX}
      optional
    />
    <TextArea
      {...fields.text('enforcementEn')}
      lang="en"
      label={t('site.form.enforcement.en')}
      rows={6}
      maxLength={SITE_TEXT_MAX}
      optional
    />
  </>
);

/** Asks for the form with the built-in texts in it. */
export const templateParameter = 'vorlage';
