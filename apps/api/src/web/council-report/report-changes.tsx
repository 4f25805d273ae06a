import { type ChangeKind, changePairs } from '@klimaspur/domain';
import { formatDay, listOf } from '@klimaspur/messages';
import { comparisonPath } from '../comparison/comparison-paths.js';
import { changeSentence } from '../comparison/comparison-words.js';
import { changesOf, correctedIn, recordedSince } from '../comparison/comparison.view.js';
import {
  Further,
  MeasureLine,
  ReportList,
  type ReportProps,
  room,
  shownOf,
} from './report-parts.js';

/** What changed since: what worked out beside what did not, with the same room; then dates; the rest in one sentence. */
export const ReportChanges = (props: ReportProps) => {
  const { t, moments } = props;
  const day = formatDay(moments.from.asOf, t.lang);
  return (
    <section aria-labelledby="changed-heading">
      <h2 id="changed-heading">{t('report.changedSince', { day })}</h2>
      <div class="compared">
        {changePairs.flat().map((kind) => (
          <div>
            <Kind {...props} kind={kind} most={room.pair} />
          </div>
        ))}
      </div>
      {changesOf(props.items, 'rescheduled').length === 0 ? null : (
        <Kind {...props} kind="rescheduled" most={room.dates} />
      )}
      <Rest {...props} />
    </section>
  );
};

interface KindProps extends ReportProps {
  readonly kind: Exclude<ChangeKind, 'assessed'>;
  readonly most: number;
}

const Kind = (props: KindProps) => {
  const { t, items, scope, town, moments, kind, most } = props;
  const told = changesOf(items, kind);
  const shown = shownOf(told.length, most);
  const heading = t('compare.heading', { what: t(`compare.kind.${kind}`), count: told.length });
  return (
    <>
      <h3>{heading}</h3>
      {told.length === 0 ? (
        <p class="small">{t('compare.none')}</p>
      ) : (
        <ReportList>
          {told.slice(0, shown).map((one) => (
            <MeasureLine
              {...props}
              id={one.item.id}
              title={one.item.title}
              number={one.item.place?.number}
              words={changeSentence(one, scope, t)}
              entry={one.change.entry}
            />
          ))}
        </ReportList>
      )}
      <Further
        {...props}
        count={told.length - shown}
        href={comparisonPath(t.lang, town.slug, { moments, scope })}
        what={t(`compare.kind.${kind}`)}
      />
    </>
  );
};

const rest = ['proceeding', 'planned', 'added', 'removed', 'other'] as const;

/** What else changed is counted here; the page of changes lists it. */
const Rest = ({ t, items, town, moments, scope }: ReportProps) => {
  const counts = [
    ...rest.map((kind) => ({ kind, count: changesOf(items, kind).length })),
    { kind: 'recorded' as const, count: recordedSince(items).length },
    { kind: 'corrected' as const, count: correctedIn(items).length },
  ].filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  const what = listOf(
    counts.map(({ kind, count }) => t(`report.rest.${kind}`, { count })),
    t.lang,
  );
  return (
    <p>
      {t('report.rest', { what })}{' '}
      <a href={comparisonPath(t.lang, town.slug, { moments, scope })}>{t('report.allChanges')}</a>
    </p>
  );
};
