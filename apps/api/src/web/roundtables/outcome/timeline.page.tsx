import { formatDay } from '@klimaspur/messages';
import { DownloadLinks } from '../../components/download-links.js';
import { EmptyState } from '../../components/empty-state.js';
import { OwnWords } from '../../components/own-words.js';
import { PageTitle } from '../../components/page-title.js';
import { decisionsPath, entryPath, measurePath } from '../../paths.js';
import { adoptedWords } from '../../town/town-sections.js';
import type { ShownTables } from '../shown/shown-table.js';
import { meetingPath, outcomePath } from '../table-paths.js';
import { type Moment, wayToThePlan } from './plan-timeline.js';

export interface ShownTimeline extends ShownTables {
  readonly moments: readonly Moment[];
  readonly jsonHref: string;
}

/** How the alliance of a town moved its plan: from the first round table to work that has begun. */
export const TimelinePage = (shown: ShownTimeline) => {
  const { t, town, moments, at, jsonHref } = shown;
  const years = [...new Set(moments.map(({ on }) => on.slice(0, 4)))];
  return (
    <>
      <PageTitle title={t('timelineOfPlan.title')} about={town.name} lead={<Lead {...shown} />}>
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
      </PageTitle>
      {moments.length === 0 ? (
        <EmptyState text={t('roundtable.timeline.none')} />
      ) : (
        <>
          <p>{t('timelineOfPlan.note')}</p>
          <div class="timeline">
            {years.map((year) => (
              <section aria-labelledby={`year-${year}`}>
                <h2 class="timeline__year" id={`year-${year}`}>
                  {year}
                </h2>
                <ol>
                  {moments
                    .filter(({ on }) => on.startsWith(year))
                    .map((moment) => (
                      <MomentItem {...{ shown, moment }} />
                    ))}
                </ol>
              </section>
            ))}
          </div>
        </>
      )}
      <p class="actions screen-only">
        <a href={at(outcomePath(t.lang, town.slug))}>{t('outcome.title')}</a>
      </p>
      <DownloadLinks t={t} downloads={[{ href: jsonHref, format: 'JSON' }]} />
    </>
  );
};

const Lead = ({ t, moments }: ShownTimeline) => {
  const way = wayToThePlan(moments);
  if (!way) return <>{t('timelineOfPlan.lead')}</>;
  const { first, adopted, plan, days } = way;
  const said = {
    first: formatDay(first, t.lang),
    adopted: formatDay(adopted, t.lang),
    plan: plan.title,
    days: days ?? -1,
  };
  return <OwnWords t={t} text={t('timelineOfPlan.way', said)} own={[plan.title]} />;
};

interface MomentProps {
  readonly shown: ShownTimeline;
  readonly moment: Moment;
}

const looks = { decided: 'to-adopted', begun: 'to-in-progress', finished: 'to-completed' } as const;

const MomentItem = ({ shown, moment }: MomentProps) => {
  const { t, town, at } = shown;
  const day = formatDay(moment.on, t.lang);
  if (moment.kind === 'meeting') {
    const { table, meeting, proposals } = moment;
    return (
      <li class="entry">
        <h3 class="entry__title">
          <a href={at(meetingPath(t.lang, town.slug, table.id, meeting.key))}>
            {day}: <span lang="de">{table.name}</span>
          </a>
        </h3>
        <div class="entry__body">
          {meeting.topic ? <p lang="de">{meeting.topic}</p> : null}
          {proposals.length === 0 ? null : (
            <>
              <p>{t('timelineOfPlan.proposed')}</p>
              <ul lang="de">
                {proposals.map((topic) => (
                  <li>{topic}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </li>
    );
  }
  if (moment.kind === 'plan') {
    const { plan } = moment;
    return (
      <li class="entry to-completed">
        <h3 class="entry__title">
          <a href={at(decisionsPath(t.lang, town.slug))}>
            {day}: {t('timelineOfPlan.plan')}
          </a>
        </h3>
        <div class="entry__body">
          <p>
            <strong lang="de">{plan.title}</strong> {adoptedWords(plan, t)}
          </p>
        </div>
      </li>
    );
  }
  return (
    <li class={`entry ${looks[moment.kind]}`}>
      <h3 class="entry__title">
        {day}: {t(`timelineOfPlan.${moment.kind}`, { count: moment.measures.length })}
      </h3>
      <div class="entry__body">
        <ul>
          {moment.measures.map(({ measure: { id, title }, entry }) => (
            <li>
              <a
                href={at(
                  entry === null
                    ? measurePath(t.lang, town.slug, id)
                    : entryPath(t.lang, town.slug, id, entry),
                )}
              >
                <span lang="de">{title}</span>
                <span class="hidden">
                  : {t(`outcome.step.${moment.kind}`)}, {day}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
};
