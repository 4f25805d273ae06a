import { assessmentScales } from '@klimaspur/domain';
import { newCommandId } from '@klimaspur/event-store';
import type { PlanDetail } from '@klimaspur/read-models';
import { SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea, TextField } from '../components/text-fields.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { FormFields } from '../forms/form-fields.js';
import type { PageForm, PageView } from '../forms/form-pages.js';
import type { FormReader } from '../forms/form-reader.js';
import { typedText } from '../forms/typed.js';
import type { Write } from '../forms/form-writer.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import {
  directions,
  type FieldPlace,
  lastIn,
  movesTo,
  possibleParents,
  stepOf,
} from './field-moves.js';
import { FieldsPage } from './fields.page.js';
import { MeasureOrder } from './measure-order.js';
import { fieldOf, measuresByField, planWithFields } from './plan-contents.js';
import { planCrumbs } from './plan.routes.js';

const fieldsPath = ({ lang, town }: AboutTown, plan: string) =>
  workPath(lang, town.slug, 'plans', plan, 'fields');

const fieldCrumbs = (about: AboutTown, plan: string) => [
  ...planCrumbs(about, plan),
  { label: about.t('plan.fields'), href: fieldsPath(about, plan) },
];

const fieldsView = (about: AboutTown, id = ''): PageView => {
  const { t, town, reading } = about;
  const plan = planWithFields(about, id);
  return {
    title: t('plan.fields'),
    path: (lang) => workPath(lang, town.slug, 'plans', id, 'fields'),
    crumbs: planCrumbs(about, id),
    right: ['plan', 'add-field'],
    children: (
      <FieldsPage
        t={t}
        town={town}
        plan={plan}
        progress={reading.models.progress(town.id, { plan: id }, reading.view).fields}
        newKey={newCommandId}
      />
    ),
  };
};

const wordsOf = (reader: FormReader) => ({
  name: reader.text('name'),
  number: reader.text('number'),
  description: reader.text('description'),
});

const WordFields = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  return (
    <>
      <TextField {...fields.text('name')} label={t('field.name')} maxLength={200} required />
      <TextField
        {...fields.text('number')}
        label={t('field.number')}
        hint={t('field.number.hint')}
        size="short"
        maxLength={40}
        optional
      />
      <TextArea {...fields.text('description')} label={t('plan.description')} optional />
    </>
  );
};

interface ParentProps {
  readonly fields: FormFields;
  readonly parents: PlanDetail['fields'];
}

const ParentField = ({ fields, parents }: ParentProps) => (
  <SelectField
    {...fields.text('parent')}
    label={fields.t('field.parent')}
    choices={[
      { value: '', label: fields.t('field.top') },
      ...parents.map(({ id, name, depth }) => ({
        value: id,
        label: `${'– '.repeat(depth)}${name}`,
      })),
    ]}
  />
);

