import type { MeasureState } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import { type ChoiceGroup, SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { ErrorSummary, type FormError } from '../components/error-summary.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { EvidenceFields, needsEye } from '../evidence/evidence-fields.js';
import { MULTIPART } from '../forms/form.js';
import { fits, logChoices, type ChoiceGroupCode, type LogChoice } from './log-choices.js';
import { type LogFormValues, moreFields } from './log-form-body.js';

export interface LogFormProps {
  readonly t: Translate;
  readonly action: string;
  readonly today: string;
  readonly values: LogFormValues;
  readonly errors: readonly FormError[];
  readonly groups: readonly ChoiceGroup[];
  readonly organs: readonly { readonly id: string; readonly name: string }[];
}

const groups: readonly ChoiceGroupCode[] = ['council', 'work', 'assessment', 'check'];

/** What the viewer can say about a measure that stands like this, sorted as the way of a measure goes. */
export const choiceGroups = (
  t: Translate,
  state: MeasureState,
  now: string,
  may: (choice: LogChoice) => boolean,
): readonly ChoiceGroup[] => {
  const allowed = logChoices.filter(may);
  const fitting = new Set(allowed.filter((choice) => fits(choice, state, now)));
  const offered = ({ code, label }: LogChoice) => ({ value: code, label: t(label) });
  const odd = allowed.filter((choice) => !fitting.has(choice));
  return [
    ...groups.map((group) => ({
      label: t(`log.group.${group}`),
      choices: allowed
        .filter((choice) => choice.group === group && fitting.has(choice))
        .map(offered),
    })),
    { label: t('log.group.odd'), choices: odd.map(offered) },
  ].filter(({ choices }) => choices.length > 0);
};

/** Three fields: what, when, a note. Everything else waits folded away. */
export const LogForm = (props: LogFormProps) => {
  const { t, action, today, values, errors } = props;
  const field = (name: string) => ({
    t,
    name,
    error: errors.find((error) => error.name === name)?.text,
  });
  return (
    <>
      <ErrorSummary t={t} errors={errors} />
      <form class="form log-form" method="post" action={action} enctype={MULTIPART} novalidate>
        <input type="hidden" name="key" value={values.key} />
        <SelectField
          {...field('what')}
          label={t('log.what')}
          value={values.what}
          choices={[{ value: '', label: t('log.what.choose') }]}
          groups={props.groups}
        />
        <DateField {...field('on')} label={t('log.when')} value={values.on} max={today} />
        <TextArea
          {...field('note')}
          label={t('log.note')}
          hint={t('log.note.hint')}
          optional
          value={values.note}
        />
        <Evidence {...props} field={field} />
        <More {...props} field={field} />
        <p class="form__actions">
          <button class="button" type="submit">
            {t('log.save')}
          </button>
        </p>
      </form>
    </>
  );
};

type FieldOf = (name: string) => { t: Translate; name: string; error: string | undefined };

/** A photo of the agenda, a paper, an address: folded away as well, but one tap away. */
const Evidence = ({ t, values, field }: LogFormProps & { field: FieldOf }) => {
  const fields = { typed: values.evidence, field };
  return (
    <details class="disclosure log-form__more" open={needsEye(fields)}>
      <summary>{t('log.evidence')}</summary>
      <EvidenceFields t={t} {...fields} />
    </details>
  );
};

const More = ({ t, values, organs, field }: LogFormProps & { field: FieldOf }) => {
  const { more } = values;
  const open = moreFields.some((name) => more[name] !== '' || field(name).error !== undefined);
  return (
    <details class="disclosure log-form__more" open={open}>
      <summary>{t('log.more')}</summary>
      <SelectField
        {...field('organ')}
        label={t('log.organ')}
        value={more.organ}
        choices={[
          { value: '', label: t('log.organ.none') },
          ...organs.map(({ id, name }) => ({ value: id, label: name, lang: 'de' })),
        ]}
      />
      <TextField {...field('paper')} label={t('log.paper')} value={more.paper} />
      <TextField
        {...field('plannedStart')}
        label={t('log.plannedStart')}
        hint={t('log.planned.hint')}
        value={more.plannedStart}
      />
      <TextField {...field('plannedEnd')} label={t('log.plannedEnd')} value={more.plannedEnd} />
      <TextField {...field('percent')} label={t('log.percent')} value={more.percent} />
      <div class="form__row">
        <TextField {...field('yes')} label={t('log.votesYes')} value={more.yes} />
        <TextField {...field('no')} label={t('log.votesNo')} value={more.no} />
        <TextField {...field('abstain')} label={t('log.votesAbstain')} value={more.abstain} />
      </div>
    </details>
  );
};
