import { actorKinds } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { ActorDetail } from '@klimaspur/read-models';
import { SelectField } from '../../components/choices.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { Typed } from '../../forms/typed.js';
import { codeWord } from '../../words/entry-words.js';

export const actorAsTyped = (actor: ActorDetail): Typed => ({
  name: actor.name,
  kind: actor.kind,
  organ: actor.organ ?? '',
  website: actor.website ?? '',
  contact: actor.contact ?? '',
  description: actor.description ?? '',
});

export const readActor = (reader: FormReader) => ({
  kind: reader.text('kind'),
  organ: reader.text('organ'),
  text: {
    name: reader.text('name'),
    website: reader.text('website'),
    contact: reader.text('contact'),
    description: reader.text('description'),
  },
});

export const kindChoices = (t: Translate) =>
  actorKinds.map((value) => ({ value, label: codeWord(t, 'actorKind', value) }));

interface ActorFieldsProps {
  readonly fields: FormFields;
  /** The bodies and offices that the town has. */
  readonly organs: readonly { readonly id: string; readonly name: string }[];
}

export const ActorFields = ({ fields, organs }: ActorFieldsProps) => {
  const { t } = fields;
  return (
    <>
      <TextField {...fields.text('name')} label={t('alliance.name')} maxLength={200} required />
      <SelectField {...fields.text('kind')} label={t('alliance.kind')} choices={kindChoices(t)} />
      {organs.length === 0 ? null : (
        <SelectField
          {...fields.text('organ')}
          label={t('alliance.organ')}
          hint={t('alliance.organ.hint')}
          choices={[
            { value: '', label: t('alliance.organ.none') },
            ...organs.map(({ id, name }) => ({ value: id, label: name, lang: 'de' })),
          ]}
        />
      )}
      <TextArea
        {...fields.text('description')}
        label={t('alliance.description')}
        maxLength={10_000}
        optional
      />
      <TextField {...fields.text('website')} label={t('alliance.website')} type="url" optional />
      <TextField
        {...fields.text('contact')}
        label={t('alliance.contact')}
        hint={t('alliance.contact.hint')}
        maxLength={300}
        optional
      />
    </>
  );
};
