import type { Translate } from '@klimaspur/messages';
import type { MunicipalityItem } from '@klimaspur/read-models';
import type { AskedMoment } from '../../reading/moment.js';
import { Bar } from '../charts/bar.js';
import { present } from '../charts/counts.js';
import { Legend } from '../charts/legend.js';
import { barSentence } from '../charts/stacked-bar.js';
import { TextField } from '../components/text-fields.js';
import { MomentFields } from '../measures/moment-fields.js';
import { townPath, townsPath } from '../paths.js';
import { dayWords } from '../words/day-words.js';

interface TownListProps {
  readonly t: Translate;
  readonly towns: readonly MunicipalityItem[];
  /** Adds the moment asked about to an address. */
  readonly at: (path: string) => string;
}

/** One town per row: how many measures, how they stand, what the town wants, what happened last. */
export const TownList = ({ t, towns, at }: TownListProps) => (
  <div class="chart">
    <Legend t={t} statuses={present(towns.map(({ counts }) => counts.byStatus))} />
    <ul class="field-bars">
      {towns.map((town) => (
        <li>
          <span class="field-bars__name">
            <a href={at(townPath(t.lang, town.slug))} lang="de">
              <strong>{town.name}</strong>
            </a>
            {town.published ? null : <small>{t('draft.mark')}</small>}
            <small>{factsOf(town, t)}</small>
          </span>
          {town.counts.total === 0 ? null : (
            <Bar
              t={t}
              counts={town.counts.byStatus}
              height={30}
              label={barSentence(town.counts.byStatus, t)}
            />
          )}
        </li>
      ))}
    </ul>
  </div>
);

const factsOf = (
  { counts, targetYear, lastNewsOn, lastNewsRecordedOn }: MunicipalityItem,
  t: Translate,
): string => {
  const newsDay = lastNewsOn ?? lastNewsRecordedOn;
  return [
    counts.total === 0
      ? t('towns.measures', { total: 0 })
      : t('town.lead.done', {
          done: counts.byStatus.completed,
          total: counts.total,
          unknown: counts.byStatus.unknown,
        }),
    ...(targetYear === null ? [] : [`${t('towns.target', { year: String(targetYear) })}.`]),
    ...(newsDay ? [`${t('towns.lastNews', { day: dayWords(lastNewsOn, newsDay, t) })}.`] : []),
  ].join(' ');
};

interface TownSearchProps {
  readonly t: Translate;
  readonly q?: string;
  readonly moment: AskedMoment;
}

/** Looks for a town by part of its name; the answer is the list of towns. */
export const TownSearch = ({ t, q, moment }: TownSearchProps) => (
  <form class="filters" method="get" action={townsPath(t.lang)} role="search">
    <MomentFields lang={t.lang} moment={moment} />
    <div class="filters__fields">
      <TextField t={t} name="q" type="search" label={t('towns.search')} value={q} lang="de" />
    </div>
    <div class="filters__actions">
      <button class="button" type="submit">
        {t('filter.search')}
      </button>
    </div>
  </form>
);
