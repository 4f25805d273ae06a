import { Field, type FieldProps } from './field.js';

/** Preact's types have one kind of element per type of input; this one is chosen at run time. */
type AnyType = 'text';

interface TextFieldProps extends FieldProps {
  readonly value?: string;
  readonly type?: 'text' | 'search' | 'url' | 'email' | 'number' | 'date' | 'datetime-local';
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly autocomplete?: 'off' | 'name' | 'email' | 'nickname' | 'organization' | 'url';
  readonly lang?: string;
  readonly inputMode?: 'numeric' | 'decimal';
  /** As wide as what is to be typed: a year, a number. */
  readonly size?: 'short';
}

export const TextField = (props: TextFieldProps) => (
  <Field
    {...props}
    control={(attributes) => (
      <input
        {...attributes}
        class={props.size === 'short' ? 'input is-short' : 'input'}
        type={(props.type ?? 'text') as AnyType}
        value={props.value}
        maxLength={props.maxLength}
        required={props.required}
        autocomplete={props.autocomplete}
        lang={props.lang}
        inputMode={props.inputMode}
      />
    )}
  />
);

interface TextAreaProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly required?: boolean;
  /** That in which people write here: German, unless something else is said. */
  readonly lang?: string;
  /** To be copied, not to be changed. */
  readonly readOnly?: boolean;
}

export const TextArea = (props: TextAreaProps) => (
  <Field
    {...props}
    control={(attributes) => (
      <textarea
        {...attributes}
        class="input"
        rows={props.rows ?? 3}
        lang={props.lang ?? (props.readOnly ? undefined : 'de')}
        readOnly={props.readOnly}
        maxLength={props.maxLength}
        required={props.required}
      >
        {props.value}
      </textarea>
    )}
  />
);
