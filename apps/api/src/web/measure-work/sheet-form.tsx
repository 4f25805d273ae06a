import type { ComponentChildren } from 'preact';
import {
  climateEffects,
  durations,
  fundingStates,
  horizons,
  influences,
  priorities,
  quantities,
  savingQualities,
  stepStates,
} from '@klimaspur/domain';
import { CheckboxGroup, SelectField } from '../components/choices.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { Fold } from '../forms/form.js';
import type { FormFields } from '../forms/form-fields.js';
import { FormRows } from '../forms/form-rows.js';
import { MORE } from '../forms/rows.js';
import { codeWord } from '../words/entry-words.js';
import { proseNames, rowColumns, type RowList } from './sheet-typed.js';

type Prose = (typeof proseNames)[number];

interface SheetProps {
  readonly fields: FormFields;
  readonly action: string;
}

/** The whole measure sheet: what it is about in sight, all else folded by subject. */
export const SheetFields = (props: SheetProps) => (
  <>
    <TextField
      {...props.fields.text('title')}
      label={props.fields.t('sheet.title')}
      maxLength={300}
      required
    />
    <ProseFields {...props} names={['teaser']} rows={2} />
    <ProseFields {...props} names={['description', 'goal']} rows={5} />
    <FromPlan {...props} />
    <Time {...props} />
    <Money {...props} />
    <Effect {...props} />
    <Links {...props} />
    <State {...props} />
  </>
);

interface PartProps extends SheetProps {
  readonly part: 'plan' | 'time' | 'money' | 'effect' | 'links' | 'state';
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}

/** Opens by itself only where something needs to be looked at. */
const Part = ({ fields, part, names, children }: PartProps) => {
  const { t, typed } = fields;
  const count = names.filter((name) => fields.isFilled(name)).length;
  return (
    <Fold
      title={t(`sheet.part.${part}`)}
      hint={count === 0 ? t(`sheet.part.${part}.hint`) : t('sheet.part.filled', { count })}
      open={fields.needsEye(...names) || names.includes(String(typed[MORE]))}
    >
      {children}
    </Fold>
  );
};

const ProseFields = ({
  fields,
  names,
  rows = 3,
}: SheetProps & { readonly names: readonly Prose[]; readonly rows?: number }) => (
  <>
    {names.map((name) => (
      <TextArea
        {...fields.text(name)}
        label={fields.t(name === 'teaser' ? 'details.teaser' : `text.${name}`)}
        rows={rows}
        optional
      />
    ))}
  </>
);

interface CodesProps {
  readonly fields: FormFields;
  readonly name: string;
  readonly codes: readonly string[];
  /** Where the words of label and codes are found. */
  readonly words: 'sheet.horizon' | 'sheet.duration' | 'sheet.priority' | 'sheet.climateEffect';
}

const Codes = ({ fields, name, codes, words }: CodesProps) => {
  const { t } = fields;
  return (
    <SelectField
      {...fields.text(name)}
      label={t(words)}
      choices={[
        { value: '', label: t('form.none') },
        ...codes.map((value) => ({ value, label: codeWord(t, words, value) })),
      ]}
    />
  );
};

const FromPlan = (props: SheetProps) => {
  const { fields } = props;
  const names = ['planText', 'background', 'initiator', 'period', 'related', 'examples'] as const;
  return (
    <Part {...props} part="plan" names={[...names, 'targetGroups']}>
      <ProseFields {...props} names={names.slice(0, 2)} rows={5} />
      <TextArea
        {...fields.text('targetGroups')}
        label={fields.t('text.targetGroups')}
        hint={fields.t('form.lines.hint')}
        optional
      />
      <ProseFields {...props} names={names.slice(2)} rows={2} />
    </Part>
  );
};

