import type { Translate } from '@klimaspur/messages';
import { CheckboxGroup } from '../components/choices.js';
import type { FieldProps } from '../components/field.js';
import { OwnWords } from '../components/own-words.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { assessmentNames, type AssessmentTyped, ratingCodes } from './assessment-body.js';

interface AssessmentFieldsProps {
  readonly t: Translate;
  readonly typed: AssessmentTyped;
  /** An assessment is chosen, or asked for. */
  readonly rates: boolean;
  /** Who assesses, where nobody else is named. */
  readonly observers: string;
  readonly field: (name: string) => Pick<FieldProps, 't' | 'name' | 'error'>;
}

/** „Was wurde erreicht? Was fehlt?“: folded away until somebody assesses. */
export const AssessmentFields = ({ t, typed, rates, observers, field }: AssessmentFieldsProps) => {
  const open =
    rates || assessmentNames.some((name) => typed[name] !== '' || field(name).error !== undefined);
  const group = t('log.assessment.group.hint', { group: observers });
  return (
    <details class="disclosure log-form__more" open={open} data-opened-by={ratingCodes.join(' ')}>
      <summary>{t('log.assessment')}</summary>
      <TextArea
        {...field('achieved')}
        label={t('field.achieved')}
        value={typed.achieved}
        maxLength={10_000}
        optional
      />
      <TextArea
        {...field('missing')}
        label={t('field.missing')}
        value={typed.missing}
        maxLength={10_000}
        optional
      />
      <CheckboxGroup
        {...field('factChecked')}
        label={t('field.factChecked')}
        choices={[{ value: 'yes', label: t('answer.yes') }]}
        chosen={[typed.factChecked]}
      />
      <TextField
        {...field('group')}
        label={t('field.group')}
        hint={<OwnWords t={t} text={group} own={[observers]} />}
        value={typed.group}
        maxLength={200}
        optional
      />
    </details>
  );
};
