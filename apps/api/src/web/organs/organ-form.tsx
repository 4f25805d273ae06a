import { organKinds } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { OrganItem } from '@klimaspur/read-models';
import { RadioGroup, SelectField } from '../components/choices.js';
import { TextArea, TextField } from '../components/text-fields.js';
import type { FormFields } from '../forms/form-fields.js';
import type { FormReader } from '../forms/form-reader.js';
import type { Typed } from '../forms/typed.js';
import { codeWord } from '../words/entry-words.js';

export const organAsTyped = (organ: OrganItem): Typed => ({
  name: organ.name,
  kind: organ.kind,
  decidesFinally: organ.decidesFinally ? 'yes' : 'no',
  seats: organ.seats === null ? '' : String(organ.seats),
  website: organ.website ?? '',
  note: organ.note ?? '',
});

/** What makes a body: its name, its kind, whether its vote ends a matter. */
export const readOrgan = (reader: FormReader) => {
  const finally_ = reader.text('decidesFinally');
  return {
    kind: reader.text('kind'),
    decidesFinally: finally_ === undefined ? undefined : finally_ === 'yes',
    text: { name: reader.text('name') },
  };
};

/** What can be said of it besides. */
export const readDescription = (reader: FormReader) => {
  const { text, ...terms } = readOrgan(reader);
  return {
    ...terms,
    seats: reader.integer('seats'),
    text: { ...text, website: reader.text('website'), note: reader.text('note') },
  };
};

export const OrganFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <TextField
        {...fields.text('name')}
        label={t('organ.name')}
        hint={t('organ.name.hint')}
        maxLength={200}
        required
      />
      <SelectField
        {...fields.text('kind')}
        label={t('organ.kind')}
        hint={t('organ.kind.hint')}
        choices={[{ value: '', label: t('form.choose') }, ...kindChoices(t)]}
        required
      />
      <RadioGroup
        {...fields.list('decidesFinally')}
        label={t('organ.decidesFinally')}
        hint={t('organ.decidesFinally.hint')}
        choices={[
          { value: 'yes', label: t('organ.decidesFinally.yes') },
          { value: 'no', label: t('organ.decidesFinally.no') },
        ]}
      />
    </>
  );
};

const kindChoices = (t: Translate) =>
  organKinds.map((value) => ({ value, label: codeWord(t, 'organKind', value) }));

/** From which day the name holds; nothing there says that it was called so all along. */
export const SinceField = ({ fields }: { readonly fields: FormFields }) => (
  <TextField
    {...fields.text('since')}
    label={fields.t('organ.since')}
    hint={fields.t('organ.since.hint')}
    size="short"
    optional
  />
);

export const DescriptionFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <TextField
        {...fields.text('seats')}
        label={t('organ.seats')}
        size="short"
        inputMode="numeric"
        optional
      />
      <TextField {...fields.text('website')} label={t('organ.website')} type="url" optional />
      <TextArea {...fields.text('note')} label={t('organ.note')} maxLength={4000} optional />
    </>
  );
};
