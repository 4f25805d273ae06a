import { CheckboxGroup } from '../../components/choices.js';
import { TextField } from '../../components/text-fields.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { FormReader } from '../../forms/form-reader.js';

/** At what hour, and how long. */
export const readTime = (reader: FormReader) => ({
  time: clock(reader.text('time')),
  minutes: reader.integer('minutes'),
});

export const readHours = (reader: FormReader) => ({
  on: reader.date('on'),
  ...readTime(reader),
  online: reader.yes('online'),
  place: reader.text('place'),
});

/** „18.30“, „18:30 Uhr“ and „9:00“ are meant as they are written here; all else comes back. */
const clock = (said: string | undefined): string | undefined => {
  const [, hours, minutes = '00'] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:Uhr|h)?$/i.exec(said ?? '') ?? [];
  return hours === undefined ? said : `${hours.padStart(2, '0')}:${minutes}`;
};

/** When and where a meeting is. */
export const HoursFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <TextField
        {...fields.text('on')}
        label={t('roundtable.meeting.on')}
        hint={t('roundtable.meeting.on.hint')}
        size="short"
        required
      />
      <TimeFields fields={fields} />
      <PlaceField fields={fields} />
      <CheckboxGroup
        {...fields.list('online')}
        label={t('roundtable.meeting.online')}
        hint={t('roundtable.meeting.online.hint')}
        choices={[{ value: 'yes', label: t('roundtable.meeting.online.yes') }]}
      />
    </>
  );
};

export const TopicField = ({ fields }: { readonly fields: FormFields }) => (
  <TextField
    {...fields.text('topic')}
    label={fields.t('roundtable.meeting.topic')}
    hint={fields.t('roundtable.meeting.topic.hint')}
    maxLength={300}
    optional
  />
);

export const TimeFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <div class="form__row">
      <TextField
        {...fields.text('time')}
        label={t('roundtable.time')}
        hint={t('roundtable.time.hint')}
        size="short"
        optional
      />
      <TextField
        {...fields.text('minutes')}
        label={t('roundtable.minutes')}
        size="short"
        inputMode="numeric"
        optional
      />
    </div>
  );
};

export const PlaceField = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <TextField {...fields.text('place')} label={t('roundtable.place')} maxLength={300} optional />
  );
};
