import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { OwnWords } from '../components/own-words.js';
import { TextArea } from '../components/text-fields.js';
import { organOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import { type PageForm, type PageView, workCrumbs } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import {
  DescriptionFields,
  organAsTyped,
  OrganFields,
  readDescription,
  readOrgan,
  SinceField,
} from './organ-form.js';
import { OrgansPage } from './organs.page.js';

const crumbsOf = (about: AboutTown) =>
  workCrumbs(about, {
    label: about.t('work.organs'),
    href: workPath(about.lang, about.town.slug, 'organs'),
  });

const organsView = (about: AboutTown): PageView => ({
  title: about.t('work.organs'),
  path: (lang) => workPath(lang, about.town.slug, 'organs'),
  crumbs: workCrumbs(about),
  right: ['organ', 'register-organ'],
  children: <OrgansPage t={about.t} town={about.town} />,
});

const newForm = (about: AboutTown): PageForm => {
  const { t, lang, town } = about;
  const back = workPath(lang, town.slug, 'organs');
  const title = t('organs.new');
  return {
    title,
    path: (other) => workPath(other, town.slug, 'organs', 'new'),
    back,
    crumbs: crumbsOf(about),
    right: ['organ', 'register-organ'],
    work: async (write, reader) => {
      const body = { municipality: town.id, ...readOrgan(reader) };
      await write({ category: 'organ', command: 'register-organ', body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, back, state, title }} submit={t('organs.register')}>
        {(fields) => <OrganFields fields={fields} />}
      </FormPage>
    ),
  };
};

const organForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const organ = organOf(about, id);
  const back = workPath(lang, town.slug, 'organs');
  return {
    title: organ.name,
    titleLang: 'de',
    path: (other) => workPath(other, town.slug, 'organs', id),
    back,
    crumbs: crumbsOf(about),
    right: ['organ', 'describe-organ'],
    edits: true,
    now: { ...organAsTyped(organ), since: '' },
    revision: organ.revision,
    work: async (write, reader, revision) => {
      const body = { occurredOn: reader.date('since') ?? null, ...readDescription(reader) };
      await write({ category: 'organ', command: 'describe-organ', id, revision, body, fieldOf });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, back, state }}
        title={organ.name}
        lang="de"
        lead={t('organ.lead')}
        more={
          organ.closedOn === null ? (
            <p>
              <a href={workPath(lang, town.slug, 'organs', id, 'end')}>{t('organ.end')}</a>
            </p>
          ) : null
        }
      >
        {(fields) => (
          <>
            <OrganFields fields={fields} />
            <SinceField fields={fields} />
            <DescriptionFields fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

const fieldOf = (path: string) => (path === 'occurredOn' ? 'since' : path.replace('text.', ''));

const endForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const organ = organOf(about, id);
  const back = workPath(lang, town.slug, 'organs');
  const today = reading.view.asOf;
  return {
    title: t('organ.end'),
    path: (other) => workPath(other, town.slug, 'organs', id, 'end'),
    back,
    crumbs: [
      ...crumbsOf(about),
      { label: organ.name, lang: 'de', href: workPath(lang, town.slug, 'organs', id) },
    ],
    right: ['organ', 'close-organ'],
    now: dateAsTyped('occurredOn', today),
    work: async (write, reader) => {
      const body = { occurredOn: reader.day('occurredOn'), text: { note: reader.text('note') } };
      await write({ category: 'organ', command: 'close-organ', id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, back, state }}
        title={t('organ.end')}
        lead={
          <OwnWords t={t} text={t('organ.end.lead', { name: organ.name })} own={[organ.name]} />
        }
        submit={t('organ.end')}
      >
        {(fields) => (
          <>
            <DateField {...fields.day('occurredOn')} label={t('organ.end.on')} max={today} />
            <TextArea {...fields.text('note')} label={t('log.note')} optional />
          </>
        )}
      </FormPage>
    ),
  };
};

/** „Gremien und Ämter“ of a town. */
export const organRoutes: readonly WorkRoute[] = [
  { parts: ['organs'], view: organsView },
  { parts: ['organs', 'new'], form: newForm },
  { parts: ['organs', ':id'], form: organForm },
  { parts: ['organs', ':id', 'end'], form: endForm },
];
