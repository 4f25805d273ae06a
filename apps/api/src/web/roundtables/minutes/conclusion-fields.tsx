import { handedTo, itemResults } from '@klimaspur/domain';
import { CheckboxGroup, RadioGroup, SelectField } from '../../components/choices.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import { Fold } from '../../forms/form.js';
import type { FormFields } from '../../forms/form-fields.js';
import { codeWord } from '../../words/entry-words.js';
import { Reason } from './correction.js';
import { EvidenceFold } from './evidence-fold.js';
import { actorChoice, actorsOf, type AtMeeting } from './meeting.js';

interface ConclusionFieldsProps {
  readonly at: AtMeeting;
  readonly fields: FormFields;
  readonly isCorrection: boolean;
}

const ofDissent = ['dissent'] as const;
const ofHandingOver = ['handedTo', 'recipient', 'answerBy'] as const;

/** What everybody agrees on comes first, then the result. */
export const ConclusionFields = ({ at, fields, isCorrection }: ConclusionFieldsProps) => {
  const { t } = fields;
  const isOpen = (...names: readonly string[]) =>
    fields.needsEye(...names) || fields.isFilled(...names);
  return (
    <>
      <TextArea
        {...fields.text('commonGround')}
        label={t('roundtable.commonGround')}
        hint={t('roundtable.commonGround.hint')}
        maxLength={4000}
        optional
      />
      <RadioGroup
        {...fields.list('result')}
        label={t('roundtable.conclude.result')}
        choices={itemResults.map((value) => ({
          value,
          label: codeWord(t, 'roundtable.result', value),
          hint: codeWord(t, 'roundtable.resultMeans', value),
        }))}
      />
      <Fold title={t('roundtable.conclude.dissent')} open={isOpen(...ofDissent)}>
        <Dissent {...{ at, fields }} />
      </Fold>
      <Fold title={t('roundtable.conclude.handOver')} open={isOpen(...ofHandingOver)}>
        <HandingOver {...{ at, fields }} />
      </Fold>
      <TextArea
        {...fields.text('text')}
        label={t('roundtable.conclude.text')}
        hint={t('roundtable.conclude.text.hint')}
        maxLength={10_000}
        rows={5}
        optional
      />
      <EvidenceFold fields={fields} />
      {isCorrection ? <Reason fields={fields} ifChanged /> : null}
    </>
  );
};

type PartProps = Omit<ConclusionFieldsProps, 'isCorrection'>;

const Dissent = ({ at, fields }: PartProps) => {
  const { t } = fields;
  const there = new Set([...(at.meeting.held?.groups ?? []), ...fields.list('dissent').chosen]);
  const { all } = actorsOf(at.about);
  const groups = there.size === 0 ? all : all.filter(({ id }) => there.has(id));
  return (
    <CheckboxGroup
      {...fields.list('dissent')}
      label={t('roundtable.conclude.who')}
      hint={t('roundtable.conclude.who.hint')}
      choices={groups.map(actorChoice)}
    />
  );
};

const HandingOver = ({ at, fields }: PartProps) => {
  const { t } = fields;
  const none = { value: '', label: t('roundtable.noChoice') };
  const { choices } = actorsOf(at.about);
  return (
    <>
      <SelectField
        {...fields.text('handedTo')}
        label={t('roundtable.conclude.handedTo')}
        choices={[
          none,
          ...handedTo.map((value) => ({ value, label: codeWord(t, 'roundtable.handedTo', value) })),
        ]}
      />
      <SelectField
        {...fields.text('recipient')}
        label={t('roundtable.conclude.recipient')}
        hint={t('roundtable.conclude.recipient.hint')}
        choices={choices(none.label)}
      />
      <TextField
        {...fields.text('answerBy')}
        label={t('roundtable.conclude.answerBy')}
        hint={t('form.date.hint')}
        size="short"
        optional
      />
    </>
  );
};
