import { staleAfterDays } from '@klimaspur/domain';
import { formatPercent } from '@klimaspur/messages';
import type { Progress } from '@klimaspur/read-models';
import { FieldBars, type FieldCounts } from '../charts/field-bars.js';
import { isLookedAt, OpinionBars } from '../charts/opinions.js';
import { StackedBar } from '../charts/stacked-bar.js';
import { StageBars } from '../charts/stages.js';
import { StatusOverTime } from '../charts/status-over-time.js';
import { Notice } from '../components/notice.js';
import { StatusTiles } from '../components/status-tiles.js';
import { filterNames } from '../paths.js';
import { trendDownloads, type TrendFile, trendsPath } from '../trends/trend-paths.js';
import { chartOf, type FigureProps, listOf, sourceOf } from './town-parts.js';

/** Exactly what a chart shows. */
const chartFiles = ({ t, town, plan, at }: FigureProps, file: TrendFile) =>
  trendDownloads(at, t.lang, town.slug, file, plan?.id);

/** The fields at the top, each with all that lies within it; then what stands in none. */
export const fieldsOf = ({
  fields,
  withoutField,
}: Progress): readonly (FieldCounts & { readonly id: string })[] => [
  ...fields
    .filter(({ depth, all }) => depth === 0 && all.total > 0)
    .map(({ id, name, all }) => ({ id, name, counts: all.byStatus })),
  ...(withoutField.total > 0 ? [{ id: 'none', counts: withoutField.byStatus }] : []),
];

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
        downloads={chartFiles(props, 'counts')}
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
  const shown = fieldsOf(progress);
  if (shown.every(({ id }) => id === 'none')) return null;
  const fields = shown.map(({ id, ...field }) => ({
    ...field,
    href: list({ [names.field]: id }),
  }));
  return (
    <section aria-labelledby="fields-heading">
      <h2 id="fields-heading">{t('town.byField')}</h2>
      <FieldBars
        {...chartOf(props)}
        fields={fields}
        inSeveral={progress.inSeveralFields}
        textLang="de"
        downloads={chartFiles(props, 'fields')}
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
        downloads={trendDownloads(at, t.lang, town.slug, 'stagesNow', plan?.id)}
      />
      <p class="screen-only">
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
        downloads={trendDownloads(at, t.lang, town.slug, 'opinionsNow', plan?.id)}
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
    </section>
  );
};
