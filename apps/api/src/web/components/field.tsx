import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';

/** What a control needs so that hint and error are read with it. */
export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

export interface FieldProps {
  readonly t: Translate;
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong and what to do about it, in full words. */
  readonly error?: string;
  /** Said in words beside the label; fields that must be filled in carry no mark. */
  readonly optional?: boolean;
  /** What somebody else saved here meanwhile, in words. */
  readonly theirs?: string;
}

/** The id of a control; ErrorSummary links to it. */
export const fieldId = (name: string): string => `field-${name}`;

export const describedBy = ({ name, hint, error, theirs }: FieldProps): string | undefined =>
  [
    ...(hint ? [`${fieldId(name)}-hint`] : []),
    ...(theirs === undefined ? [] : [`${fieldId(name)}-theirs`]),
    ...(error ? [`${fieldId(name)}-error`] : []),
  ].join(' ') || undefined;

/** Hint and error, between label and control. */
export const FieldHelp = ({ t, name, hint, error, theirs }: FieldProps) => (
  <>
    {hint ? (
      <p class="hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    ) : null}
    {theirs === undefined ? null : (
      <p class="theirs" id={`${fieldId(name)}-theirs`}>
        {theirs === '' ? t('form.theirs.none') : t('form.theirs', { value: theirs })}
      </p>
    )}
    {error ? (
      <p class="error" id={`${fieldId(name)}-error`}>
        <span class="hidden">{t('form.error.prefix')} </span>
        {error}
      </p>
    ) : null}
  </>
);

interface ControlledProps extends FieldProps {
  readonly control: (attributes: ControlAttributes) => ComponentChildren;
}

/** Label, hint, error, control: in the order in which they are read. */
export const Field = ({ control, ...field }: ControlledProps) => {
  const id = fieldId(field.name);
  return (
    <div class={`field${field.error ? ' has-error' : ''}`}>
      <label for={id}>
        {field.label}
        <Optional {...field} />
      </label>
      <FieldHelp {...field} />
      {control({
        id,
        name: field.name,
        'aria-describedby': describedBy(field),
        'aria-invalid': field.error ? 'true' : undefined,
      })}
    </div>
  );
};

export const Optional = ({ t, optional }: FieldProps) =>
  optional ? <span class="optional"> ({t('form.optional')})</span> : null;