const newForm = (about: AboutTown, id = ''): PageForm => {
  const { t, town, query } = about;
  const plan = planWithFields(about, id);
  const back = fieldsPath(about, id);
  return {
    title: t('fields.new'),
    path: (other) => workPath(other, town.slug, 'plans', id, 'fields', 'new'),
    back,
    crumbs: fieldCrumbs(about, id),
    right: ['plan', 'add-field'],
    now: { field: newCommandId(), parent: typedText(query, 'parent') },
    work: async (write, reader) => {
      const [field, parent] = [reader.text('field') ?? '', reader.text('parent')];
      const place = lastIn(plan.fields, parent ?? null);
      const ranked = movesTo(plan.fields, field, place).find((move) => move.id === field);
      const body = { field, parent, rank: ranked?.rank, text: wordsOf(reader) };
      await write({ category: 'plan', command: 'add-field', id, body });
      return { path: `${back}#f-${field}` };
    },
    children: (state, action) => (
      <FormPage {...{ t, state, action, back }} title={t('fields.new')} kicker={plan.title}>
        {(fields) => (
          <>
            <input type="hidden" name="field" value={fields.text('field').value} />
            <WordFields fields={fields} />
            <ParentField fields={fields} parents={plan.fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

const describeForm = (about: AboutTown, id = '', own = ''): PageForm => {
  const { t, town } = about;
  const plan = planWithFields(about, id);
  const field = fieldOf(plan, own);
  const back = fieldsPath(about, id);
  return {
    title: field.name,
    path: (other) => workPath(other, town.slug, 'plans', id, 'fields', own),
    back,
    crumbs: fieldCrumbs(about, id),
    right: ['plan', 'describe-field'],
    edits: true,
    now: {
      name: field.name,
      number: field.number ?? '',
      description: field.description ?? '',
    },
    revision: plan.revision,
    work: async (write, reader, revision) => {
      const body = { field: own, text: wordsOf(reader) };
      await write({ category: 'plan', command: 'describe-field', id, revision, body });
      return { path: `${back}#f-${own}` };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={field.name}
        kicker={plan.title}
        more={
          <section aria-labelledby="measures-heading">
            <h2 id="measures-heading">{t('fields.measures')}</h2>
            <MeasureOrder
              t={t}
              town={town}
              plan={id}
              field={own}
              measures={measuresByField(about, id).get(own) ?? []}
              newKey={newCommandId}
            />
          </section>
        }
      >
        {(fields) => <WordFields fields={fields} />}
      </FormPage>
    ),
  };
};

const moveForm = (about: AboutTown, id = '', own = ''): PageForm => {
  const { t, town } = about;
  const plan = planWithFields(about, id);
  const field = fieldOf(plan, own);
  const back = fieldsPath(about, id);
  return {
    title: t('field.move'),
    path: (other) => workPath(other, town.slug, 'plans', id, 'fields', own, 'move'),
    back,
    crumbs: [...fieldCrumbs(about, id), { label: field.name, href: `${back}/${own}` }],
    right: ['plan', 'move-field'],
    now: { parent: field.parent ?? '' },
    revision: plan.revision,
    work: async (write, reader, revision) => {
      const direction = directions.find((known) => known === reader.text('direction'));
      const place = direction
        ? stepOf(plan.fields, field, direction)
        : lastIn(plan.fields, reader.text('parent') ?? null);
      const path = `${back}#f-${own}`;
      if (!place) return { path, notice: 'unchanged' };
      await moveField(write, plan, own, place, revision);
      return { path, notice: 'moved' };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('field.move')}
        kicker={field.name}
        lead={t('field.move.lead')}
        submit={t('field.move')}
      >
        {(fields) => <ParentField fields={fields} parents={possibleParents(plan.fields, own)} />}
      </FormPage>
    ),
  };
};

/** One entry, or one for each sibling where there was no room left; each based on the one before. */
const moveField = async (
  write: Write,
  plan: PlanDetail,
  field: string,
  place: FieldPlace,
  based: number | undefined,
): Promise<void> => {
  let revision = based;
  for (const { id, rank, parent } of movesTo(plan.fields, field, place)) {
    const body = { field: id, rank, ...(parent === null ? {} : { parent }), text: {} };
    const command = 'move-field';
    ({ revision } = await write({ category: 'plan', command, id: plan.id, revision, body }));
  }
};

const measuresView = (about: AboutTown, id = ''): PageView => {
  const { t, town } = about;
  const plan = planWithFields(about, id);
  const measures = measuresByField(about, id);
  const groups = [
    ...plan.fields.map((field) => ({ id: field.id, name: field.name, depth: field.depth })),
    { id: null, name: t('chart.noField'), depth: 0 },
  ].map((group) => ({ ...group, measures: measures.get(group.id) ?? [] }));
  const total = groups.reduce((sum, group) => sum + group.measures.length, 0);
  return {
    title: t('plan.measures'),
    path: (lang) => workPath(lang, town.slug, 'plans', id, 'measures'),
    crumbs: planCrumbs(about, id),
    right: ['plan', 'place-measure'],
    children: (
      <>
        <PageTitle title={t('plan.measures')} kicker={plan.title} lead={t('plan.measures.lead')} />
        {groups
          .filter((group) => group.measures.length > 0 || (total === 0 && group.id === null))
          .map(({ id: field, name, measures: own }) => (
            <section aria-labelledby={`in-${field ?? 'none'}`}>
              <h2 id={`in-${field ?? 'none'}`} lang={field === null ? undefined : 'de'}>
                {name}
              </h2>
              <MeasureOrder
                t={t}
                town={town}
                plan={id}
                field={field}
                measures={own}
                newKey={newCommandId}
              />
            </section>
          ))}
      </>
    ),
  };
};

const scale = 'TRAFFIC_LIGHT';

/** What the group thinks of a whole field: signed and dated, never counted. */
const assessForm = (about: AboutTown, id = '', own = ''): PageForm => {
  const { t, town, reading } = about;
  const field = fieldOf(planWithFields(about, id), own);
  const back = fieldsPath(about, id);
  const today = reading.view.asOf;
  return {
    title: t('field.assess'),
    path: (other) => workPath(other, town.slug, 'plans', id, 'fields', own, 'assess'),
    back,
    crumbs: [...fieldCrumbs(about, id), { label: field.name, href: `${back}/${own}` }],
    right: ['plan', 'assess-field'],
    now: { rating: field.assessment?.rating ?? '', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        field: own,
        scale,
        rating: reader.text('rating'),
        text: { note: reader.text('note') },
      };
      await write({ category: 'plan', command: 'assess-field', id, body });
      return { path: `${back}#f-${own}` };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('field.assess')}
        kicker={field.name}
        lead={t('field.assess.lead')}
      >
        {(fields) => (
          <>
            <SelectField
              {...fields.text('rating')}
              label={t('field.rating')}
              choices={[
                { value: '', label: t('form.choose') },
                ...assessmentScales[scale].map((value) => ({
                  value,
                  label: codeWord(t, `rating.${scale}`, value),
                })),
              ]}
              required
            />
            <TextArea {...fields.text('note')} label={t('field.reason')} maxLength={4000} optional />
            <DateField {...fields.day('occurredOn')} label={t('field.assessedOn')} max={today} />
          </>
        )}
      </FormPage>
    ),
  };
};

/** The fields of a plan, and the measures in them. */
export const fieldRoutes: readonly WorkRoute[] = [
  { parts: ['plans', ':id', 'fields'], view: fieldsView },
  { parts: ['plans', ':id', 'fields', 'new'], form: newForm },
  { parts: ['plans', ':id', 'fields', ':field'], form: describeForm },
  { parts: ['plans', ':id', 'fields', ':field', 'move'], form: moveForm },
  { parts: ['plans', ':id', 'fields', ':field', 'assess'], form: assessForm },
  { parts: ['plans', ':id', 'measures'], view: measuresView },
];
