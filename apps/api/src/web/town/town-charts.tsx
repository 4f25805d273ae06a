import { staleAfterDays } from '@klimaspur/domain';
import { formatPercent } from '@klimaspur/messages';
import { FieldBars } from '../charts/field-bars.js';
import { isLookedAt, OpinionBars } from '../charts/opinions.js';
import { StackedBar } from '../charts/stacked-bar.js';
import { StageBars } from '../charts/stages.js';
import { StatusOverTime } from '../charts/status-over-time.js';
import { Notice } from '../components/notice.js';
import { StatusTiles } from '../components/status-tiles.js';
import { filterNames } from '../paths.js';
import { trendDownloads, trendsPath } from '../trends/trend-paths.js';
import { OtherDay } from './other-day.js';
import { addressOf, chartOf, type FigureProps, listOf, sourceOf } from './town-parts.js';

/** The numbers of the dashboard, field by field. */
const dashboardFiles = (props: FigureProps) =>
  ['csv', 'json'].map((ending) => ({
    href: props.at(`${addressOf(props)}.${ending}`),
    format: ending.toUpperCase(),
  }));

/** Numbers first: each leads to the measures behind it. */
export const NumbersSection = (props: FigureProps) => {
  const { t, progress } = props;
  const { byStatus, total } = progress.counts;
  const list = listOf(props);
  const href = (status?: string) => list({ [filterNames[t.lang].status]: status });
  return (
    <section aria-labelledby="numbers-heading">
      <h2 id="numbers-heading">{t('town.numbers')}</h2>
      <StatusTiles t={t} counts={byStatus} href={href} />
      {props.drafts > 0 ? <p>{t('draft.counted', { count: props.drafts })}</p> : null}
      <StackedBar
        {...chartOf(props)}
        counts={byStatus}
        href={href}
        downloads={dashboardFiles(props)}
      />
      <p>
        {t('town.share', {
          share: formatPercent(byStatus.completed, total, t.lang),
          done: byStatus.completed,
          total,
          unknown: byStatus.unknown,
        })}
      </p>
      <Attention {...props} />
    </section>
  );
};

/** What needs somebody's attention, each with the measures behind it. */
const Attention = (props: FigureProps) => {
  const { t, progress } = props;
  const { counts } = progress;
  const list = listOf(props);
  const lines = (['late', 'stale', 'toBeClarified'] as const)
    .filter((attention) => counts[attention] > 0)
    .map((attention) => ({
      text: t(`town.${attention}`, { count: counts[attention], days: staleAfterDays }),
      href: list({ [filterNames[t.lang].only]: attention }),
    }));
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

/** The fields at the top, each with all that lies within it. */
export const FieldsSection = (props: FigureProps) => {
  const { t, progress } = props;
  const names = filterNames[t.lang];
  const list = listOf(props);
  const top = progress.fields.filter(({ depth, all }) => depth === 0 && all.total > 0);
  if (top.length === 0) return null;
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
  return (
    <section aria-labelledby="fields-heading">
      <h2 id="fields-heading">{t('town.byField')}</h2>
      <FieldBars
        {...chartOf(props)}
        fields={fields}
        inSeveral={progress.inSeveralFields}
        textLang="de"
        downloads={dashboardFiles(props)}
      />
    </section>
  );
};

/** How far they have come from the decision; how that grew is told on a page of its own. */
export const StagesSection = (props: FigureProps) => {
  const { t, town, plan, stages, at } = props;
  const list = listOf(props);
  return (
    <section aria-labelledby="stages-heading">
      <h2 id="stages-heading">{t('stages.title')}</h2>
      <StageBars
        {...chartOf(props)}
        counts={stages}
        href={(stage) => list({ [filterNames[t.lang].stage]: stage })}
        downloads={trendDownloads(at, t.lang, town.slug, 'stages', plan?.id)}
      />
      <p>
        <a href={at(trendsPath(t.lang, town.slug, plan?.id))}>{t('trends.more')}</a>
      </p>
    </section>
  );
};

/** How many got which rating; an opinion, and apart from the facts. */
export const OpinionChart = (props: FigureProps) => {
  const { t, town, plan, opinions, at } = props;
  return !isLookedAt(opinions) ? null : (
    <>
      <OpinionBars
        {...chartOf(props)}
        group={sourceOf(props)}
        point={opinions}
        downloads={trendDownloads(at, t.lang, town.slug, 'assessments', plan?.id)}
      />
      <p class="hint">{t('opinions.hint')}</p>
    </>
  );
};

/** How it came to be so, and the way to any other day. */
export const TimeSection = (props: FigureProps) => {
  const { t, town, plan, progress, overTime, today, at } = props;
  return (
    <section aria-labelledby="time-heading">
      <h2 id="time-heading">{t('town.overTime')}</h2>
      {overTime.length === 0 ? null : (
        <StatusOverTime
          {...chartOf(props)}
          days={overTime.map(({ day, byStatus }) => ({ day, counts: byStatus }))}
          until={today}
          downloads={trendDownloads(at, t.lang, town.slug, 'status', plan?.id)}
          {...(progress.recordedSince ? { recordingSince: progress.recordedSince } : {})}
        />
      )}
      <OtherDay t={t} today={today} action={addressOf(props)} />
    </section>
  );
};
