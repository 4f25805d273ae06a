import type { FollowUp, Item, Meeting } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import type {
  ActorDetail,
  LedMeasure,
  MeasureItem,
  OwnProject,
  RoundtableDetail,
  SupportedMeasure,
} from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { type Definition, DefinitionList } from '../../components/definition-list.js';
import { DownloadLinks } from '../../components/download-links.js';
import { PageTitle } from '../../components/page-title.js';
import { Prose } from '../../components/prose.js';
import { StatusBadge } from '../../components/status-badge.js';
import { entryPath, measurePath } from '../../paths.js';
import { dayOrUnknown, promiseWords, supportWords } from '../../roundtables/shown/promise-words.js';
import type { ShownTables } from '../../roundtables/shown/shown-table.js';
import { meetingPath, tablePath } from '../../roundtables/table-paths.js';
import { codeWord } from '../../words/entry-words.js';
import { OwnProjects } from './own-projects.js';

export interface ShownOrganisation extends ShownTables {
  readonly actor: ActorDetail;
  readonly led: readonly LedMeasure[];
  readonly supported: readonly SupportedMeasure[];
  readonly projects: readonly OwnProject[];
  /** Tables at which it has or had a seat. */
  readonly seats: readonly TakenSeat[];
  /** What it promised at meetings whose Protokoll is published. */
  readonly promises: readonly AtMeeting<FollowUp>[];
  /** What it brought to the table. */
  readonly brought: readonly AtMeeting<Item>[];
  readonly workHref?: string;
  readonly jsonHref: string;
}

export interface TakenSeat {
  readonly table: Pick<RoundtableDetail, 'id' | 'name'>;
  readonly kind: string;
  readonly on: string | null;
  readonly ended: boolean;
  readonly endedOn: string | null;
}

export interface AtMeeting<What> {
  readonly table: Pick<RoundtableDetail, 'id' | 'name'>;
  readonly meeting: Pick<Meeting, 'key' | 'on'>;
  readonly what: What;
}

/** One organisation: what it is, leads, promised and delivered, and at which tables it sits. */
export const OrganisationPage = (shown: ShownOrganisation) => {
  const { t, actor, projects, workHref, jsonHref } = shown;
  return (
    <>
      <PageTitle title={actor.name} lang="de" kicker={codeWord(t, 'actorKind', actor.kind)}>
        {actor.published ? null : <strong>{t('alliance.unnamed')}</strong>}
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
        {workHref ? <a href={workHref}>{t('work.open')}</a> : null}
      </PageTitle>
      {actor.description ? <Prose text={actor.description} lang="de" /> : null}
      <DefinitionList items={factsOf(shown)} />
      <Offers {...shown} />
      <Led {...shown} />
      <OwnProjects shown={shown} projects={projects} withoutName />
      <Promised {...shown} />
      <Brought {...shown} />
      <Seats {...shown} />
      <DownloadLinks t={t} downloads={[{ href: jsonHref, format: 'JSON' }]} />
    </>
  );
};

const factsOf = ({ t, town, actor }: ShownOrganisation): Definition[] => [
  {
    term: t('alliance.title'),
    value: actor.inAlliance
      ? t('alliance.since', { day: dayOrUnknown(actor.inAlliance.on, t) })
      : undefined,
  },
  {
    term: t('alliance.organ'),
    value: town.organs.find(({ id }) => id === actor.organ)?.name,
    lang: 'de',
  },
  {
    term: t('alliance.website'),
    value: actor.website ? (
      <a class="external" href={actor.website} rel="noopener">
        {actor.website}
      </a>
    ) : undefined,
  },
  { term: t('alliance.contact'), value: actor.contact, lang: 'de' },
];

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** Nothing is shown where there are none. */
  readonly rows: readonly {
    readonly what: ComponentChildren;
    readonly small?: ComponentChildren;
    readonly stand: ComponentChildren;
  }[];
}

const Part = ({ id, title, lead, rows }: PartProps) =>
  rows.length === 0 ? null : (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {lead ? <p>{lead}</p> : null}
      <ul class="tasks">
        {rows.map(({ what, small, stand }) => (
          <li>
            <p class="tasks__what">
              {what}
              {small ? <small>{small}</small> : null}
            </p>
            <p class="tasks__stand">{stand}</p>
          </li>
        ))}
      </ul>
    </section>
  );

