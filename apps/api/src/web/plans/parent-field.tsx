import type { PlanDetail } from '@klimaspur/read-models';
import { SelectField } from '../components/choices.js';
import type { FormFields } from '../forms/form-fields.js';

interface ParentProps {
  readonly fields: FormFields;
  readonly parents: PlanDetail['fields'];
}

/** „Liegt in“: the fields of the plan, as deep as they lie. */
export const ParentField = ({ fields, parents }: ParentProps) => (
  <SelectField
    {...fields.text('parent')}
    label={fields.t('planField.parent')}
    choices={[
      { value: '', label: fields.t('planField.top') },
      ...parents.map(({ id, name, depth }) => ({
        value: id,
        label: `${'– '.repeat(depth)}${name}`,
        lang: 'de',
      })),
    ]}
  />
);
