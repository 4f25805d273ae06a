import { TextField } from '../components/text-fields.js';
import type { FormFields } from '../forms/form-fields.js';

/** How many live there, and on which day that was counted. */
export const PopulationFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <div class="form__row">
      <TextField
        {...fields.text('population')}
        label={t('begin.population')}
        size="short"
        inputMode="numeric"
        optional
      />
      <TextField
        {...fields.text('populationOn')}
        label={t('begin.populationOn')}
        hint={t('form.date.hint')}
        size="short"
        optional
      />
    </div>
  );
};
