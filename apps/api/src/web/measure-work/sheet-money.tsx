import { fundingStates } from '@klimaspur/domain';
import { SelectField } from '../components/choices.js';
import { TextField } from '../components/text-fields.js';
import { Part, ProseFields, Rows, type SheetProps, Short, stateChoices } from './sheet-parts.js';

/** What it costs, and who pays. */
export const Money = (props: SheetProps) => {
  const { fields } = props;
  const { t } = fields;
  const euros = t('form.euros');
  return (
    <Part {...props} part="money" names={['budget', 'cost', 'costNote', 'funding']}>
      <div class="form__row">
        <Short
          {...{ fields }}
          name="budget.totalCents"
          label={t('measure.budgetTotal')}
          hint={euros}
        />
        <Short
          {...{ fields }}
          name="budget.perYearCents"
          label={t('measure.budgetPerYear')}
          hint={euros}
        />
      </div>
      <div class="form__row">
        <Short
          {...{ fields }}
          name="cost.oneOffCents"
          label={t('sheet.cost.oneOff')}
          hint={euros}
        />
        <Short
          {...{ fields }}
          name="cost.perYearCents"
          label={t('sheet.cost.perYear')}
          hint={euros}
        />
      </div>
      <Short
        fields={fields}
        name="cost.staffHundredths"
        label={t('sheet.cost.staff')}
        hint={t('sheet.cost.staff.hint')}
      />
      <Short fields={fields} name="cost.asOf" label={t('sheet.cost.asOf')} date />
      <ProseFields {...props} names={['costNote']} />
      <Rows {...props} name="funding">
        {(name) => (
          <>
            <TextField {...fields.text(name('source'))} label={t('sheet.funding.source')} />
            <div class="form__row">
              <TextField
                {...fields.text(name('amountCents'))}
                label={t('sheet.funding.amountEuros')}
                inputMode="decimal"
              />
              <SelectField
                {...fields.text(name('state'))}
                label={t('sheet.funding.state')}
                choices={stateChoices(fields, 'sheet.funding.state', fundingStates)}
              />
            </div>
          </>
        )}
      </Rows>
    </Part>
  );
};