const Offers = ({ t, actor }: ShownOrganisation) => (
  <Part
    id="offers"
    title={t('alliance.weBringIn')}
    rows={actor.offers.map(({ what, contribution, on }) => ({
      what: <span lang="de">{what}</span>,
      small: codeWord(t, 'contribution', contribution),
      stand: t('alliance.since', { day: dayOrUnknown(on, t) }),
    }))}
  />
);

const MeasureLink = ({ shown, measure }: { shown: ShownTables; measure: MeasureItem }) => (
  <a href={shown.at(measurePath(shown.t.lang, shown.town.slug, measure.id))} lang="de">
    {measure.title}
  </a>
);

const Led = (shown: ShownOrganisation) => {
  const { t, led } = shown;
  return (
    <Part
      id="led"
      title={t('alliance.leads')}
      rows={led.map(({ measure, responsibility }) => ({
        what: <MeasureLink shown={shown} measure={measure} />,
        small: t(`measure.responsible.${responsibility}`),
        stand: <StatusBadge t={t} status={measure.status} />,
      }))}
    />
  );
};

/** What was promised, for measures and at tables, and what came of it: kept or not, in one list. */
const Promised = (shown: ShownOrganisation) => {
  const { t, town, at, supported, promises } = shown;
  const kept =
    supported.filter(({ delivered }) => delivered).length +
    promises.filter(({ what }) => what.done).length;
  const ended =
    supported.filter(({ delivered, withdrawn }) => !delivered && withdrawn).length +
    promises.filter(({ what }) => !what.done && what.dropped).length;
  const all = supported.length + promises.length;
  return (
    <Part
      id="promised"
      title={t('alliance.promised')}
      lead={t('alliance.promised.count', { count: all, kept, ended, open: all - kept - ended })}
      rows={[
        ...supported.map((support) => ({
          what: <span lang="de">{support.what}</span>,
          small: (
            <>
              {codeWord(t, 'contribution', support.contribution)} · {t('alliance.forMeasure')}{' '}
              <MeasureLink shown={shown} measure={support.measure} />
            </>
          ),
          stand: (
            <a href={at(entryPath(t.lang, town.slug, support.measure.id, entryOf(support)))}>
              {supportWords(support, t)}
              <span class="hidden" lang="de">
                : {support.what}
              </span>
            </a>
          ),
        })),
        ...promises.map(({ table, meeting, what }) => ({
          what: <span lang="de">{what.what}</span>,
          small: <MeetingLink {...{ shown, table, meeting }} />,
          stand: promiseWords(what, shown),
        })),
      ]}
    />
  );
};

/** The entry that says how it stands. */
const entryOf = ({ entry, delivered, withdrawn }: SupportedMeasure): string =>
  (delivered ?? withdrawn)?.entry ?? entry;

interface MeetingLinkProps extends Omit<AtMeeting<unknown>, 'what'> {
  readonly shown: ShownTables;
}

const MeetingLink = ({ shown: { t, town, at }, table, meeting }: MeetingLinkProps) => (
  <a href={at(meetingPath(t.lang, town.slug, table.id, meeting.key))}>
    <span lang="de">{table.name}</span>, {formatDay(meeting.on, t.lang)}
  </a>
);

const Brought = (shown: ShownOrganisation) => {
  const { t, brought } = shown;
  return (
    <Part
      id="brought"
      title={t('alliance.brought')}
      rows={brought.map(({ table, meeting, what }) => ({
        what: <span lang="de">{what.topic}</span>,
        small: <MeetingLink {...{ shown, table, meeting }} />,
        stand: codeWord(t, 'roundtable.result', what.conclusions.at(-1)?.result),
      }))}
    />
  );
};

const Seats = (shown: ShownOrganisation) => {
  const { t, town, at, seats } = shown;
  const { lang } = t;
  return (
    <Part
      id="seats"
      title={t('alliance.sitsAt')}
      rows={seats.map(({ table, kind, on, ended, endedOn }) => ({
        what: (
          <a href={at(tablePath(lang, town.slug, table.id))} lang="de">
            {table.name}
          </a>
        ),
        small: codeWord(t, 'seatKind', kind),
        stand: ended
          ? t('alliance.until', { day: dayOrUnknown(endedOn, t) })
          : t('alliance.since', { day: dayOrUnknown(on, t) }),
      }))}
    />
  );
};
