import type { Contact, ContactChange } from '@klimaspur/vault';
import { TextArea, TextField } from '../../components/text-fields.js';
import type { FormFields } from '../../forms/form-fields.js';
import { filled, type FormReader } from '../../forms/form-reader.js';
import type { Typed } from '../../forms/typed.js';

export const contactAsTyped = ({ name = '', email = '', note = '' }: Contact): Typed => ({
  ...{ name, email, note },
});

const longest = { name: 200, email: 320, note: 1000 } as const;

export const readContact = (reader: FormReader): ContactChange => {
  const said = {
    name: reader.text('name'),
    email: reader.text('email'),
    note: reader.text('note'),
  };
  if (!said.name && !said.email) reader.fail('name', 'alliance.problem.contact');
  if (said.email !== undefined && !/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(said.email)) {
    reader.fail('email', 'alliance.problem.email');
  }
  for (const [field, max] of Object.entries(longest)) {
    if ((said[field as keyof typeof said] ?? '').length > max) {
      reader.fail(field, 'alliance.problem.tooLong', { max });
    }
  }
  return { ...filled(said), changedAt: Date.now() };
};

export const ContactFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <TextField
        {...fields.text('name')}
        label={t('alliance.contact.name')}
        maxLength={longest.name}
        autocomplete="off"
        optional
      />
      <TextField
        {...fields.text('email')}
        label={t('alliance.contact.email')}
        type="email"
        maxLength={longest.email}
        autocomplete="off"
        optional
      />
      <TextArea
        {...fields.text('note')}
        label={t('alliance.contact.note')}
        hint={t('alliance.contact.note.hint')}
        maxLength={longest.note}
        optional
      />
    </>
  );
};
