import { TextField } from '../components/text-fields.js';
import type { FormFields } from '../forms/form-fields.js';

/** The number that a plan gives to a measure. */
export const NumberField = ({ fields }: { readonly fields: FormFields }) => (
  <TextField
    {...fields.text('number')}
    label={fields.t('measure.number')}
    hint={fields.t('measure.number.hint')}
    size="short"
    maxLength={40}
    optional
  />
);
