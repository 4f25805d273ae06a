import { newCommandId } from '@klimaspur/event-store';
import { TextArea, TextField } from '../components/text-fields.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { FormFields } from '../forms/form-fields.js';
import type { PageForm, PageView } from '../forms/form-pages.js';
import type { FormReader } from '../forms/form-reader.js';
import { typedText } from '../forms/typed.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { lastRank } from '../measure-work/places.js';
import { workPath } from '../paths.js';
import { fieldCrumbs, fieldsPath } from './field-crumbs.js';

import { FieldsPage } from './fields.page.js';
import { ParentField } from './parent-field.js';
import { fieldOf, planWithFields } from './plan-contents.js';
import { OrderOfField } from './plan-measures.routes.js';
import { planCrumbs } from './plan.routes.js';

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
      <TextField {...fields.text('name')} label={t('planField.name')} maxLength={200} required />
      <TextField
        {...fields.text('number')}
        label={t('planField.number')}
        hint={t('planField.number.hint')}
        size="short"
        maxLength={40}
        optional
      />
      <TextArea {...fields.text('description')} label={t('plan.description')} optional />
    </>
  );
};

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
      const rank = lastRank(about, { plan: id, field: parent ?? null });
      const body = { field, parent, rank, text: wordsOf(reader) };
      await write({ category: 'plan', command: 'add-field', id, body });
      return { path: `${back}#f-${field}` };
    },
    children: (state, action) => (
      <FormPage {...{ t, state, action, back }} title={t('fields.new')} about={plan.title}>
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
    titleLang: 'de',
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
        lang="de"
        about={plan.title}
        more={
          <section aria-labelledby="measures-heading">
            <h2 id="measures-heading">{t('fields.measures')}</h2>
            <OrderOfField about={about} plan={id} field={own} />
          </section>
        }
      >
        {(fields) => <WordFields fields={fields} />}
      </FormPage>
    ),
  };
};

/** The fields of a plan. */
export const fieldRoutes: readonly WorkRoute[] = [
  { parts: ['plans', ':id', 'fields'], view: fieldsView },
  { parts: ['plans', ':id', 'fields', 'new'], form: newForm },
  { parts: ['plans', ':id', 'fields', ':field'], form: describeForm },
];
