import type { ActorDetail, OwnProject, RoundtableDetail, SharedWork } from '@klimaspur/read-models';
import { DownloadLinks } from '../../components/download-links.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { outcomePath, tablesPath } from '../../roundtables/table-paths.js';
import { ActorLink, ActorList } from '../../roundtables/shown/actor-links.js';
import { dayOrUnknown } from '../../roundtables/shown/promise-words.js';
import type { ShownTables } from '../../roundtables/shown/shown-table.js';
import { codeWord } from '../../words/entry-words.js';
import { OwnProjects } from './own-projects.js';
import { SharedWorkTable } from './shared-work-table.js';
import { companions, seatedAt } from './together.js';
import { TogetherPicture } from './together-picture.js';

export interface ShownAlliance extends ShownTables {
  readonly work: readonly SharedWork[];
  readonly projects: readonly OwnProject[];
  readonly tables: readonly RoundtableDetail[];
  readonly workHref?: string;
  /** Address of what is shown, as a file: `.csv`, `.json`. */
  readonly fileHref: (ending: string) => string;
}

/** Who belongs to the alliance of a town, what they bring in, and who works with whom. */
export const AlliancePage = (shown: ShownAlliance) => {
  const { t, town, actors, at, workHref, fileHref } = shown;
  return (
    <>
      <PageTitle title={t('alliance.page.title', { name: town.name })} lead={t('alliance.lead')}>
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
        {workHref ? <a href={workHref}>{t('work.open')}</a> : null}
      </PageTitle>
      {actors.length === 0 ? (
        <EmptyState text={t('alliance.none.public')} />
      ) : (
        <>
          <Members {...shown} />
          <Offers {...shown} />
          <Together {...shown} />
        </>
      )}
      <OwnProjects shown={shown} projects={shown.projects} />
      <Others {...shown} />
      <p class="actions screen-only">
        <a href={at(tablesPath(t.lang, town.slug))}>{t('roundtable.all')}</a>{' '}
        <a href={at(outcomePath(t.lang, town.slug))}>{t('outcome.title')}</a>
      </p>
      <DownloadLinks
        t={t}
        downloads={[
          { href: fileHref('.csv'), format: 'CSV' },
          { href: fileHref('.json'), format: 'JSON' },
        ]}
      />
    </>
  );
};

const membersOf = (actors: readonly ActorDetail[]) =>
  actors.filter(({ inAlliance }) => inAlliance !== null);

const Members = (shown: ShownAlliance) => {
  const { t, actors } = shown;
  const members = membersOf(actors);
  return (
    <section aria-labelledby="members-heading">
      <h2 id="members-heading">{t('alliance.members')}</h2>
      <p>{t('alliance.members.count', { count: members.length })}</p>
      <ul class="tasks">
        {members.map(({ id, kind, inAlliance, published }) => (
          <li>
            <p class="tasks__what">
              <ActorLink shown={shown} id={id} />
              <small>{codeWord(t, 'actorKind', kind)}</small>
            </p>
            <p class="tasks__stand">
              {t('alliance.since', { day: dayOrUnknown(inAlliance?.on ?? null, t) })}
              {published ? null : <strong>{t('alliance.unnamed')}</strong>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** „Was wir einbringen“: what is offered to all, whoever asks. */
const Offers = (shown: ShownAlliance) => {
  const { t, actors } = shown;
  const offers = actors.flatMap(({ id, offers: its }) => its.map((offer) => ({ id, ...offer })));
  return offers.length === 0 ? null : (
    <section aria-labelledby="offers-heading">
      <h2 id="offers-heading">{t('alliance.weBringIn')}</h2>
      <p>{t('alliance.weBringIn.lead')}</p>
      <ul class="tasks">
        {offers.map(({ id, what, contribution }) => (
          <li>
            <p>
              <span lang="de">{what}</span>
              <small>
                <ActorLink shown={shown} id={id} />
              </small>
            </p>
            <p class="tasks__stand">{codeWord(t, 'contribution', contribution)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Together = (shown: ShownAlliance) => {
  const { t, work, tables, actors, fileHref } = shown;
  return companions(work, tables, actors).length === 0 ? null : (
    <section aria-labelledby="together-heading">
      <h2 id="together-heading">{t('alliance.together')}</h2>
      <TogetherPicture {...{ t, shown, work, tables }} asOf={shown.today} />
      {work.length === 0 ? null : (
        <>
          <h3>{t('alliance.together.byMeasure')}</h3>
          <SharedWorkTable shown={shown} work={work} />
          <DownloadLinks
            t={t}
            about={t('alliance.together')}
            downloads={[{ href: fileHref('.csv'), format: 'CSV' }]}
          />
        </>
      )}
    </section>
  );
};

/** Who takes part without belonging to it. */
const Others = (shown: ShownAlliance) => {
  const { t, actors, tables } = shown;
  const seated = new Set(tables.flatMap((table) => [...seatedAt(table)]));
  const others = actors.filter(({ id, inAlliance }) => inAlliance === null && seated.has(id));
  return others.length === 0 ? null : (
    <section aria-labelledby="others-heading">
      <h2 id="others-heading">{t('alliance.others')}</h2>
      <ActorList shown={shown} ids={others.map(({ id }) => id)} />
    </section>
  );
};
