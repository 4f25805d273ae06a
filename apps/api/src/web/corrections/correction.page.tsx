import { catalogue, type EventType } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import { ChoiceItem, SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import type { DateFieldValue } from '../components/date-field-value.js';
import { type FormError, WithErrors } from '../components/error-summary.js';
import { fieldId } from '../components/field.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { EvidenceFields, needsEye } from '../evidence/evidence-fields.js';
import { Fold, MULTIPART } from '../forms/form.js';
import type { Typed } from '../forms/typed.js';
import { DueToNotice } from './due-to-notice.js';
import {
  answers,
  codeChoices,
  type EntryField,
  fieldLabel,
  isLong,
  isMoney,
  nameOf,
} from './entry-fields.js';

export interface CorrectionValues {
  readonly on: DateFieldValue;
  readonly reason: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly key: string;
  readonly dueToNotice: boolean;
  /** The fields of a piece of evidence that is added. */
  readonly evidence: Typed;
}

interface CorrectionProps {
  readonly t: Translate;
  readonly action: string;
  /** What the entry says, in plain words. */
  readonly entry: string;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly fields: readonly EntryField[];
  readonly organs: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly values: CorrectionValues;
  readonly errors: readonly FormError[];
}

const problemAt = (errors: readonly FormError[], name: string) =>
  errors.find((error) => error.name === name)?.text;

/** „Eintrag berichtigen“: all the entry says, to be said anew, and why. */
export const CorrectionPage = (props: CorrectionProps) => {
  const { t, values, errors } = props;
  return (
    <>
      <PageTitle title={t('correct.title')} lead={t('correct.lead')} />
      <p>
        {t('correct.what')}: <strong lang="de">{props.entry}</strong>
      </p>
      <WithErrors t={t} errors={errors}>
        <form class="form" method="post" action={props.action} enctype={MULTIPART} novalidate>
          <input type="hidden" name="key" value={values.key} />
          <DateField
            t={t}
            name="on"
            label={t('log.when')}
            value={values.on}
            max={props.today}
            error={problemAt(errors, 'on')}
          />
          {props.fields.some(isLatest) ? <LatestDay {...props} /> : null}
          {props.fields
            .filter((field) => !isLatest(field))
            .map((field) => (
              <EntryFieldControl {...props} field={field} />
            ))}
          <p class="hint">{t('correct.kept')}</p>
          {'evidence' in catalogue[props.type].text ? <AddedEvidence {...props} /> : null}
          <TextArea
            t={t}
            name="reason"
            label={t('correct.reason')}
            hint={t('correct.reason.hint')}
            required
            maxLength={1000}
            value={values.reason}
            error={problemAt(errors, 'reason')}
          />
          <DueToNotice t={t} checked={values.dueToNotice} />
          <p class="form__actions">
            <button class="button" type="submit">
              {t('correct.save')}
            </button>
          </p>
        </form>
      </WithErrors>
    </>
  );
};

const LATEST = 'dayIsLatest';
const isLatest = ({ path }: EntryField) => path === LATEST;

/** Beside the day, because it says what the day means. */
const LatestDay = ({ t, data, values }: CorrectionProps) => (
  <div class="field choices">
    <ChoiceItem
      choice={{
        value: 'yes',
        label: t('field.dayIsLatest'),
        ...(data[LATEST] === true ? { hint: t('correct.latest.hint') } : {}),
      }}
      type="checkbox"
      name={LATEST}
      id={fieldId(LATEST)}
      checked={values.typed[LATEST] === 'yes'}
    />
  </div>
);

const AddedEvidence = ({ t, values, errors }: CorrectionProps) => {
  const field = (name: string) => ({ t, name, error: problemAt(errors, name) });
  const fields = { typed: values.evidence, field };
  return (
    <Fold title={t('log.addEvidence')} open={needsEye(fields)}>
      <EvidenceFields t={t} {...fields} />
    </Fold>
  );
};

const EntryFieldControl = (props: CorrectionProps & { readonly field: EntryField }) => {
  const { t, type, data, field, values, errors, organs } = props;
  const { kind } = field.field;
  const common = {
    t,
    name: nameOf(field.path),
    label: fieldLabel(field, t.lang),
    optional: field.field.optional ?? false,
    value: values.typed[field.path] ?? '',
    error: problemAt(errors, nameOf(field.path)),
  };
  const none = field.field.optional ? [{ value: '', label: t('log.organ.none') }] : [];
  if (kind === 'code') {
    const choices = codeChoices(type, field, data, t.lang);
    return <SelectField {...common} choices={[...none, ...choices]} />;
  }
  if (kind === 'boolean')
    return <SelectField {...common} choices={[...none, ...answers(t.lang)]} />;
  if (kind === 'id') {
    const choices = organs.map(({ id, name }) => ({ value: id, label: name, lang: 'de' }));
    return <SelectField {...common} choices={[...none, ...choices]} />;
  }
  if (isLong(field)) return <TextArea {...common} />;
  const hint =
    kind === 'date' ? t('log.planned.hint') : isMoney(field) ? t('correct.money.hint') : undefined;
  return <TextField {...common} {...(hint ? { hint } : {})} />;
};

interface VoidProps {
  readonly t: Translate;
  readonly action: string;
  readonly entry: string;
  readonly reason: string;
  /** Absent: notices do not lead here. */
  readonly dueToNotice?: boolean;
  readonly errors: readonly FormError[];
}

/** „Eintrag zurücknehmen“: it stays in sight, and why it was taken back stands beside it. */
export const VoidPage = ({ t, action, entry, reason, dueToNotice, errors }: VoidProps) => (
  <>
    <PageTitle title={t('void.title')} lead={t('void.lead')} />
    <p>
      {t('correct.what')}: <strong lang="de">{entry}</strong>
    </p>
    <WithErrors t={t} errors={errors}>
      <form class="form" method="post" action={action} novalidate>
        <TextArea
          t={t}
          name="reason"
          label={t('void.reason')}
          hint={t('correct.reason.hint')}
          required
          maxLength={1000}
          value={reason}
          error={problemAt(errors, 'reason')}
        />
        {dueToNotice === undefined ? null : <DueToNotice t={t} checked={dueToNotice} />}
        <p class="form__actions">
          <button class="button" type="submit">
            {t('void.save')}
          </button>
        </p>
      </form>
    </WithErrors>
  </>
);
