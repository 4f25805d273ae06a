import { newCommandId } from '@klimaspur/event-store';
import { allCounted } from '../../reading/all-counted.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { planOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import { type PageForm, type PageView, workCrumbs } from '../forms/form-pages.js';
import { mayIn } from '../forms/rights.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { planAsTyped, PlanFields, readPlan } from './plan-form.js';
import { PlanPage, PlansPage } from './plans.page.js';

export const plansCrumbs = (about: AboutTown) =>
  workCrumbs(about, {
    label: about.t('work.plans'),
    href: workPath(about.lang, about.town.slug, 'plans'),
  });

/** The way to a page about one plan. */
export const planCrumbs = (about: AboutTown, id: string) => [
  ...plansCrumbs(about),
  {
    ...{ label: planOf(about, id).title, lang: 'de' },
    href: workPath(about.lang, about.town.slug, 'plans', id),
  },
];

const plansView = (about: AboutTown): PageView => ({
  title: about.t('work.plans'),
  path: (lang) => workPath(lang, about.town.slug, 'plans'),
  crumbs: workCrumbs(about),
  right: ['plan', 'draft-plan'],
  children: <PlansPage t={about.t} town={about.town} />,
});

const planView = (about: AboutTown, id = ''): PageView => {
  const { t, town, reading } = about;
  const plan = planOf(about, id);
  const progress = reading.models.progress(town.id, { plan: id }, reading.view);
  return {
    title: plan.title,
    titleLang: 'de',
    path: (lang) => workPath(lang, town.slug, 'plans', id),
    crumbs: plansCrumbs(about),
    right: ['plan', 'describe-plan'],
    children: (
      <PlanPage
        t={t}
        town={town}
        plan={plan}
        fields={progress.fields.length}
        measures={allCounted(progress)}
        mayPublish={mayIn(about, 'plan', 'publish-plan', town)}
      />
    ),
  };
};

const newForm = (about: AboutTown): PageForm => {
  const { t, lang, town } = about;
  const back = workPath(lang, town.slug, 'plans');
  return {
    title: t('plans.new'),
    path: (other) => workPath(other, town.slug, 'plans', 'new'),
    back,
    crumbs: plansCrumbs(about),
    right: ['plan', 'draft-plan'],
    work: async (write, reader) => {
      const body = { municipality: town.id, ...readPlan(reader) };
      const { id } = await write({ category: 'plan', command: 'draft-plan', body });
      return { path: workPath(lang, town.slug, 'plans', id), notice: 'planDrafted' };
    },
    children: (state, action) => (
      <FormPage {...{ t, state, action, back }} title={t('plans.new')} submit={t('plans.new')}>
        {(fields) => <PlanFields fields={fields} />}
      </FormPage>
    ),
  };
};

const describeForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const plan = planOf(about, id);
  const back = workPath(lang, town.slug, 'plans', id);
  return {
    title: t('plan.edit'),
    path: (other) => workPath(other, town.slug, 'plans', id, 'details'),
    back,
    crumbs: planCrumbs(about, id),
    right: ['plan', 'describe-plan'],
    edits: true,
    now: planAsTyped(plan),
    revision: plan.revision,
    work: async (write, reader, revision) => {
      const { text, ...terms } = readPlan(reader);
      const body = { ...terms, text: { ...text, url: reader.text('url') } };
      await write({ category: 'plan', command: 'describe-plan', id, revision, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage {...{ t, state, action, back }} title={t('plan.edit')} about={plan.title}>
        {(fields) => (
          <>
            <PlanFields fields={fields} />
            <TextField {...fields.text('url')} label={t('plan.url')} type="url" optional />
          </>
        )}
      </FormPage>
    ),
  };
};

const editionForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const plan = planOf(about, id);
  const back = workPath(lang, town.slug, 'plans', id);
  const today = reading.view.asOf;
  return {
    title: t('plan.addEdition'),
    path: (other) => workPath(other, town.slug, 'plans', id, 'editions', 'new'),
    back,
    crumbs: planCrumbs(about, id),
    right: ['plan', 'add-edition'],
    now: { ...dateAsTyped('occurredOn', today), edition: newCommandId() },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        edition: reader.text('edition'),
        text: { label: reader.text('label'), url: reader.text('url'), note: reader.text('note') },
      };
      await write({ category: 'plan', command: 'add-edition', id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage {...{ t, state, action, back }} title={t('plan.addEdition')} about={plan.title}>
        {(fields) => (
          <>
            <input type="hidden" name="edition" value={fields.text('edition').value} />
            <TextField
              {...fields.text('label')}
              label={t('edition.label')}
              hint={t('edition.label.hint')}
              maxLength={120}
              required
            />
            <DateField {...fields.day('occurredOn')} label={t('edition.on')} max={today} />
            <TextField {...fields.text('url')} label={t('edition.url')} type="url" optional />
            <TextArea {...fields.text('note')} label={t('log.note')} optional />
          </>
        )}
      </FormPage>
    ),
  };
};

/** The plans of a town, and each of them. */
export const planRoutes: readonly WorkRoute[] = [
  { parts: ['plans'], view: plansView },
  { parts: ['plans', 'new'], form: newForm },
  { parts: ['plans', ':id'], view: planView },
  { parts: ['plans', ':id', 'details'], form: describeForm },
  { parts: ['plans', ':id', 'editions', 'new'], form: editionForm },
];
