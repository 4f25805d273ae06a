import { newCommandId, isUuid } from '@klimaspur/event-store';
import { SelectField } from '../../components/choices.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { TextField } from '../../components/text-fields.js';
import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import { type PageForm, type PageView, workCrumbs } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { actorsOf, measuresToChoose } from '../minutes/meeting.js';
import { aboutTable } from '../work/crumbs.js';
import { Closed } from './closed.js';
import { byActor, openPointsAt, openPointsOf } from './open-points.js';
import { PromiseList } from './promise-list.js';

/** The promises of all tables, by organisation. */
const townView = (about: AboutTown): PageView => {
  const { t, lang, town, reading } = about;
  const { promises } = openPointsOf(reading, town.id);
  const { nameOf } = actorsOf(about);
  const title = t('roundtable.followUps');
  return {
    title,
    path: (other) => workPath(other, town.slug, 'followUps'),
    crumbs: workCrumbs(about),
    children: (
      <>
        <PageTitle title={title} lead={t('roundtable.followUps.lead')} />
        {promises.length === 0 ? <EmptyState text={t('roundtable.followUps.none')} /> : null}
        {[...byActor(promises, ({ followUp }) => followUp.actor)].map(([actor, own]) => (
          <section aria-labelledby={`of-${actor}`}>
            <h2 id={`of-${actor}`}>
              <a href={workPath(lang, town.slug, 'followUps', actor ?? '')} lang="de">
                {nameOf(actor ?? '')}
              </a>
            </h2>
            <PromiseList {...{ about }} promises={own} withTable />
          </section>
        ))}
      </>
    ),
  };
};

/** The promises of one table; those made between the meetings are added here. */
const tableForm = (about: AboutTown, id = ''): PageForm => {
  const { t, reading } = about;
  const table = roundtableOf(about, id);
  const page = aboutTable(about, table, 'followUps');
  const title = t('roundtable.followUps');
  const { promises } = openPointsAt([table], reading.view.asOf);
  const actors = actorsOf(about);
  return {
    ...page,
    title,
    right: ['roundtable', 'agree-follow-up'],
    now: { followUp: newCommandId() },
    work: async (write, reader) => {
      const sent = reader.text('followUp') ?? '';
      const body = {
        occurredOn: reading.view.asOf,
        followUp: isUuid(sent) ? sent : newCommandId(),
        actor: reader.text('actor'),
        measure: reader.text('measure'),
        due: reader.date('due'),
        text: { what: reader.text('what') },
      };
      await write({ category: 'roundtable', command: 'agree-follow-up', id, body });
      return { path: page.path(about.lang) };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={table.name}
        back={page.back}
        lead={t('roundtable.followUps.ofTable')}
        before={
          <>
            {promises.length === 0 ? (
              <EmptyState text={t('roundtable.followUps.none')} />
            ) : (
              <PromiseList {...{ about, promises }} nameOf={actors.nameOf} />
            )}
            <h2>{t('roundtable.followUps.add')}</h2>
            <p>{t('roundtable.followUps.between')}</p>
          </>
        }
        more={<Closed {...{ about, table }} nameOf={actors.nameOf} />}
        submit={t('roundtable.followUps.add')}
      >
        {(fields) => (
          <>
            <input type="hidden" name="followUp" value={fields.text('followUp').value} />
            <TextField
              {...fields.text('what')}
              label={t('roundtable.followUp.what')}
              lang="de"
              maxLength={1000}
              required
            />
            <SelectField
              {...fields.text('actor')}
              label={t('roundtable.followUp.who')}
              choices={actors.choices(t('form.choose'))}
            />
            <TextField
              {...fields.text('due')}
              label={t('roundtable.followUp.dueBy')}
              hint={t('form.date.hint')}
              size="short"
              optional
            />
            <SelectField
              {...fields.text('measure')}
              label={t('roundtable.item.measure')}
              choices={measuresToChoose(about)}
            />
          </>
        )}
      </FormPage>
    ),
  };
};

/** What organisations promised, at one table and at all. */
export const followUpsRoutes: readonly WorkRoute[] = [
  { parts: ['followUps'], view: townView },
  { parts: ['tables', ':table', 'followUps'], form: tableForm },
];
