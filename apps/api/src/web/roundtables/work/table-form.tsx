import { mandates, roundtableFormats } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { ActorDetail, Municipality, RoundtableDetail } from '@klimaspur/read-models';
import { CheckboxGroup, RadioGroup, SelectField } from '../../components/choices.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { Typed } from '../../forms/typed.js';
import { codeWord } from '../../words/entry-words.js';

export const tableAsTyped = ({ name, format, described }: RoundtableDetail): Typed => ({
  name,
  format,
  topic: described?.text?.topic ?? '',
  description: described?.text?.description ?? '',
  mandate: described?.mandate ?? '',
  mandateText: described?.text?.mandate ?? '',
  organ: described?.organ ?? '',
  convenor: described?.convenor ?? '',
  moderation: described?.text?.moderation ?? '',
  place: described?.text?.place ?? '',
  rules: described?.text?.rules ?? '',
  rulesUrl: described?.text?.rulesUrl ?? '',
  approvalDays: described?.approvalDays === undefined ? '' : String(described.approvalDays),
  openToPublic: described?.openToPublic ? ['yes'] : [],
});

/** `decision`: the one that gave the mandate; it is chosen nowhere here and stays. */
export const readTable = (reader: FormReader, decision: string | undefined) => ({
  format: reader.text('format'),
  mandate: reader.text('mandate'),
  ...(decision === undefined ? {} : { decision }),
  organ: reader.text('organ'),
  convenor: reader.text('convenor'),
  openToPublic: reader.yes('openToPublic'),
  approvalDays: reader.integer('approvalDays'),
  text: {
    name: reader.text('name'),
    topic: reader.text('topic'),
    description: reader.text('description'),
    mandate: reader.text('mandateText'),
    rules: reader.text('rules'),
    rulesUrl: reader.text('rulesUrl'),
    moderation: reader.text('moderation'),
    place: reader.text('place'),
  },
});

/** Which field of the form stands for a path of the command. */
export const fieldOfTable = (path: string): string =>
  path === 'text.mandate' ? 'mandateText' : path.replace('text.', '');

export const FormatFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <TextField
        {...fields.text('name')}
        label={t('roundtable.name')}
        hint={t('roundtable.name.hint')}
        maxLength={200}
        required
      />
      <RadioGroup
        {...fields.list('format')}
        label={t('roundtable.format')}
        choices={roundtableFormats.map((value) => ({
          value,
          label: codeWord(t, 'roundtableFormat', value),
          hint: codeWord(t, 'roundtableFormat.hint', value),
        }))}
      />
    </>
  );
};

interface TableFieldsProps {
  readonly fields: FormFields;
  readonly town: Municipality;
  readonly actors: readonly ActorDetail[];
}

/** Mandate, rules and habits of a round table. */
export const TableFields = ({ fields, town, actors }: TableFieldsProps) => {
  const { t } = fields;
  return (
    <>
      <FormatFields fields={fields} />
      <TextField {...fields.text('topic')} label={t('roundtable.topic')} maxLength={300} optional />
      <TextArea
        {...fields.text('description')}
        label={t('roundtable.description')}
        maxLength={10_000}
        optional
      />
      <RadioGroup
        {...fields.list('mandate')}
        label={t('roundtable.mandate')}
        choices={mandates.map((value) => ({ value, label: codeWord(t, 'mandate', value) }))}
      />
      <TextArea
        {...fields.text('mandateText')}
        label={t('roundtable.mandate.text')}
        maxLength={4000}
        optional
      />
      <SelectField
        {...fields.text('organ')}
        label={t('roundtable.organ')}
        choices={named(t, town.organs)}
      />
      <SelectField
        {...fields.text('convenor')}
        label={t('roundtable.convenor')}
        choices={named(t, actors)}
      />
      <TextField
        {...fields.text('moderation')}
        label={t('roundtable.moderation')}
        hint={t('roundtable.moderation.hint')}
        maxLength={300}
        optional
      />
      <TextField {...fields.text('place')} label={t('roundtable.place')} maxLength={300} optional />
      <TextArea
        {...fields.text('rules')}
        label={t('roundtable.rules')}
        maxLength={10_000}
        optional
      />
      <TextField
        {...fields.text('rulesUrl')}
        label={t('roundtable.rulesUrl')}
        type="url"
        optional
      />
      <TextField
        {...fields.text('approvalDays')}
        label={t('roundtable.approvalDays')}
        hint={t('roundtable.approvalDays.hint')}
        size="short"
        inputMode="numeric"
        optional
      />
      <CheckboxGroup
        {...fields.list('openToPublic')}
        label={t('roundtable.guests')}
        choices={[{ value: 'yes', label: t('roundtable.openToPublic') }]}
      />
    </>
  );
};

const named = (t: Translate, things: readonly { readonly id: string; readonly name: string }[]) => [
  { value: '', label: t('roundtable.noChoice') },
  ...things.map(({ id, name }) => ({ value: id, label: name, lang: 'de' })),
];
