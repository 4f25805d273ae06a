import { TextArea } from '../../components/text-fields.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { FormWish } from '../../forms/form-writer.js';
import { fieldWithEvidence } from './evidence-fold.js';

interface Said {
  readonly occurredOn: string | null;
  readonly text: object;
}

/** What an entry of a round table should have said, in full, with the reason. */
export const correctionOf = (
  id: string,
  entry: string,
  { occurredOn, text, ...replacement }: Said,
  reason: string | undefined,
): FormWish => ({
  category: 'roundtable',
  command: 'correct-entry',
  id,
  body: { occurredOn, entry, replacement, text: { reason, replacement: text } },
  fieldOf: fieldWithEvidence((path) =>
    path === 'text.reason' ? 'reason' : path.replace(/^(text\.)?replacement\.|^text\./, ''),
  ),
});

interface ReasonProps {
  readonly fields: FormFields;
  /** Other things can be recorded with the same form. */
  readonly ifChanged?: boolean;
}

/** Why something that was recorded is changed. */
export const Reason = ({ fields, ifChanged }: ReasonProps) => (
  <TextArea
    {...fields.text('reason')}
    label={fields.t('correct.reason')}
    hint={fields.t(ifChanged ? 'roundtable.correct.ifChanged.hint' : 'roundtable.correct.hint')}
    maxLength={1000}
    required={!ifChanged}
  />
);
