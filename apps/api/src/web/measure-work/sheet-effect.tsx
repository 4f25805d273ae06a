import { climateEffects, influences, quantities, savingQualities } from '@klimaspur/domain';
import { CheckboxGroup, SelectField } from '../components/choices.js';
import type { FormFields } from '../forms/form-fields.js';
import { codeWord } from '../words/entry-words.js';
import { Codes, Part, ProseFields, type SheetProps, Short, stateChoices } from './sheet-parts.js';

const grades = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

/** What it saves, and what else comes of it. */
export const Effect = (props: SheetProps) => {
  const { fields } = props;
  const { t } = fields;
  const names = [
    ...['climateEffect', 'savings', 'notQuantified', 'savingsMethod', 'notQuantifiedReason'],
    ...['coBenefits', 'localValue', 'impact', 'feasibility', 'influence'],
  ];
  const none = { value: '', label: t('form.none') };
  return (
    <Part {...props} part="effect" names={names}>
      <Codes
        fields={fields}
        name="climateEffect"
        codes={climateEffects}
        words="sheet.climateEffect"
      />
      <Savings fields={fields} />
      <SelectField
        {...fields.text('savings.quality')}
        label={t('sheet.saving.quality')}
        choices={stateChoices(fields, 'sheet.saving.quality', savingQualities)}
      />
      <ProseFields {...props} names={['savingsMethod']} />
      <CheckboxGroup
        {...fields.list('notQuantified')}
        label={t('sheet.notQuantified')}
        hint={t('sheet.notQuantified.hint')}
        choices={quantities.map((value) => ({
          value,
          label: codeWord(t, 'sheet.notQuantified', value),
        }))}
      />
      <ProseFields {...props} names={['notQuantifiedReason', 'coBenefits', 'localValue']} />
      <SelectField
        {...fields.text('impact')}
        label={t('sheet.impact')}
        choices={[none, ...grades]}
      />
      <SelectField
        {...fields.text('feasibility')}
        label={t('sheet.feasibility')}
        choices={[none, ...grades]}
      />
      <CheckboxGroup
        {...fields.list('influence')}
        label={t('sheet.influence')}
        choices={influences.map((value) => ({
          value,
          label: codeWord(t, 'sheet.influence', value),
        }))}
      />
    </Part>
  );
};

const Savings = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  const tonnes = t('form.tonnes');
  return (
    <>
      <Short
        {...{ fields }}
        name="savings.kgCo2ePerYear"
        label={t('measure.savingCo2')}
        hint={tonnes}
      />
      <div class="form__row">
        <Short
          {...{ fields }}
          name="savings.minKgCo2ePerYear"
          label={t('sheet.saving.min')}
          hint={tonnes}
        />
        <Short
          {...{ fields }}
          name="savings.maxKgCo2ePerYear"
          label={t('sheet.saving.max')}
          hint={tonnes}
        />
      </div>
      <div class="form__row">
        <Short
          {...{ fields }}
          name="savings.kwhPerYear"
          label={t('measure.savingEnergy')}
          hint="kWh"
        />
        <Short
          {...{ fields }}
          name="savings.centsPerYear"
          label={t('measure.savingMoney')}
          hint={t('form.euros')}
        />
      </div>
    </>
  );
};
