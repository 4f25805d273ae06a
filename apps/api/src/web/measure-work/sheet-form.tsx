import { durations, horizons, priorities, stepStates } from '@klimaspur/domain';
import { SelectField } from '../components/choices.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { Effect } from './sheet-effect.js';
import { Links } from './sheet-links.js';
import { Money } from './sheet-money.js';
import {
  Codes,
  Part,
  ProseFields,
  Rows,
  type SheetProps,
  Short,
  stateChoices,
} from './sheet-parts.js';

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
