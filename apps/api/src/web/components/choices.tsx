import type { ComponentChildren } from 'preact';
import { describedBy, Field, fieldId, FieldHelp, type FieldProps, Optional } from './field.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Language of the label, where it is the town's own text. */
  readonly lang?: string;
  readonly hint?: string;
  /** How many things carry this value. */
  readonly count?: number;
  readonly icon?: ComponentChildren;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly lang?: string;
  readonly choices: readonly Choice[];
}

interface SelectFieldProps extends FieldProps {
  readonly value?: string;
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
  readonly required?: boolean;
}

/** What somebody else chose, in the words of the choices. */
const theirWords = ({ theirs, choices = [], groups = [] }: Offered): string | undefined => {
  if (theirs === undefined) return undefined;
  const all = [...choices, ...groups.flatMap((group) => group.choices)];
  const words = theirs.split('\n').map((value) => all.find((other) => other.value === value));
  return words.map((found) => found?.label ?? '').join(', ');
};

interface Offered {
  readonly theirs?: string;
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
}

export const SelectField = (props: SelectFieldProps) => (
  <Field
    {...props}
    theirs={theirWords(props)}
    control={(attributes) => (
      <select {...attributes} class="input" required={props.required}>
        <Options choices={props.choices ?? []} chosen={props.value} />
        {props.groups?.map(({ label, lang, choices }) => (
          <optgroup label={label} lang={lang}>
            <Options choices={choices} chosen={props.value} />
          </optgroup>
        ))}
      </select>
    )}
  />
);

const Options = ({ choices, chosen }: { choices: readonly Choice[]; chosen?: string }) => (
  <>
    {choices.map(({ value, label, lang }) => (
      <option value={value} selected={value === chosen} lang={lang}>
        {label}
      </option>
    ))}
  </>
);

interface ChoicesProps extends FieldProps {
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
  readonly chosen: readonly string[];
  /** Side by side where there is room; below each other otherwise. */
  readonly inline?: boolean;
}

const Choices = (type: 'radio' | 'checkbox') => (given: ChoicesProps) => {
  const props = { ...given, theirs: theirWords(given) };
  const all = [...(props.choices ?? []), ...(props.groups ?? []).flatMap((group) => group.choices)];
  const item = (choice: Choice) => (
    <ChoiceItem
      choice={choice}
      type={type}
      name={props.name}
      id={choice === all[0] ? fieldId(props.name) : `${fieldId(props.name)}-${choice.value}`}
      checked={props.chosen.includes(choice.value)}
    />
  );
  return (
    <fieldset
      class={`field choices${props.inline ? ' is-inline' : ''}${props.error ? ' has-error' : ''}`}
      aria-describedby={describedBy(props)}
    >
      <legend>
        {props.label}
        <Optional {...props} />
      </legend>
      <FieldHelp {...props} />
      {props.choices ? <div class="choices__list">{props.choices.map(item)}</div> : null}
      {props.groups?.map(({ label, lang, choices }, index) => (
        <div
          class="choices__group"
          role="group"
          aria-labelledby={`${fieldId(props.name)}-group-${index}`}
        >
          <p class="choices__label" id={`${fieldId(props.name)}-group-${index}`} lang={lang}>
            {label}
          </p>
          <div class="choices__list">{choices.map(item)}</div>
        </div>
      ))}
    </fieldset>
  );
};

/** One of several, all in view; the first has the field's id. */
export const RadioGroup = Choices('radio');
/** Any of several. */
export const CheckboxGroup = Choices('checkbox');

interface ChoiceItemProps {
  readonly choice: Choice;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
}

export const ChoiceItem = ({ choice, type, name, id, checked }: ChoiceItemProps) => (
  <div class="choice">
    <input
      type={type}
      id={id}
      name={name}
      value={choice.value}
      checked={checked}
      aria-describedby={choice.hint ? `${id}-hint` : undefined}
    />
    <label for={id}>
      {choice.icon}
      <span>
        {choice.lang ? <span lang={choice.lang}>{choice.label}</span> : choice.label}
        {choice.count === undefined ? null : (
          <span class="choice__count" data-filtered>
            {' '}
            {choice.count}
          </span>
        )}
      </span>
    </label>
    {choice.hint ? (
      <p class="hint" id={`${id}-hint`}>
        {choice.hint}
      </p>
    ) : null}
  </div>
);
