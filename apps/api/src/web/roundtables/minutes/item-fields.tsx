import { itemKinds, openFollowUps } from '@klimaspur/domain';
import { RadioGroup, SelectField } from '../../components/choices.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import { Fold } from '../../forms/form.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { FormReader } from '../../forms/form-reader.js';
import { codeWord } from '../../words/entry-words.js';
import { actorsOf, type AtMeeting, measuresToChoose } from './meeting.js';

/** What an item says, but for its place. */
export const itemBody = (reader: FormReader) => ({
  kind: reader.text('kind'),
  measure: reader.text('measure'),
  followUp: reader.text('followUp'),
  broughtBy: reader.text('broughtBy'),
  text: {
    topic: reader.text('topic'),
    text: reader.text('text'),
    commonGround: reader.text('commonGround'),
  },
});

export const ItemFields = ({ at, fields }: { at: AtMeeting; fields: FormFields }) => {
  const { t } = fields;
  const { about, table } = at;
  const actors = actorsOf(about);
  const promised = openFollowUps(table, about.reading.view.asOf);
  const more = ['text', 'commonGround', 'measure', 'broughtBy', 'followUp'] as const;
  const none = { value: '', label: t('roundtable.noChoice') };
  return (
    <>
      <input type="hidden" name="item" value={fields.text('item').value} />
      <TextField
        {...fields.text('topic')}
        label={t('roundtable.item.topic')}
        lang="de"
        maxLength={300}
        required
      />
      <RadioGroup
        {...fields.list('kind')}
        label={t('roundtable.item.kind')}
        choices={itemKinds.map((value) => ({
          value,
          label: codeWord(t, 'roundtable.itemKind', value),
        }))}
        inline
      />
      <Fold
        title={t('roundtable.item.more')}
        open={fields.needsEye(...more) || fields.isFilled(...more)}
      >
        <TextArea
          {...fields.text('commonGround')}
          label={t('roundtable.item.commonGround')}
          hint={t('roundtable.item.commonGround.hint')}
          maxLength={4000}
          optional
        />
        <TextArea
          {...fields.text('text')}
          label={t('roundtable.item.text')}
          maxLength={10_000}
          optional
        />
        <SelectField
          {...fields.text('measure')}
          label={t('roundtable.item.measure')}
          hint={t('roundtable.item.measure.hint')}
          choices={measuresToChoose(about)}
        />
        <SelectField
          {...fields.text('broughtBy')}
          label={t('roundtable.item.broughtBy')}
          choices={actors.choices(none.label)}
        />
        {promised.length === 0 ? null : (
          <SelectField
            {...fields.text('followUp')}
            label={t('roundtable.item.followUp')}
            choices={[
              none,
              ...promised.map(({ followUp }) => ({
                value: followUp.followUp,
                label: `${actors.nameOf(followUp.actor)}: ${followUp.what}`,
                lang: 'de',
              })),
            ]}
          />
        )}
      </Fold>
    </>
  );
};
