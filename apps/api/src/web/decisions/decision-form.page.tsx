import { decisionEffects, decisionOutcomes, majorities, scopes } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { CheckboxGroup, type ChoiceGroup, SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { EvidenceFields, needsEye } from '../evidence/evidence-fields.js';
import { Fold, Form } from '../forms/form.js';
import type { FormFields, FormState } from '../forms/form-fields.js';
import { codeWord } from '../words/entry-words.js';

interface DecisionFormProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly action: string;
  readonly cancelHref: string;
  readonly state: FormState;
  readonly today: string;
  readonly groups: readonly ChoiceGroup[];
  /** A decision that is there already: asks why it is corrected. */
  readonly correcting: boolean;
}

/** „Beschluss eintragen“: one vote, the measures it concerns, and what it means for them. */
export const DecisionFormPage = (props: DecisionFormProps) => {
  const { t, town, correcting } = props;
  const title = t(correcting ? 'decision.correct' : 'decision.record');
  const bodies = town.organs.filter(({ closedOn }) => closedOn === null || correcting);
  return (
    <>
      <PageTitle title={title} lead={t(correcting ? 'correct.lead' : 'decisions.lead')} />
      {bodies.length === 0 ? (
        <EmptyState text={t('decision.noBodies')} />
      ) : (
        <Form
          t={t}
          action={props.action}
          state={props.state}
          submit={title}
          cancelHref={props.cancelHref}
          takesFiles
        >
          {(fields) => (
            <>
              <Vote {...props} fields={fields} />
              <Meaning {...props} fields={fields} />
              <Particulars {...props} fields={fields} />
              {correcting ? (
                <TextArea
                  {...fields.text('reason')}
                  label={t('correct.reason')}
                  hint={t('correct.reason.hint')}
                  required
                />
              ) : null}
            </>
          )}
        </Form>
      )}
    </>
  );
};

type Part = DecisionFormProps & { readonly fields: FormFields };

const coded = (t: Translate, prefix: string, codes: readonly string[]) =>
  codes.map((value) => ({ value, label: codeWord(t, prefix, value) }));

const Vote = ({ t, town, today, fields }: Part) => (
  <>
    <TextField
      {...fields.text('title')}
      label={t('decision.title')}
      hint={t('decision.title.hint')}
    />
    <SelectField
      {...fields.text('organ')}
      label={t('field.organ')}
      hint={t('decision.organ.hint')}
      choices={[
        { value: '', label: t('log.what.choose') },
        ...town.organs.map(({ id, name }) => ({ value: id, label: name, lang: 'de' })),
      ]}
    />
    <DateField {...fields.day('on')} label={t('decision.day')} max={today} />
    <SelectField
      {...fields.text('outcome')}
      label={t('field.outcome')}
      choices={[
        { value: '', label: t('log.what.choose') },
        ...coded(t, 'decisionOutcome', decisionOutcomes),
      ]}
    />
  </>
);

const Meaning = ({ t, town, fields, groups, correcting }: Part) => (
  <>
    {town.plans.length === 0 || correcting ? null : (
      <SelectField
        {...fields.text('wholePlan')}
        label={t('decision.wholePlan')}
        choices={[
          { value: '', label: t('decision.wholePlan.none') },
          ...town.plans.map(({ id, title }) => ({ value: id, label: title, lang: 'de' })),
        ]}
      />
    )}
    <CheckboxGroup {...fields.list('measures')} label={t('decision.choose')} groups={groups} />
    <SelectField
      {...fields.text('scope')}
      label={t('field.scope')}
      choices={coded(t, 'scope', scopes)}
    />
    <SelectField
      {...fields.text('effect')}
      label={t('decision.effect')}
      optional
      choices={[
        { value: '', label: t(correcting ? 'decision.effect.kept' : 'decision.effect.asOutcome') },
        ...coded(t, 'effect', decisionEffects),
      ]}
    />
    {town.plans.length === 0 ? null : (
      <SelectField
        {...fields.text('plan')}
        label={t('decision.adoptsPlan')}
        optional
        choices={[
          { value: '', label: t('decision.adoptsPlan.none') },
          ...town.plans.map(({ id, title }) => ({ value: id, label: title, lang: 'de' })),
        ]}
      />
    )}
  </>
);

const evidenceOf = ({ typed, text }: FormFields) => ({ typed, field: text });

const Particulars = ({ t, fields }: Part) => (
  <>
    <TextField {...fields.text('paper')} label={t('field.paper')} optional />
    <div class="form__row">
      <TextField {...fields.text('yes')} label={t('field.votes.yes')} optional />
      <TextField {...fields.text('no')} label={t('field.votes.no')} optional />
      <TextField {...fields.text('abstain')} label={t('field.votes.abstain')} optional />
    </div>
    <SelectField
      {...fields.text('majority')}
      label={t('field.votes.majority')}
      optional
      choices={[{ value: '', label: t('log.organ.none') }, ...coded(t, 'majority', majorities)]}
    />
    <TextArea {...fields.text('result')} label={t('field.result')} optional />
    <TextArea {...fields.text('note')} label={t('field.note')} optional />
    <Fold title={t('log.addEvidence')} open={needsEye(evidenceOf(fields))}>
      <EvidenceFields t={t} {...evidenceOf(fields)} />
    </Fold>
  </>
);
