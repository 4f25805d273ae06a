import { formatDay, type Translate } from '@klimaspur/messages';
import type { MunicipalityItem } from '@klimaspur/read-models';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { townPath } from '../paths.js';

interface TownListProps {
  readonly t: Translate;
  readonly towns: readonly MunicipalityItem[];
}

/** One town per row: how many measures, how many done, what happened last. */
export const TownList = ({ t, towns }: TownListProps) => (
  <ul class="measure-list">
    {towns.map((town) => (
      <li>
        <p class="measure-list__what">
          <a href={townPath(t.lang, town.slug)}>{town.name}</a>
          {town.published ? null : <small>{t('draft.mark')}</small>}
        </p>
        <p class="measure-list__status">
          {t('towns.done', { done: town.counts.byStatus.completed, total: town.counts.total })}
        </p>
        <p class="measure-list__more">
          {town.targetYear === null ? null : (
            <span>{t('towns.target', { year: String(town.targetYear) })}</span>
          )}
          {town.lastNewsOn ? (
            <small>{t('towns.lastNews', { day: formatDay(town.lastNewsOn, t.lang) })}</small>
          ) : null}
        </p>
      </li>
    ))}
  </ul>
);

interface TownsPageProps extends TownListProps {
  readonly action: string;
  readonly q: string;
}

export const TownsPage = ({ t, towns, action, q }: TownsPageProps) => (
  <>
    <PageTitle title={t('nav.municipalities')} lead={t('towns.lead')} />
    <form class="form is-row" method="get" action={action} role="search">
      <TextField t={t} name="q" type="search" label={t('towns.search')} value={q} />
      <p class="form__actions">
        <button class="button" type="submit">
          {t('filter.search')}
        </button>
      </p>
    </form>
    {towns.length === 0 ? (
      <EmptyState text={t(q === '' ? 'towns.none' : 'towns.noneFound')} />
    ) : (
      <TownList t={t} towns={towns} />
    )}
  </>
);

/** The first page: what this is, and where to go. */
export const StartPage = ({ t, towns }: TownListProps) => (
  <>
    <PageTitle title={t('start.title')} lead={t('start.lead')} />
    <section aria-labelledby="towns-heading">
      <h2 id="towns-heading">{t('nav.municipalities')}</h2>
      {towns.length === 0 ? (
        <EmptyState text={t('towns.none')} />
      ) : (
        <TownList t={t} towns={towns} />
      )}
    </section>
    <section aria-labelledby="how-heading">
      <h2 id="how-heading">{t('start.how')}</h2>
      <ul>
        <li>{t('start.how.trail')}</li>
        <li>{t('start.how.times')}</li>
        <li>{t('start.how.facts')}</li>
        <li>{t('start.how.data')}</li>
      </ul>
    </section>
  </>
);
