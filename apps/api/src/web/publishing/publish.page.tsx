import type { Translate } from '@klimaspur/messages';
import { type Choice, CheckboxGroup } from '../components/choices.js';
import { PageTitle } from '../components/page-title.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { ReasonField } from '../forms/reason-field.js';

interface PublishProps {
  readonly t: Translate;
  readonly action: string;
  readonly back: string;
  readonly state: FormState;
  readonly what: 'town' | 'plan' | 'measure';
  /** The name of what is to be seen. */
  readonly name: string;
}

/** „Veröffentlichen“: what everybody will see, and what with it. */
export const PublishPage = (props: PublishProps & { readonly also: readonly Choice[] }) => {
  const { t, action, back, state, what, name, also } = props;
  return (
    <>
      <PageTitle title={t('publish.title')} about={name} lead={t(`publish.${what}.lead`)} />
      <Form t={t} action={action} state={state} submit={t('publish.submit')} cancelHref={back}>
        {(fields) =>
          also.length === 0 ? null : (
            <CheckboxGroup
              {...fields.list('also')}
              label={t('publish.also')}
              hint={t('publish.also.hint')}
              choices={also}
            />
          )
        }
      </Form>
    </>
  );
};

/** „Veröffentlichung zurücknehmen“: with a reason, which is kept. */
export const UnpublishPage = (props: PublishProps & { readonly also: readonly Choice[] }) => {
  const { t, action, back, state, what, name, also } = props;
  return (
    <>
      <PageTitle title={t('publish.takeBack')} about={name} lead={t(`unpublish.${what}.lead`)} />
      <Form t={t} action={action} state={state} submit={t('publish.takeBack')} cancelHref={back}>
        {(fields) => (
          <>
            {also.length === 0 ? null : (
              <CheckboxGroup {...fields.list('also')} label={t('unpublish.also')} choices={also} />
            )}
            <ReasonField fields={fields} hint={t('unpublish.reason.hint')} />
          </>
        )}
      </Form>
    </>
  );
};
