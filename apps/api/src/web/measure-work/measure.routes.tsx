import { allCounted } from '../../reading/all-counted.js';
import { SelectField } from '../components/choices.js';
import { TextField } from '../components/text-fields.js';
import { measureOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { Fold, FormPage } from '../forms/form.js';
import type { PageForm, PageView } from '../forms/form-pages.js';
import { mayIn } from '../forms/rights.js';
import { typedText } from '../forms/typed.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { measureCrumbs, measuresCrumbs } from './crumbs.js';
import { MeasureHub, measureTasks } from './measure-hub.page.js';
import { marksOf, OriginFields } from './origin-fields.js';
import { MeasuresPage } from './measures.page.js';
import { NumberField } from './number-field.js';
import { lastRank, placeChoices, placeFrom } from './places.js';
import { SheetFields } from './sheet-form.js';
import { readSheet, sheetAsTyped } from './sheet-typed.js';

const measuresView = (about: AboutTown): PageView => {
  const { t, town, reading } = about;
  const { models, view } = reading;
  const totals = new Map(
    town.plans.map(({ id }) => [id, allCounted(models.progress(town.id, { plan: id }, view))]),
  );
  const all = models.exportRows({ municipality: town.id, sort: 'title' }, view);
  return {
    title: t('work.measures'),
    path: (lang) => workPath(lang, town.slug, 'measures'),
    crumbs: measuresCrumbs(about).slice(0, -1),
    right: ['measure', 'record-measure'],
    children: (
      <MeasuresPage
        t={t}
        town={town}
        totals={totals}
        outside={Array.from(all).filter(({ place }) => place === null)}
      />
    ),
  };
};

const hubView = (about: AboutTown, id = ''): PageView => {
  const { t, town } = about;
  const measure = measureOf(about, id);
  const tasks = measureTasks.filter(
    ({ right, fits }) => mayIn(about, ...right, town) && (fits?.(measure) ?? true),
  );
  return {
    title: measure.title,
    titleLang: 'de',
    path: (lang) => workPath(lang, town.slug, 'measures', id),
    crumbs: measuresCrumbs(about),
    children: (
      <MeasureHub
        t={t}
        town={town}
        measure={measure}
        tasks={tasks}
        mayPublish={mayIn(about, 'measure', 'publish-measure', town)}
      />
    ),
  };
};

const newForm = (about: AboutTown): PageForm => {
  const { t, lang, town, query } = about;
  const choices = placeChoices(about);
  const back = workPath(lang, town.slug, 'measures');
  const first = choices[0]?.choices.at(-1)?.value ?? '';
  return {
    title: t('measure.new'),
    path: (other) => workPath(other, town.slug, 'measures', 'new'),
    back,
    crumbs: measuresCrumbs(about),
    right: ['measure', 'record-measure'],
    now: { place: typedText(query, 'place') || first },
    work: async (write, reader) => {
      const [place, number] = [placeFrom(reader.text('place')), reader.text('number')];
      const recording = {
        category: 'measure',
        command: 'record-measure',
        body: {
          municipality: town.id,
          origin: reader.text('origin'),
          ...marksOf(reader.choices('marks')),
          text: { title: reader.text('title') },
        },
      } as const;
      await write.check(recording);
      const { id } = await write(recording);
      if (place) {
        const rank = lastRank(about, place);
        const body = { measure: id, field: place.field ?? undefined, rank, text: { number } };
        await write({ category: 'plan', command: 'place-measure', id: place.plan, body });
      }
      return { path: workPath(lang, town.slug, 'measures', id, 'sheet'), notice: 'recorded' };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('measure.new')}
        lead={t('measure.new.lead')}
        submit={t('measure.new')}
      >
        {(fields) => (
          <>
            <TextField
              {...fields.text('title')}
              label={t('sheet.title')}
              maxLength={300}
              required
            />
            {choices.length === 0 ? (
              <p class="hint">{t('measure.noPlan')}</p>
            ) : (
              <SelectField
                {...fields.text('place')}
                label={t('measure.place')}
                choices={[{ value: '', label: t('measure.place.none') }]}
                groups={choices}
              />
            )}
            <NumberField fields={fields} />
            <Fold
              title={t('measure.new.more')}
              hint={t('measure.new.more.hint')}
              open={fields.needsEye('origin', 'marks') || fields.isFilled('origin', 'marks')}
            >
              <OriginFields fields={fields} />
            </Fold>
          </>
        )}
      </FormPage>
    ),
  };
};

const sheetForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const measure = measureOf(about, id);
  const back = workPath(lang, town.slug, 'measures', id);
  return {
    title: t('measure.texts'),
    path: (other) => workPath(other, town.slug, 'measures', id, 'sheet'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['measure', 'describe-measure'],
    edits: true,
    now: sheetAsTyped(measure, lang),
    revision: measure.revision,
    work: async (write, reader, revision) => {
      const body = readSheet(reader);
      await write({ category: 'measure', command: 'describe-measure', id, revision, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('measure.texts')}
        about={measure.title}
        lead={t('measureTask.sheet.lead')}
      >
        {(fields) => <SheetFields fields={fields} action={action} />}
      </FormPage>
    ),
  };
};

/** The measures of a town, and what each says of itself. */
export const measureRoutes: readonly WorkRoute[] = [
  { parts: ['measures'], view: measuresView },
  { parts: ['measures', 'new'], form: newForm },
  { parts: ['measures', ':id'], view: hubView },
  { parts: ['measures', ':id', 'sheet'], form: sheetForm },
];
