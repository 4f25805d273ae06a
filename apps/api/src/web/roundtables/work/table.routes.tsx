import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { dayAndNoteForm } from '../../forms/day-and-note-form.js';
import { FormPage } from '../../forms/form.js';
import { type PageForm, type PageView, workCrumbs } from '../../forms/form-pages.js';
import { mayIn } from '../../forms/rights.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { visibleForm } from '../../publishing/visible-form.js';
import { TableTasks } from '../follow-ups/table-tasks.js';
import { aboutTable, tablesCrumbs } from './crumbs.js';
import { fieldOfTable, FormatFields, readTable, tableAsTyped, TableFields } from './table-form.js';
import { TablePage } from './table.page.js';
import { TablesPage } from './tables.page.js';

const listView = (about: AboutTown): PageView => {
  const { t, town, reading } = about;
  const { models, view } = reading;
  return {
    title: t('roundtable.all'),
    path: (lang) => workPath(lang, town.slug, 'tables'),
    crumbs: workCrumbs(about),
    children: (
      <TablesPage
        {...{ t, town }}
        tables={models.roundtables({ municipality: town.id }, view)}
        today={view.asOf}
        mayFound={mayIn(about, 'roundtable', 'found-roundtable', town)}
      />
    ),
  };
};

const newForm = (about: AboutTown): PageForm => {
  const { t, lang, town } = about;
  const back = workPath(lang, town.slug, 'tables');
  const title = t('roundtable.new');
  return {
    title,
    path: (other) => workPath(other, town.slug, 'tables', 'new'),
    back,
    crumbs: tablesCrumbs(about),
    right: ['roundtable', 'found-roundtable'],
    now: { format: 'ROUND_TABLE' },
    work: async (write, reader) => {
      const body = {
        municipality: town.id,
        format: reader.text('format'),
        text: { name: reader.text('name') },
      };
      const { id } = await write({ category: 'roundtable', command: 'found-roundtable', body });
      return { path: workPath(lang, town.slug, 'tables', id) };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, back, state, title }} lead={t('roundtable.new.lead')}>
        {(fields) => <FormatFields fields={fields} />}
      </FormPage>
    ),
  };
};

const hub = (about: AboutTown, id = ''): PageView => {
  const { t, town, reading } = about;
  const table = roundtableOf(about, id);
  return {
    ...aboutTable(about, table),
    title: table.name,
    titleLang: 'de',
    crumbs: tablesCrumbs(about),
    children: (
      <TablePage
        {...{ t, town, table }}
        today={reading.view.asOf}
        leads={mayIn(about, 'roundtable', 'publish-roundtable', town)}
      >
        <TableTasks {...{ about, table }} />
      </TablePage>
    ),
  };
};

const detailsForm = (about: AboutTown, id = ''): PageForm => {
  const { t, town, reading } = about;
  const table = roundtableOf(about, id);
  const page = aboutTable(about, table, 'details');
  const title = t('roundtable.details');
  const actors = reading.models.actors({ municipality: town.id }, reading.view);
  return {
    ...page,
    title,
    right: ['roundtable', 'describe-roundtable'],
    edits: true,
    now: tableAsTyped(table),
    revision: table.revision,
    work: async (write, reader, revision) => {
      const body = readTable(reader, table.described?.decision);
      await write({
        ...{ category: 'roundtable', command: 'describe-roundtable', id, revision, body },
        fieldOf: fieldOfTable,
      });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, state, title }} about={table.name} back={page.back}>
        {(fields) => <TableFields {...{ fields, town, actors }} />}
      </FormPage>
    ),
  };
};

const endForm = (about: AboutTown, id = ''): PageForm => {
  const { t } = about;
  const table = roundtableOf(about, id);
  return dayAndNoteForm(about, {
    ...aboutTable(about, table, 'end'),
    ...{ category: 'roundtable', command: 'end-roundtable', id, name: table.name },
    title: t('roundtable.end'),
    dayLabel: t('roundtable.end.on'),
    noteLength: 4000,
  });
};

const visibility =
  (direction: 'publish' | 'unpublish') =>
  (about: AboutTown, id = ''): PageForm => {
    const { t } = about;
    const table = roundtableOf(about, id);
    return visibleForm(about, direction, {
      ...aboutTable(about, table, direction),
      ...{ category: 'roundtable', id, name: table.name },
      words: {
        publish: { title: t('publish.title'), lead: t('roundtable.publish.lead') },
        unpublish: { title: t('publish.takeBack'), lead: t('roundtable.unpublish.lead') },
      },
    });
  };

/** „Runde Tische“ of a town, and what each of them is. */
export const tableRoutes: readonly WorkRoute[] = [
  { parts: ['tables'], view: listView },
  { parts: ['tables', 'new'], form: newForm },
  { parts: ['tables', ':table'], view: hub },
  { parts: ['tables', ':table', 'details'], form: detailsForm },
  { parts: ['tables', ':table', 'end'], form: endForm },
  { parts: ['tables', ':table', 'publish'], form: visibility('publish') },
  { parts: ['tables', ':table', 'unpublish'], form: visibility('unpublish') },
];
