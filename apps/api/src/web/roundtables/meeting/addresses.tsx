import type { Translate } from '@klimaspur/messages';
import type { Contact } from '@klimaspur/vault';
import { CopyText } from '../../components/copy-text.js';

interface AddressesProps {
  readonly t: Translate;
  readonly name: string;
  /** The mail they are for. */
  readonly of: string;
  readonly hint: string;
  /** Organisations. */
  readonly to: readonly string[];
  readonly contacts: readonly Contact[];
}

/** For the field „Bcc“, so that nobody sees the addresses of the others. */
export const Addresses = ({ t, name, of, hint, to, contacts }: AddressesProps) => {
  const emails = contacts
    .filter(({ actor }) => to.includes(actor))
    .flatMap(({ email }) => email ?? []);
  const value = [...new Set(emails)].join(', ');
  return value === '' ? (
    <p>{t('roundtable.letters.nobody', { count: to.length })}</p>
  ) : (
    <CopyText
      {...{ t, name, hint, value }}
      label={`${of}: ${t('roundtable.letters.to')}`}
      rows={2}
    />
  );
};
