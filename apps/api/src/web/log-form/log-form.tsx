import type { Translate } from '@klimaspur/messages';
import { SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { type FormError, WithErrors } from '../components/error-summary.js';
import { fieldId } from '../components/field.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { EvidenceFields, needsEye } from '../evidence/evidence-fields.js';
import { MULTIPART } from '../forms/form.js';
import { ratingCodes } from './assessment-body.js';
import { AssessmentFields } from './assessment-fields.js';
import type { ChoicesOfDay } from './choices-of-day.js';
import { logChoice } from './log-choices.js';
import { type LogFormValues, moreFields, ORDER } from './log-form-body.js';

export interface LogFormProps {
  readonly t: Translate;
  readonly action: string;
  readonly today: string;
  readonly values: LogFormValues;
  readonly errors: readonly FormError[];
  /** For the day in the form. */
  readonly offer: ChoicesOfDay;
  readonly organs: readonly { readonly id: string; readonly name: string }[];
  /** Who assesses, where nobody else is named. */
  readonly observers: string;
}

/** Three fields: when, what, a note. Everything else waits folded away. */
export const LogForm = (props: LogFormProps) => {
  const { t, action, values, errors, offer, observers } = props;
  const field = (name: string) => ({
    t,
    name,
    error: errors.find((error) => error.name === name)?.text,
  });
  return (
    <WithErrors t={t} errors={errors}>
      <form class="form log-form" method="post" action={action} enctype={MULTIPART} novalidate>
        {/* Enter means the first button of a form. */}
        <button type="submit" hidden>
          {t('log.save')}
        </button>
        <input type="hidden" name="key" value={values.key} />
        <WhenAndWhat {...props} field={field} />
        <TextArea
          {...field('note')}
          label={t('log.note')}
          hint={t('log.note.hint')}
          optional
          value={values.note}
        />
        {offersRating(offer) ? (
          <AssessmentFields
            {...{ t, field, observers }}
            typed={values.assessment}
            rates={values.rates}
          />
        ) : null}
        <Evidence {...props} field={field} />
        <More {...props} field={field} />
        <p class="form__actions">
          <button class="button" type="submit">
            {t('log.save')}
          </button>
        </p>
      </form>
    </WithErrors>
  );
};

const offersRating = ({ groups }: ChoicesOfDay): boolean =>
  groups.some(({ choices }) => choices.some(({ value }) => ratingCodes.includes(value)));

/**
 * The day first, because what can be chosen depends on it. With the script the choices follow the day at once;
 * without, a button asks for them, and whoever saves what does not fit is asked once more.
 */
const WhenAndWhat = (props: LogFormProps & Fields) => {
  const { t, action, today, values, offer, field } = props;
  return (
    <choices-of-day>
      <DateField {...field('on')} label={t('log.when')} value={values.on} max={today} />
      <p class="log-form__order">
        <button
          class="button is-quiet"
          type="submit"
          name={ORDER}
          value="yes"
          formaction={`${action}#${fieldId('what')}`}
        >
          {t('log.order')}
        </button>
      </p>
      <input type="hidden" name="orderedFor" value={offer.day} />
      <SelectField
        {...field('what')}
        label={t('log.what')}
        hint={
          <span role="status">
            {offer.standing} <span data-chosen>{chosenMisfit(props)}</span>
          </span>
        }
        value={values.what}
        choices={[{ value: '', label: t('log.what.choose') }]}
        groups={offer.groups}
      />
    </choices-of-day>
  );
};

/** Where it is asked about, it is said already. */
const chosenMisfit = ({ t, values, offer, errors }: LogFormProps) => {
  if (errors.some(({ name }) => name === 'what')) return null;
  const choice = logChoice(values.what);
  const reason = choice && offer.misfit(choice.code);
  return reason && t('log.misfit.chosen', { choice: t(choice.label), reason });
};

interface Fields {
  readonly field: FieldOf;
}
type FieldOf = (name: string) => { t: Translate; name: string; error: string | undefined };

/** A photo of the agenda, a paper, an address: folded away as well, but one tap away. */
const Evidence = ({ t, values, field }: LogFormProps & Fields) => {
  const fields = { typed: values.evidence, field };
  return (
    <details class="disclosure log-form__more" open={needsEye(fields)}>
      <summary>{t('log.evidence')}</summary>
      <EvidenceFields t={t} {...fields} />
    </details>
  );
};

const More = ({ t, values, organs, field }: LogFormProps & Fields) => {
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
