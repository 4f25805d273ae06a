import { TextArea } from '../components/text-fields.js';
import type { FormFields } from './form-fields.js';

/** Why something is taken back or hidden; everybody can read it. */
export const ReasonField = ({
  fields,
  hint,
}: {
  readonly fields: FormFields;
  readonly hint?: string;
}) => (
  <TextArea
    {...fields.text('reason')}
    label={fields.t('unpublish.reason')}
    hint={hint}
    maxLength={1000}
    required
  />
);