const Time = (props: SheetProps) => {
  const { fields } = props;
  const { t } = fields;
  return (
    <Part {...props} part="time" names={['horizon', 'duration', 'priority', 'effectFrom', 'steps']}>
      <Codes fields={fields} name="horizon" codes={horizons} words="sheet.horizon" />
      <Codes fields={fields} name="duration" codes={durations} words="sheet.duration" />
      <Codes fields={fields} name="priority" codes={priorities} words="sheet.priority" />
      <Short fields={fields} name="effectFrom" label={t('sheet.effectFrom')} date />
      <Rows {...props} name="steps">
        {(name) => (
          <>
            <TextField {...fields.text(name('text'))} label={t('sheet.step')} />
            <div class="form__row">
              <TextField {...fields.text(name('start'))} label={t('sheet.step.start')} />
              <TextField {...fields.text(name('end'))} label={t('sheet.step.end')} />
              <SelectField
                {...fields.text(name('state'))}
                label={t('sheet.step.state')}
                choices={stateChoices(fields, 'sheet.step.state', stepStates)}
              />
            </div>
          </>
        )}
      </Rows>
    </Part>
  );
};

const stateChoices = ({ t }: FormFields, words: string, codes: readonly string[]) => [
  { value: '', label: t('form.none') },
  ...codes.map((value) => ({ value, label: codeWord(t, words, value) })),
];

interface ShortProps {
  readonly fields: FormFields;
  readonly name: string;
  readonly label: string;
  readonly date?: boolean;
  readonly hint?: string;
}

const Short = ({ fields, name, label, date, hint }: ShortProps) => (
  <TextField
    {...fields.text(name)}
    label={label}
    hint={date ? fields.t('form.date.hint') : hint}
    size="short"
    inputMode={date ? undefined : 'decimal'}
  />
);

const Money = (props: SheetProps) => {
  const { fields } = props;
  const { t } = fields;
  const euros = t('form.euros');
  return (
    <Part {...props} part="money" names={['budget', 'cost', 'costNote', 'funding']}>
      <div class="form__row">
        <Short
          {...{ fields }}
          name="budget.totalCents"
          label={t('measure.budgetTotal')}
          hint={euros}
        />
        <Short
          {...{ fields }}
          name="budget.perYearCents"
          label={t('measure.budgetPerYear')}
          hint={euros}
        />
      </div>
      <div class="form__row">
        <Short
          {...{ fields }}
          name="cost.oneOffCents"
          label={t('sheet.cost.oneOff')}
          hint={euros}
        />
        <Short
          {...{ fields }}
          name="cost.perYearCents"
          label={t('sheet.cost.perYear')}
          hint={euros}
        />
      </div>
      <Short
        fields={fields}
        name="cost.staffHundredths"
        label={t('sheet.cost.staff')}
        hint={t('sheet.cost.staff.hint')}
      />
      <Short fields={fields} name="cost.asOf" label={t('sheet.cost.asOf')} date />
      <ProseFields {...props} names={['costNote']} />
      <Rows {...props} name="funding">
        {(name) => (
          <>
            <TextField {...fields.text(name('source'))} label={t('sheet.funding.source')} />
            <div class="form__row">
              <TextField
                {...fields.text(name('amountCents'))}
                label={t('sheet.funding.amountEuros')}
                inputMode="decimal"
              />
              <SelectField
                {...fields.text(name('state'))}
                label={t('sheet.funding.state')}
                choices={stateChoices(fields, 'sheet.funding.state', fundingStates)}
              />
            </div>
          </>
        )}
      </Rows>
    </Part>
  );
};

const grades = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

const Effect = (props: SheetProps) => {
  const { fields } = props;
  const { t } = fields;
  const names = [
    ...['climateEffect', 'savings', 'notQuantified', 'savingsMethod', 'notQuantifiedReason'],
    ...['coBenefits', 'localValue', 'impact', 'feasibility', 'influence'],
  ];
  const none = { value: '', label: t('form.none') };
  return (
    <Part {...props} part="effect" names={names}>
      <Codes
        fields={fields}
        name="climateEffect"
        codes={climateEffects}
        words="sheet.climateEffect"
      />
      <Savings fields={fields} />
      <SelectField
        {...fields.text('savings.quality')}
        label={t('sheet.saving.quality')}
        choices={stateChoices(fields, 'sheet.saving.quality', savingQualities)}
      />
      <ProseFields {...props} names={['savingsMethod']} />
      <CheckboxGroup
        {...fields.list('notQuantified')}
        label={t('sheet.notQuantified')}
        hint={t('sheet.notQuantified.hint')}
        choices={quantities.map((value) => ({
          value,
          label: codeWord(t, 'sheet.notQuantified', value),
        }))}
      />
      <ProseFields {...props} names={['notQuantifiedReason', 'coBenefits', 'localValue']} />
      <SelectField
        {...fields.text('impact')}
        label={t('sheet.impact')}
        choices={[none, ...grades]}
      />
      <SelectField
        {...fields.text('feasibility')}
        label={t('sheet.feasibility')}
        choices={[none, ...grades]}
      />
      <CheckboxGroup
        {...fields.list('influence')}
        label={t('sheet.influence')}
        choices={influences.map((value) => ({
          value,
          label: codeWord(t, 'sheet.influence', value),
        }))}
      />
    </Part>
  );
};

