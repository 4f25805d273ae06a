import type { ComponentChildren } from 'preact';
import { describedBy, fieldId, FieldHelp } from '../components/field.js';
import type { FormFields } from './form-fields.js';
import { MORE, rowsToShow, shownName } from './rows.js';

interface FormRowsProps {
  readonly fields: FormFields;
  readonly name: string;
  readonly columns: readonly string[];
  readonly label: string;
  readonly hint?: string;
  /** What one row is: „Schritt“. */
  readonly item: string;
  /** Where the form is sent; asking for more rows comes back to this place. */
  readonly action: string;
  readonly row: (nameOf: (column: string) => string) => ComponentChildren;
}

/** A list of things that consist of several fields. Works without JavaScript: empty rows, and a button for more. */
export const FormRows = (props: FormRowsProps) => {
  const { fields, name, columns, label, hint, item, action, row } = props;
  const { t, typed } = fields;
  const count = rowsToShow(typed, name, columns);
  const own = { ...fields.text(name), label, hint };
  return (
    <fieldset class="field rows" id={fieldId(name)} aria-describedby={describedBy(own)}>
      <legend>{label}</legend>
      <FieldHelp {...own} />
      <input type="hidden" name={shownName(name)} value={count} />
      <div class="rows__list">
        {Array.from({ length: count }, (_, index) => (
          <div role="group" aria-label={t('form.row', { item, number: index + 1 })}>
            {row((column) => `${name}.${index}.${column}`)}
          </div>
        ))}
      </div>
      <button
        class="button is-quiet"
        type="submit"
        name={MORE}
        value={name}
        formaction={`${action}#${fieldId(name)}`}
      >
        {t('form.moreRows')}
        <span class="hidden">: {label}</span>
      </button>
    </fieldset>
  );
};
