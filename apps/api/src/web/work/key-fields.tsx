import { states } from '@klimaspur/domain';
import { SelectField } from '../components/choices.js';
import { TextField } from '../components/text-fields.js';
import type { FormFields } from '../forms/form-fields.js';
import { codeWord } from '../words/entry-words.js';

/** In which state a town lies, and its official key. */
export const KeyFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <SelectField
        {...fields.text('state')}
        label={t('begin.state')}
        choices={[
          { value: '', label: t('form.none') },
          ...states.map((value) => ({ value, label: codeWord(t, 'state', value) })),
        ]}
      />
      <TextField
        {...fields.text('ags')}
        label={t('begin.ags')}
        hint={t('begin.ags.hint')}
        size="short"
        inputMode="numeric"
        optional
      />
    </>
  );
};
