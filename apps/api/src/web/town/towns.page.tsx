import { type Translate } from '@klimaspur/messages';
import type { MovedTown, MunicipalityItem } from '@klimaspur/read-models';
import type { AskedMoment } from '../../reading/moment.js';
import { DownloadLinks } from '../components/download-links.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { Pagination } from '../components/pagination.js';
import { beginPath, filterNames, townsPath, withQuery } from '../paths.js';
import { ChangesList } from './changes-list.js';
import type { ChangeLine } from './change-lines.js';
import { MovedList } from './moved-list.js';
import { TownList, TownSearch } from './town-list.js';

interface TownsProps {
  readonly t: Translate;
  /** Those that are kept elsewhere now. */
  readonly moved: readonly MovedTown[];
  /** Those that are shown. */
  readonly towns: readonly MunicipalityItem[];
  /** How many there are, or how many were found. */
  readonly total: number;
  /** Adds the moment asked about to an address. */
  readonly at: (path: string) => string;
  readonly moment: AskedMoment;
}

interface TownsPageProps extends TownsProps {
  readonly q: string;
  readonly page: number;
  readonly pages: number;
}

/** All towns, or those whose name was searched for. */
export const TownsPage = (props: TownsPageProps) => {
  const { t, towns, moved, total, at, moment, q, page, pages } = props;
  return (
    <>
      <PageTitle title={t('nav.municipalities')} lead={t('towns.lead')} />
      <TownSearch t={t} q={q} moment={moment} />
      <p class="result-count">{t('towns.found', { count: total })}</p>
      {towns.length === 0 ? (
        <NoTowns t={t} q={q} at={at} />
      ) : (
        <TownList t={t} towns={towns} at={at} />
      )}
      <MovedList t={t} towns={moved} />
      {q !== '' && towns.length > 0 ? (
        <p>
          <a href={at(townsPath(t.lang))}>{t('towns.showAll')}</a>
        </p>
      ) : null}
      <Pagination
        t={t}
        page={page}
        pages={pages}
        href={(other) => at(withQuery(townsPath(t.lang), { q, [filterNames[t.lang].page]: other }))}
      />
      {towns.length === 0 ? null : (
        <DownloadLinks
          t={t}
          label={t('townsFile.download')}
          downloads={['csv', 'json'].map((format) => ({
            href: at(withQuery(`${townsPath(t.lang)}.${format}`, { q })),
            format: format.toUpperCase(),
          }))}
        />
      )}
    </>
  );
};

const NoTowns = ({ t, q, at }: Pick<TownsPageProps, 't' | 'q' | 'at'>) =>
  q === '' ? (
    <EmptyState text={t('towns.none')}>
      <p>
        <a href={beginPath(t.lang)}>{t('towns.none.begin')}</a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState text={t('towns.noneFound.q', { q })}>
      <p>
        <a href={at(townsPath(t.lang))}>{t('towns.showAll')}</a>
      </p>
    </EmptyState>
  );

interface StartPageProps extends TownsProps {
  readonly changes: readonly ChangeLine[];
}

/** The first page: what this is, which towns there are, and what happened last. */
export const StartPage = ({ t, towns, moved, total, at, moment, changes }: StartPageProps) => (
  <>
    <PageTitle title={t('start.title')} lead={`${t('start.lead')} ${t('start.lead2')}`} />
    <TownSearch t={t} moment={moment} />
    <section aria-labelledby="towns-heading">
      <h2 id="towns-heading">{t('nav.municipalities')}</h2>
      {towns.length === 0 ? (
        <NoTowns t={t} q="" at={at} />
      ) : (
        <>
          <TownList t={t} towns={towns} at={at} />
          {total > towns.length ? (
            <p>
              <a href={at(townsPath(t.lang))}>{t('towns.all', { count: total })}</a>
            </p>
          ) : null}
        </>
      )}
    </section>
    <MovedList t={t} towns={moved} />
    {changes.length === 0 ? null : (
      <section aria-labelledby="changes-heading">
        <h2 id="changes-heading">{t('start.changes')}</h2>
        <ChangesList t={t} changes={changes} at={at} withTown />
      </section>
    )}
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
