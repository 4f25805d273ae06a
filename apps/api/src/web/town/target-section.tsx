import { formatDay } from '@klimaspur/messages';
import { TargetProgress } from '../charts/target-progress.js';
import { EvidenceList } from '../components/evidence-list.js';
import { chartOf, type FigureProps, type TownProps } from './town-parts.js';

/** The year the town has set itself, beside what is done. */
export const TargetSection = (props: TownProps) => {
  const { t, town, progress, today } = props;
  const { byStatus, total } = progress.counts;
  const { target } = town;
  return target === null ? null : (
    <section aria-labelledby="target-heading">
      <h2 id="target-heading">{t('town.target', { year: String(target.year) })}</h2>
      <Resolution t={t} target={target} evidence={props.targetEvidence} />
      <TargetProgress
        {...chartOf(props)}
        targetYear={target.year}
        today={today}
        completed={byStatus.completed}
        total={total}
        {...(target.resolvedOn === null ? {} : { since: target.resolvedOn })}
      />
      {total === 0 ? null : (
        <p class="small">{t('town.target.unknown', { total, unknown: byStatus.unknown })}</p>
      )}
    </section>
  );
};

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
