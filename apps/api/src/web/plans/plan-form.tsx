import { planKinds, planOrigins } from '@klimaspur/domain';
import type { PlanItem } from '@klimaspur/read-models';
import { SelectField } from '../components/choices.js';
import { TextArea, TextField } from '../components/text-fields.js';
import type { FormFields } from '../forms/form-fields.js';
import type { FormReader } from '../forms/form-reader.js';
import type { Typed } from '../forms/typed.js';
import { codeWord } from '../words/entry-words.js';

export const planAsTyped = (plan: PlanItem): Typed => ({
  title: plan.title,
  kind: plan.kind,
  origin: plan.origin ?? '',
  description: plan.description ?? '',
  url: plan.url ?? '',
});

export const readPlan = (reader: FormReader) => ({
  kind: reader.text('kind'),
  origin: reader.text('origin'),
  text: { title: reader.text('title'), description: reader.text('description') },
});

/** Title, kind, who made it, what it is about. */
export const PlanFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  const none = { value: '', label: t('form.none') };
  return (
    <>
      <TextField
        {...fields.text('title')}
        label={t('plan.title')}
        hint={t('plan.title.hint')}
        maxLength={200}
        required
      />
      <SelectField
        {...fields.text('kind')}
        label={t('plan.kind')}
        choices={[
          { value: '', label: t('form.choose') },
          ...planKinds.map((value) => ({ value, label: codeWord(t, 'planKind', value) })),
        ]}
        required
      />
      <SelectField
        {...fields.text('origin')}
        label={t('plan.origin')}
        choices={[
          none,
          ...planOrigins.map((value) => ({ value, label: codeWord(t, 'planOrigin', value) })),
        ]}
      />
      <TextArea {...fields.text('description')} label={t('plan.description')} optional />
    </>
  );
};
