import { formatDay } from '@klimaspur/messages';
import { type TargetFigures, TargetProgress } from '../charts/target-progress.js';
import { EvidenceList } from '../components/evidence-list.js';
import { trendDownloads } from '../trends/trend-paths.js';
import { chartOf, type FigureProps, type TownProps } from './town-parts.js';

/** The year the town has set itself, beside what is done. */
export const TargetSection = (props: TownProps) => {
  const { t, town, progress } = props;
  const { byStatus, total } = progress.counts;
  const { target } = town;
  return target === null ? null : (
    <section aria-labelledby="target-heading">
      <h2 id="target-heading">{t('town.target', { year: String(target.year) })}</h2>
      <Resolution t={t} target={target} evidence={props.targetEvidence} />
      <TargetProgress
        {...chartOf(props)}
        {...targetFigures(target, props)}
        downloads={trendDownloads(props.at, t.lang, town.slug, 'target', undefined)}
      />
      {total === 0 ? null : (
        <p class="small">{t('town.target.unknown', { total, unknown: byStatus.unknown })}</p>
      )}
    </section>
  );
};

/** What the chart of the target counts. */
export const targetFigures = (
  { year, resolvedOn }: Target,
  { progress: { counts }, today }: Pick<FigureProps, 'progress' | 'today'>,
): TargetFigures => ({
  targetYear: year,
  today,
  completed: counts.byStatus.completed,
  total: counts.total,
  ...(resolvedOn === null ? {} : { since: resolvedOn }),
});

type Target = NonNullable<FigureProps['town']['target']>;

interface ResolutionProps {
  readonly t: FigureProps['t'];
  readonly target: Target;
  readonly evidence: TownProps['targetEvidence'];
}

/** What the year rests on: the resolution, its day, where it can be read. */
const Resolution = ({ t, target, evidence }: ResolutionProps) => {
  const { resolvedOn, resolution, note } = target;
  return (
    <>
      {resolvedOn === null && resolution === null && note === null ? null : (
        <p>
          {resolvedOn === null
            ? null
            : t('town.target.resolved', { day: formatDay(resolvedOn, t.lang) })}{' '}
          {resolution === null ? null : <span lang="de">{resolution}</span>}{' '}
          {note === null ? null : <span lang="de">{note}</span>}
        </p>
      )}
      {evidence.length === 0 ? null : <EvidenceList t={t} evidence={evidence} textLang="de" />}
    </>
  );
};
