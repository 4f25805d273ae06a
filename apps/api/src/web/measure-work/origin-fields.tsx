import { measureOrigins } from '@klimaspur/domain';
import { CheckboxGroup, SelectField } from '../components/choices.js';
import type { FormFields } from '../forms/form-fields.js';
import { codeWord } from '../words/entry-words.js';

/** Where a measure came from, and whether it is an idea, or the group's own proposal. */
export const OriginFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <SelectField
        {...fields.text('origin')}
        label={t('measure.origin')}
        choices={[
          { value: '', label: t('form.none') },
          ...measureOrigins.map((value) => ({ value, label: codeWord(t, 'origin', value) })),
        ]}
      />
      <CheckboxGroup
        {...fields.list('marks')}
        label={t('measure.marks')}
        choices={[
          { value: 'idea', label: t('measure.mark.idea'), hint: t('measure.mark.idea.hint') },
          {
            value: 'ownProposal',
            label: t('measure.ownProposal'),
            hint: t('measure.mark.ownProposal.hint'),
          },
        ]}
      />
    </>
  );
};

/** The marks as the entry has them: set, or not said. */
export const marksOf = (chosen: readonly string[] = []) => ({
  idea: chosen.includes('idea') || undefined,
  ownProposal: chosen.includes('ownProposal') || undefined,
});
