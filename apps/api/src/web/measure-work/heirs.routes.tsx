import type { MeasureDetail } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { type Choice, SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { measureOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { FormFields } from '../forms/form-fields.js';
import { FormRows } from '../forms/form-rows.js';
import type { PageForm } from '../forms/form-pages.js';
import type { FormReader } from '../forms/form-reader.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { measureCrumbs } from './crumbs.js';
import { otherMeasures, planOfHeirs, recordHeirs } from './heir-choices.js';

type Kind = 'merge' | 'split' | 'supersede';
const commands = {
  merge: 'merge-measures',
  split: 'split-measure',
  supersede: 'supersede-measure',
} as const satisfies Record<Kind, string>;

/** What a form says: which measures are yet to be recorded, and the command, given their ids. */
interface Wished {
  readonly titles: readonly string[];
  readonly body: (made: readonly string[]) => object;
}

type ReadHeirs = (reader: FormReader, measure: MeasureDetail) => Wished;

/** A measure that goes on elsewhere: the plan keeps it, and a policy writes it into the measure. */
const heirForm =
  (kind: Kind, read: ReadHeirs, children: HeirFields) =>
  (about: AboutTown, id = ''): PageForm => {
    const { t, lang, town, reading } = about;
    const measure = measureOf(about, id);
    const today = reading.view.asOf;
    const back = workPath(lang, town.slug, 'measures', id);
    const title = t(`measureTask.${kind}`);
    const choices = otherMeasures(about, measure);
    return {
      title,
      path: (other) => workPath(other, town.slug, 'measures', id, kind),
      back,
      crumbs: measureCrumbs(about, measure),
      right: ['plan', commands[kind]],
      now: { plan: planOfHeirs(measure, undefined), ...dateAsTyped('occurredOn', today) },
      work: async (write, reader) => {
        const occurredOn = reader.day('occurredOn');
        const text = { note: reader.text('note') };
        const plan = planOfHeirs(measure, reader.text('plan'));
        const { titles, body } = read(reader, measure);
        const wish = (made: readonly string[]) => ({
          category: 'plan' as const,
          command: commands[kind],
          fieldOf,
          body: { ...body(made), occurredOn, text },
        });
        await write.check(wish(titles.map(() => id)));
        const made = await recordHeirs(about, write, measure, titles);
        await write({ ...wish(made), id: plan });
        return { path: back };
      },
      children: (state, action) => (
        <FormPage
          {...{ t, state, action, back, title }}
          about={measure.title}
          lead={t(`measureTask.${kind}.lead`)}
          submit={title}
        >
          {(fields) => (
            <>
              {children({ fields, choices, action })}
              <PlanField fields={fields} measure={measure} />
              <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
              <TextArea {...fields.text('note')} label={t('log.note')} maxLength={4000} optional />
            </>
          )}
        </FormPage>
      ),
    };
  };

type HeirFields = (props: {
  readonly fields: FormFields;
  readonly choices: readonly Choice[] | undefined;
  readonly action: string;
}) => ComponentChildren;

/** `into[1]` is the second row of the form. */
const fieldOf = (path: string): string =>
  path.replace(/^text\./, '').replace(/^into\[(\d+)\]$/, 'into.$1.measure');

/** Only where there is something to choose. */
const PlanField = ({ fields, measure }: { fields: FormFields; measure: MeasureDetail }) =>
  measure.places.length < 2 ? null : (
    <SelectField
      {...fields.text('plan')}
      label={fields.t('measure.plan')}
      choices={measure.places.map(({ plan, planTitle }) => ({
        value: plan,
        ...{ label: planTitle, lang: 'de' },
      }))}
    />
  );

interface MeasureFieldProps {
  readonly fields: FormFields;
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[] | undefined;
  /** What choosing none of them means. */
  readonly none?: string;
}

/** Another measure of the town: chosen from all, or by its id where they are too many. */
const MeasureField = ({ fields, name, label, choices, none }: MeasureFieldProps) => {
  const { t } = fields;
  return choices ? (
    <SelectField
      {...fields.text(name)}
      label={label}
      choices={[{ value: '', label: none ?? t('form.choose') }, ...choices]}
    />
  ) : (
    <TextField {...fields.text(name)} label={label} hint={t('heir.id.hint')} />
  );
};

const mergeForm = heirForm(
  'merge',
  (reader, { id }) => ({
    titles: [],
    body: () => ({ measures: [id], into: reader.text('into') }),
  }),
  ({ fields, choices }) => (
    <MeasureField fields={fields} name="into" label={fields.t('heir.into')} choices={choices} />
  ),
);

const supersedeForm = heirForm(
  'supersede',
  (reader, { id: measure }) => {
    const [by, title] = [reader.text('by'), reader.text('title')];
    return by !== undefined || title === undefined
      ? { titles: [], body: () => ({ measure, by }) }
      : { titles: [title], body: ([made]) => ({ measure, by: made }) };
  },
  ({ fields, choices }) => (
    <>
      <MeasureField fields={fields} name="by" label={fields.t('heir.by')} choices={choices} />
      <TextField
        {...fields.text('title')}
        label={fields.t('heir.newTitle')}
        hint={fields.t('heir.newTitle.hint')}
        maxLength={300}
      />
    </>
  ),
);

const splitColumns = ['title', 'measure'] as const;

const splitForm = heirForm(
  'split',
  (reader, { id: measure }) => {
    const rows = reader.rows('into', splitColumns);
    if (rows.length === 0) reader.fail('into', 'heir.problem.none');
    const known = rows.map((row) => row.text('measure'));
    const titles = rows
      .filter((_, index) => known[index] === undefined)
      .map((row) => row.text('title') ?? '');
    const body = (made: readonly string[]) => {
      const left = [...made];
      return { measure, into: known.map((id) => id ?? left.shift()) };
    };
    return { titles, body };
  },
  ({ fields, choices, action }) => (
    <FormRows
      fields={fields}
      name="into"
      columns={splitColumns}
      label={fields.t('heir.split')}
      hint={fields.t('heir.split.hint')}
      item={fields.t('heir.part')}
      action={action}
      row={(nameOf) => (
        <div class="form__row">
          <TextField
            {...fields.text(nameOf('title'))}
            label={fields.t('heir.part.title')}
            maxLength={300}
          />
          <MeasureField
            fields={fields}
            name={nameOf('measure')}
            label={fields.t('heir.part.known')}
            choices={choices}
            none={fields.t('heir.part.new')}
          />
        </div>
      )}
    />
  ),
);

/** Where a measure goes on. */
export const heirRoutes: readonly WorkRoute[] = [
  { parts: ['measures', ':id', 'merge'], form: mergeForm },
  { parts: ['measures', ':id', 'split'], form: splitForm },
  { parts: ['measures', ':id', 'supersede'], form: supersedeForm },
];