const Savings = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  const tonnes = t('form.tonnes');
  return (
    <>
      <Short
        {...{ fields }}
        name="savings.kgCo2ePerYear"
        label={t('measure.savingCo2')}
        hint={tonnes}
      />
      <div class="form__row">
        <Short
          {...{ fields }}
          name="savings.minKgCo2ePerYear"
          label={t('sheet.saving.min')}
          hint={tonnes}
        />
        <Short
          {...{ fields }}
          name="savings.maxKgCo2ePerYear"
          label={t('sheet.saving.max')}
          hint={tonnes}
        />
      </div>
      <div class="form__row">
        <Short
          {...{ fields }}
          name="savings.kwhPerYear"
          label={t('measure.savingEnergy')}
          hint="kWh"
        />
        <Short
          {...{ fields }}
          name="savings.centsPerYear"
          label={t('measure.savingMoney')}
          hint={t('form.euros')}
        />
      </div>
    </>
  );
};

const Links = (props: SheetProps) => {
  const { fields } = props;
  const { t } = fields;
  return (
    <Part {...props} part="links" names={['papers', 'indicators', 'classes']}>
      <Rows {...props} name="papers">
        {(name) => (
          <>
            <div class="form__row">
              <TextField {...fields.text(name('number'))} label={t('log.paper')} />
              <TextField {...fields.text(name('title'))} label={t('sheet.paper.title')} />
            </div>
            <TextField {...fields.text(name('url'))} label={t('sheet.paper.url')} type="url" />
          </>
        )}
      </Rows>
      <Rows {...props} name="indicators">
        {(name) => (
          <>
            <TextField {...fields.text(name('name'))} label={t('sheet.indicator')} />
            <div class="form__row">
              <TextField {...fields.text(name('unit'))} label={t('sheet.indicator.unit')} />
              <TextField {...fields.text(name('baseline'))} label={t('sheet.indicator.baseline')} />
              <TextField {...fields.text(name('target'))} label={t('sheet.indicator.target')} />
            </div>
          </>
        )}
      </Rows>
      <Rows {...props} name="classes" hint={t('sheet.classes.hint')}>
        {(name) => (
          <div class="form__row">
            <TextField {...fields.text(name('scheme'))} label={t('sheet.class.scheme')} />
            <TextField {...fields.text(name('code'))} label={t('sheet.class.code')} />
            <TextField {...fields.text(name('label'))} label={t('sheet.class.label')} />
          </div>
        )}
      </Rows>
    </Part>
  );
};

const stateNames = [
  'statusReport',
  'statusNote',
  'outlook',
  'obstacles',
  'remarks',
  'planAssessment',
  'supporters',
] as const;

const State = (props: SheetProps) => (
  <Part {...props} part="state" names={stateNames}>
    <p class="hint">{props.fields.t('sheet.part.state.lead')}</p>
    <ProseFields {...props} names={stateNames} />
  </Part>
);

interface RowsProps extends SheetProps {
  readonly name: RowList;
  readonly hint?: string;
  readonly children: (nameOf: (column: string) => string) => ComponentChildren;
}

const Rows = ({ fields, action, name, hint, children }: RowsProps) => (
  <FormRows
    fields={fields}
    name={name}
    columns={rowColumns[name]}
    label={fields.t(`text.${name}`)}
    hint={hint}
    item={fields.t(`sheet.row.${name}`)}
    action={action}
    row={children}
  />
);
