import { responsibilities } from '@klimaspur/domain';
import type { MeasureDetail } from '@klimaspur/read-models';
import { Refusal } from '../../errors/refusal.js';
import { RadioGroup, SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { EmptyState } from '../components/empty-state.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { measureOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { PageForm } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { measureCrumbs } from './crumbs.js';

const assignForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const measure = measureOf(about, id);
  const today = reading.view.asOf;
  const back = workPath(lang, town.slug, 'measures', id);
  const organs = town.organs.filter(({ closedOn }) => closedOn === null);
  const actors = reading.models.actors({ municipality: town.id }, reading.view);
  return {
    title: t('measureTask.responsible'),
    path: (other) => workPath(other, town.slug, 'measures', id, 'responsible'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['measure', 'assign-responsible-body'],
    now: { responsibility: 'LEAD', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const organ = reader.text('organ');
      const actor = reader.text('actor');
      const name =
        reader.text('name') ??
        [...organs, ...actors].find(({ id: it }) => it === (organ ?? actor))?.name;
      const body = {
        occurredOn: reader.day('occurredOn'),
        responsibility: reader.text('responsibility'),
        organ,
        actor,
        text: { name, explanation: reader.text('explanation') },
      };
      await write({ category: 'measure', command: 'assign-responsible-body', id, body });
      return { path: workPath(lang, town.slug, 'measures', id, 'responsible') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('measureTask.responsible')}
        about={measure.title}
        before={<Responsible about={about} measure={measure} />}
        submit={t('responsible.assign')}
      >
        {(fields) => (
          <>
            <RadioGroup
              {...fields.list('responsibility')}
              label={t('responsible.how')}
              choices={responsibilities.map((value) => ({
                value,
                label: t(`measure.responsible.${value}`),
              }))}
              inline
            />
            {organs.length === 0 ? null : (
              <SelectField
                {...fields.text('organ')}
                label={t('responsible.organ')}
                choices={[
                  { value: '', label: t('responsible.organ.none') },
                  ...organs.map((organ) => ({ value: organ.id, label: organ.name, lang: 'de' })),
                ]}
              />
            )}
            {actors.length === 0 ? null : (
              <SelectField
                {...fields.text('actor')}
                label={t('responsible.actor')}
                choices={[
                  { value: '', label: t('responsible.organ.none') },
                  ...actors.map((actor) => ({ value: actor.id, label: actor.name, lang: 'de' })),
                ]}
              />
            )}
            <TextField
              {...fields.text('name')}
              label={t('responsible.name')}
              hint={t('responsible.name.hint')}
              maxLength={200}
            />
            <TextArea
              {...fields.text('explanation')}
              label={t('entry.explanation')}
              maxLength={10_000}
              optional
            />
            <DateField {...fields.day('occurredOn')} label={t('responsible.since')} max={today} />
          </>
        )}
      </FormPage>
    ),
  };
};

/** Who is responsible now, and the way to end it. */
const Responsible = ({ about, measure }: { about: AboutTown; measure: MeasureDetail }) => {
  const { t, lang, town } = about;
  const { responsible } = measure.facts;
  const href = (entry: string) =>
    workPath(lang, town.slug, 'measures', measure.id, 'responsible', entry, 'release');
  return (
    <>
      {responsible.length === 0 ? (
        <EmptyState text={t('responsible.none')} />
      ) : (
        <ul class="tasks">
          {responsible.map(({ entry, responsibility, name }) => (
            <li>
              <p class="tasks__what">
                <strong lang="de">{name}</strong>
                <small>{t(`measure.responsible.${responsibility}`)}</small>
              </p>
              <p class="tasks__stand">
                <a href={href(entry)}>
                  {t('responsible.release')}
                  <span class="hidden" lang="de">
                    : {name}
                  </span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('responsible.assign')}</h2>
    </>
  );
};

const releaseForm = (about: AboutTown, id = '', entry = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const measure = measureOf(about, id);
  const today = reading.view.asOf;
  const back = workPath(lang, town.slug, 'measures', id, 'responsible');
  const assigned = measure.facts.responsible.find((other) => other.entry === entry);
  if (!assigned) throw new Refusal('measure/unknown');
  return {
    title: t('responsible.release'),
    path: (other) => workPath(other, town.slug, 'measures', id, 'responsible', entry, 'release'),
    back,
    crumbs: [...measureCrumbs(about, measure), { label: t('measureTask.responsible'), href: back }],
    right: ['measure', 'release-responsible-body'],
    now: dateAsTyped('occurredOn', today),
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        assignment: entry,
        text: { note: reader.text('note') },
      };
      await write({ category: 'measure', command: 'release-responsible-body', id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('responsible.release')}
        about={measure.title}
        lead={t('responsible.release.lead', { name: assigned.name })}
        submit={t('responsible.release')}
      >
        {(fields) => (
          <>
            <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
            <TextArea {...fields.text('note')} label={t('log.note')} maxLength={4000} optional />
          </>
        )}
      </FormPage>
    ),
  };
};

/** Who carries a measure out. */
export const responsibleRoutes: readonly WorkRoute[] = [
  { parts: ['measures', ':id', 'responsible'], form: assignForm },
  { parts: ['measures', ':id', 'responsible', ':entry', 'release'], form: releaseForm },
];
