import { monthNames } from '@klimaspur/messages';
import type { DateFieldValue, Precision } from './date-field-value.js';
import { describedBy, fieldId, FieldHelp, type FieldProps } from './field.js';
import { ChoiceItem } from './choices.js';

interface DateFieldProps extends FieldProps {
  readonly value: DateFieldValue;
  /** The latest day that may be picked: today, where only the past is meant. */
  readonly max?: string;
}

/**
 * One field for a day that may be known in part. The picker is enough for most; who knows less opens the
 * part below it. Plain HTML: the chosen precision alone says which controls count.
 */
export const DateField = (props: DateFieldProps) => {
  const { t, name, label, value, error } = props;
  const id = fieldId(name);
  return (
    <fieldset
      class={`field date-field${error ? ' has-error' : ''}`}
      aria-describedby={describedBy(props)}
    >
      <legend>{label}</legend>
      <FieldHelp {...props} />
      <input
        class="input date-field__day"
        type="date"
        id={id}
        name={name}
        value={value.day}
        max={props.max}
        aria-label={t('date.day')}
        aria-invalid={error ? 'true' : undefined}
      />
      <details class="disclosure" open={value.precision !== 'day'}>
        <summary>{t('date.less')}</summary>
        <div class="choices__list" role="radiogroup" aria-label={t('date.precision')}>
          {(['day', 'month', 'unknown'] satisfies Precision[]).map((precision) => (
            <ChoiceItem
              choice={{ value: precision, label: t(`date.precision.${precision}`) }}
              type="radio"
              name={`${name}-precision`}
              id={`${id}-${precision}`}
              checked={value.precision === precision}
            />
          ))}
        </div>
        <MonthAndYear {...props} />
      </details>
    </fieldset>
  );
};

const MonthAndYear = ({ t, name, value }: DateFieldProps) => {
  const id = fieldId(name);
  return (
    <div class="date-field__month">
      <div>
        <label for={`${id}-in-month`}>{t('date.month')}</label>
        <select class="input" id={`${id}-in-month`} name={`${name}-month`}>
          <option value="">{t('date.month.none')}</option>
          {monthNames(t.lang).map((month, index) => {
            const number = String(index + 1).padStart(2, '0');
            return (
              <option value={number} selected={number === value.month}>
                {month}
              </option>
            );
          })}
        </select>
      </div>
      <div>
        <label for={`${id}-in-year`}>{t('date.year')}</label>
        <input
          class="input"
          id={`${id}-in-year`}
          name={`${name}-year`}
          value={value.year}
          inputMode="numeric"
          pattern="[0-9]{4}"
          maxLength={4}
        />
      </div>
    </div>
  );
};
