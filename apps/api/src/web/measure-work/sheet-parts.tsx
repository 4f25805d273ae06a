import type { ComponentChildren } from 'preact';
import { SelectField } from '../components/choices.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { Fold } from '../forms/form.js';
import type { FormFields } from '../forms/form-fields.js';
import { FormRows } from '../forms/form-rows.js';
import { MORE } from '../forms/rows.js';
import { codeWord } from '../words/entry-words.js';
import { proseNames, rowColumns, type RowList } from './sheet-typed.js';

type Prose = (typeof proseNames)[number];

export interface SheetProps {
  readonly fields: FormFields;
  readonly action: string;
}

interface PartProps extends SheetProps {
  readonly part: 'plan' | 'time' | 'money' | 'effect' | 'links' | 'state';
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}

/** Opens by itself only where something needs to be looked at. */
export const Part = ({ fields, part, names, children }: PartProps) => {
  const { t, typed } = fields;
  const count = names.filter((name) => fields.isFilled(name)).length;
  return (
    <Fold
      title={t(`sheet.part.${part}`)}
      hint={count === 0 ? t(`sheet.part.${part}.hint`) : t('sheet.part.filled', { count })}
      open={fields.needsEye(...names) || names.includes(String(typed[MORE]))}
    >
      {children}
    </Fold>
  );
};

export const ProseFields = ({
  fields,
  names,
  rows = 3,
}: SheetProps & { readonly names: readonly Prose[]; readonly rows?: number }) => (
  <>
    {names.map((name) => (
      <TextArea
        {...fields.text(name)}
        label={fields.t(name === 'teaser' ? 'details.teaser' : `text.${name}`)}
        rows={rows}
        optional
      />
    ))}
  </>
);

interface CodesProps {
  readonly fields: FormFields;
  readonly name: string;
  readonly codes: readonly string[];
  /** Where the words of label and codes are found. */
  readonly words: 'sheet.horizon' | 'sheet.duration' | 'sheet.priority' | 'sheet.climateEffect';
}

export const Codes = ({ fields, name, codes, words }: CodesProps) => {
  const { t } = fields;
  return (
    <SelectField
      {...fields.text(name)}
      label={t(words)}
      choices={[
        { value: '', label: t('form.none') },
        ...codes.map((value) => ({ value, label: codeWord(t, words, value) })),
      ]}
    />
  );
};

export const stateChoices = ({ t }: FormFields, words: string, codes: readonly string[]) => [
  { value: '', label: t('form.none') },
  ...codes.map((value) => ({ value, label: codeWord(t, words, value) })),
];

interface ShortProps {
  readonly fields: FormFields;
  readonly name: string;
  readonly label: string;
  readonly date?: boolean;
  readonly hint?: string;
}

export const Short = ({ fields, name, label, date, hint }: ShortProps) => (
  <TextField
    {...fields.text(name)}
    label={label}
    hint={date ? fields.t('form.date.hint') : hint}
    size="short"
    inputMode={date ? undefined : 'decimal'}
  />
);

interface RowsProps extends SheetProps {
  readonly name: RowList;
  readonly hint?: string;
  readonly children: (nameOf: (column: string) => string) => ComponentChildren;
}

export const Rows = ({ fields, action, name, hint, children }: RowsProps) => (
  <FormRows
    fields={fields}
    name={name}
    columns={rowColumns[name]}
    label={fields.t(`text.${name}`)}
    hint={hint}
    item={fields.t(`sheet.row.${name}`)}
    action={action}
    row={children}
  />
);
