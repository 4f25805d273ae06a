import { licences, observerRelations } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import { RadioGroup, SelectField } from '../components/choices.js';
import { FileField } from '../components/file-field.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { waitingIn } from '../evidence/evidence-fields.js';
import type { FormFields, FormState } from '../forms/form-fields.js';
import { Form } from '../forms/form.js';
import { usualLicence } from '../info/licences.js';

interface ObserversFormProps {
  readonly t: Translate;
  readonly action: string;
  readonly cancelHref: string;
  readonly state: FormState;
}

/** The form behind „Wer beobachtet hier?“. */
export const ObserversFormPage = ({ t, action, cancelHref, state }: ObserversFormProps) => (
  <>
    <PageTitle title={t('town.observers')} lead={t('observers.form.lead')} />
    <Form t={t} action={action} state={state} cancelHref={cancelHref} takesFiles>
      {(fields) => (
        <>
          <GroupFields t={t} fields={fields} />
          <LogoFields t={t} fields={fields} />
          <BasisFields t={t} fields={fields} />
          <ResponsibleFields t={t} fields={fields} />
        </>
      )}
    </Form>
  </>
);

interface PartProps {
  readonly t: Translate;
  readonly fields: FormFields;
}

const GroupFields = ({ t, fields }: PartProps) => (
  <>
    <TextField
      {...fields.text('name')}
      label={t('observers.form.name')}
      hint={t('observers.form.name.hint')}
      autocomplete="organization"
      required
      maxLength={200}
    />
    <RadioGroup
      {...fields.list('relation')}
      label={t('observers.form.relation')}
      optional
      choices={observerRelations.map((value) => ({
        value,
        label: t(`observers.form.relation.${value}`),
      }))}
    />
    <TextArea
      {...fields.text('teaser')}
      label={t('observers.form.teaser')}
      rows={2}
      optional
      maxLength={400}
    />
    <TextArea {...fields.text('description')} label={t('observers.form.description')} optional />
    <TextField
      {...fields.text('contact')}
      label={t('observers.form.contact')}
      hint={t('observers.form.contact.hint')}
      optional
      maxLength={300}
    />
    <TextField
      {...fields.text('website')}
      label={t('observers.form.website')}
      type="url"
      autocomplete="url"
      optional
    />
  </>
);

const LogoFields = ({ t, fields }: PartProps) => (
  <>
    <FileField
      {...fields.text('logo')}
      label={t('observers.form.logo')}
      hint={t('observers.form.logo.hint')}
      accept="image/*"
      optional
      {...waitingIn(fields.typed, fields.text('logo'))}
    />
    <TextField
      {...fields.text('logo.alt')}
      label={t('observers.form.logo.alt')}
      hint={t('observers.form.logo.alt.hint')}
      optional
      maxLength={300}
    />
  </>
);

/** On what the records rest, and under which terms they may be used. */
const BasisFields = ({ t, fields }: PartProps) => (
  <>
    <TextArea
      {...fields.text('sources')}
      label={t('observers.form.sources')}
      hint={t('observers.form.sources.hint')}
      optional
    />
    <TextArea
      {...fields.text('method')}
      label={t('observers.form.method')}
      hint={t('observers.form.method.hint')}
      optional
    />
    <TextField
      {...fields.text('supporters')}
      label={t('observers.form.supporters')}
      optional
      maxLength={4000}
    />
    <SelectField
      {...fields.text('licence')}
      value={fields.text('licence').value || usualLicence}
      label={t('observers.form.licence')}
      choices={licences.map((value) => ({ value, label: t(`licence.${value}`) }))}
    />
  </>
);

const ResponsibleFields = ({ t, fields }: PartProps) => (
  <fieldset class="field" aria-describedby="responsible-hint">
    <legend>{t('observers.form.responsible')}</legend>
    <p class="hint" id="responsible-hint">
      {t('observers.form.responsible.hint')}
    </p>
    <TextField
      {...fields.text('responsibleName')}
      label={t('observers.form.responsibleName')}
      autocomplete="off"
      maxLength={200}
    />
    <TextArea
      {...fields.text('responsibleAddress')}
      label={t('observers.form.responsibleAddress')}
      rows={3}
      maxLength={500}
    />
    <TextField
      {...fields.text('responsibleEmail')}
      label={t('observers.form.responsibleEmail')}
      type="email"
      autocomplete="off"
      optional
    />
  </fieldset>
);
