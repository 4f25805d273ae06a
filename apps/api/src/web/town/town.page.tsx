import { formatDay, formatPercent, type Translate } from '@klimaspur/messages';
import { FieldBars } from '../charts/field-bars.js';
import { StackedBar } from '../charts/stacked-bar.js';
import { StatusOverTime } from '../charts/status-over-time.js';
import { TargetProgress } from '../charts/target-progress.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { StatusTiles } from '../components/status-tiles.js';
import { EmptyState } from '../components/empty-state.js';
import { filterNames, measuresPath, townPath, withQuery } from '../paths.js';
import { ChangesList } from './changes-list.js';
import { ObserversSection, PlanSection } from './town-sections.js';
import { known, type TownView } from './town.view.js';

interface TownPageProps extends TownView {
  readonly t: Translate;
  /** Adds the moment asked about to an address. */
  readonly at: (path: string) => string;
}

/** How a town stands: numbers first, then charts, then what happened last, then who says so. */
export const TownPage = (props: TownPageProps) => {
  const { t, town, progress, at, today } = props;
  const { counts } = progress;
  const names = filterNames[t.lang];
  const list = (parameters: Parameters<typeof withQuery>[1]) =>
    at(withQuery(measuresPath(t.lang, town.slug), parameters));
  const source = town.observers?.name ?? t('town.source');
  const downloads = [
    { href: at(`${townPath(t.lang, town.slug)}.csv`), format: 'CSV' },
    { href: at(`${townPath(t.lang, town.slug)}.json`), format: 'JSON' },
  ];
  const chart = { t, source, asOf: today, downloads };
  return (
    <>
      <PageTitle title={t('town.title', { name: town.name })} lead={leadOf(props)}>
        {town.published ? null : <strong class="tag">{t('draft.mark')}</strong>}
      </PageTitle>
      {town.observers?.relation === 'MUNICIPALITY' ? null : (
        <p class="hint">{t('town.unofficial')}</p>
      )}
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      {counts.total === 0 ? (
        <EmptyState text={t('town.noMeasures')} />
      ) : (
        <>
          <section aria-labelledby="numbers-heading">
            <h2 id="numbers-heading">{t('town.numbers')}</h2>
            <StatusTiles
              t={t}
              counts={counts.byStatus}
              href={(status) => list({ [names.status]: status })}
            />
            <StackedBar
              {...chart}
              counts={counts.byStatus}
              href={(status) => list({ [names.status]: status })}
            />
            <p>
              {t('town.share', {
                share: formatPercent(counts.byStatus.completed, counts.total, t.lang),
                total: counts.total,
                unknown: counts.total - known(counts),
              })}
            </p>
            <Attention {...props} list={list} />
          </section>
          {town.targetYear === null ? null : (
            <section aria-labelledby="target-heading">
              <h2 id="target-heading">{t('town.target', { year: String(town.targetYear) })}</h2>
              <TargetProgress
                {...chart}
                targetYear={town.targetYear}
                today={today}
                completed={counts.byStatus.completed}
                total={counts.total}
                {...(town.target?.resolvedOn ? { since: town.target.resolvedOn } : {})}
              />
            </section>
          )}
          <Fields {...props} list={list} chart={chart} />
          {props.overTime.length > 1 ? (
            <section aria-labelledby="time-heading">
              <h2 id="time-heading">{t('town.overTime')}</h2>
              <StatusOverTime
                {...chart}
                days={props.overTime.map(({ day, byStatus }) => ({ day, counts: byStatus }))}
                until={today}
                {...(progress.recordedSince ? { recordingSince: progress.recordedSince } : {})}
              />
            </section>
          ) : null}
        </>
      )}
      <PlanSection {...props} />
      <section aria-labelledby="changes-heading">
        <h2 id="changes-heading">{t('town.changes')}</h2>
        {props.changes.items.length === 0 ? (
          <EmptyState text={t('timeline.empty')} />
        ) : (
          <ChangesList t={t} changes={props.changes.items} />
        )}
      </section>
      <ObserversSection {...props} />
    </>
  );
};

const leadOf = ({ t, town, progress, today }: TownPageProps): string =>
  [
    t('town.lead', { total: progress.counts.total, day: formatDay(today, t.lang) }),
    ...(town.targetYear === null ? [] : [t('town.lead.target', { year: String(town.targetYear) })]),
  ].join(' ');

type Listing = { readonly list: (parameters: Parameters<typeof withQuery>[1]) => string };

/** What needs somebody's attention, each with the measures behind it. */
const Attention = ({ t, progress, list }: TownPageProps & Listing) => {
  const { late, stale, toBeClarified } = progress.counts;
  const names = filterNames[t.lang];
  const lines = [
    { count: late, text: t('town.late', { count: late }), href: list({ [names.late]: 1 }) },
    { count: stale, text: t('town.stale', { count: stale }), href: list({ [names.stale]: 1 }) },
    {
      count: toBeClarified,
      text: t('town.toBeClarified', { count: toBeClarified }),
      href: list({ [names.toBeClarified]: 1 }),
    },
  ].filter(({ count }) => count > 0);
  return lines.length === 0 ? null : (
    <Notice title={t('town.attention')}>
      <ul>
        {lines.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

type Charting = { readonly chart: Omit<Parameters<typeof FieldBars>[0], 'fields'> };

const Fields = ({ t, progress, list, chart }: TownPageProps & Listing & Charting) => {
  const names = filterNames[t.lang];
  const top = progress.fields.filter(({ depth, all }) => depth === 0 && all.total > 0);
  const fields = [
    ...top.map(({ id, name, all }) => ({
      name,
      href: list({ [names.field]: id }),
      counts: all.byStatus,
    })),
    ...(progress.withoutField.total > 0
      ? [{ href: list({ [names.field]: 'none' }), counts: progress.withoutField.byStatus }]
      : []),
  ];
  return fields.length === 0 ? null : (
    <section aria-labelledby="fields-heading">
      <h2 id="fields-heading">{t('town.byField')}</h2>
      <FieldBars {...chart} fields={fields} textLang="de" />
    </section>
  );
};
