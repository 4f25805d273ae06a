import type { Issue } from '@klimaspur/domain';
import { formatNumber, type Translate } from '@klimaspur/messages';
import type { MunicipalityItem } from '@klimaspur/read-models';
import { placeToFill } from '../../commands/publish-gaps.js';
import { accountPath } from '../account/account-paths.js';
import { barrierInboxPath } from '../barriers/barrier-paths.js';
import { clarifyPath } from '../clarify/clarify-paths.js';
import { EmptyState } from '../components/empty-state.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { newDecisionPath } from '../decisions/decision-paths.js';
import { importPath } from '../imports/import-paths.js';
import { inboxPath } from '../notices/notice-paths.js';
import { filterNames, measuresPath, townPath, withQuery, workPath } from '../paths.js';
import { mentionsPath } from '../mentions/mention-paths.js';
import { projectionsPath } from '../projections/projection-paths.js';
import { siteDeskPath } from '../site/site-paths.js';
import type { ChangeLine } from '../town/change-lines.js';
import { ChangesList } from '../town/changes-list.js';
import { codeWord } from '../words/entry-words.js';

export interface TownAtHome {
  readonly town: MunicipalityItem;
  /** Measures of which something is to be clarified. */
  readonly toClarify: number;
  /** How many of its measures only the signed-in see. */
  readonly drafts: number;
  readonly changes: readonly ChangeLine[];
  readonly brokenLinks: number;
  /** How many are open. */
  readonly notices: number;
  /** What it is without, though it is public. */
  readonly gaps: readonly Issue[];
  /** What is waited for at round tables. */
  readonly atTables: { readonly stalePromises: number; readonly questions: number };
  /** The viewer may see who takes part, and invite others. */
  readonly hasPeople: boolean;
}

interface HomeProps {
  readonly t: Translate;
  readonly name: string;
  readonly towns: readonly TownAtHome[];
  /** Where somebody may begin a town. */
  readonly beginHref?: string | undefined;
  readonly isOperator: boolean;
  /** How many reports of barriers are open. */
  readonly barriers: number;
}

/** The first page after signing in: what is late, what is stale, what is to be clarified, what happened last. */
export const HomePage = ({ t, name, towns, beginHref, isOperator, barriers }: HomeProps) => (
  <>
    <PageTitle title={t('home.title', { name })} lead={t('home.lead')} />
    {towns.length === 0 ? (
      <EmptyState text={t('home.none')}>
        {beginHref ? (
          <p>
            <a class="button" href={beginHref}>
              {t('example.begin')}
            </a>{' '}
            <a href={importPath(t.lang)}>{t('import.title')}</a>
          </p>
        ) : null}
      </EmptyState>
    ) : (
      towns.map((each) => <TownSection t={t} {...each} />)
    )}
    <section aria-labelledby="more">
      <h2 id="more">{t(isOperator ? 'home.more.operator' : 'home.more')}</h2>
      <ul class="links">
        <li>
          <a href={accountPath(t.lang)}>{t('account.title')}</a>
        </li>
        {isOperator ? (
          <li>
            <a href={siteDeskPath(t.lang)}>{t('site.all')}</a>
          </li>
        ) : null}
        {isOperator ? (
          <li>
            <a href={mentionsPath(t.lang)}>{t('mentions.title')}</a>
          </li>
        ) : null}
        {isOperator ? (
          <li>
            <a href={projectionsPath(t.lang)}>{t('projections.title')}</a>
          </li>
        ) : null}
        {isOperator ? (
          <li>
            <a href={barrierInboxPath(t.lang)}>{t('barriers.title')}</a>{' '}
            <small>({t('notices.count', { count: barriers })})</small>
          </li>
        ) : null}
        {beginHref && towns.length > 0 ? (
          <li>
            <a href={beginHref}>{t('example.begin')}</a>
          </li>
        ) : null}
      </ul>
    </section>
  </>
);

const TownSection = (props: TownAtHome & { readonly t: Translate }) => {
  const { t, town, toClarify, drafts, changes, brokenLinks, notices, gaps, hasPeople, atTables } =
    props;
  const { lang } = t;
  const heading = `town-${town.id}`;
  const list = (only?: string) =>
    withQuery(measuresPath(lang, town.slug), { [filterNames[lang].only]: only });
  const { late, stale, total } = town.counts;
  const clarifyHref = clarifyPath(lang, town.slug);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        <a href={townPath(lang, town.slug)} lang="de">
          {town.name}
        </a>{' '}
        {town.published ? null : <small>{t('draft.mark')}</small>}
      </h2>
      <PublicGaps t={t} gaps={gaps} />
      <ul class="tiles" aria-label={t('home.attention', { name: town.name })}>
        <Tile t={t} href={list()} count={total} word={t('tiles.total', { count: total })} />
        <Tile t={t} href={list('late')} count={late} word={t('home.late')} />
        <Tile t={t} href={list('stale')} count={stale} word={t('home.stale')} />
        <Tile t={t} href={clarifyHref} count={toClarify} word={t('home.toBeClarified')} />
        {brokenLinks === 0 ? null : (
          <Tile
            t={t}
            href={workPath(lang, town.slug, 'links')}
            count={brokenLinks}
            word={t('home.brokenLinks', { count: brokenLinks })}
          />
        )}
        <Tile
          t={t}
          href={inboxPath(lang, town.slug)}
          count={notices}
          word={t('home.notices', { count: notices })}
        />
        {atTables.stalePromises === 0 ? null : (
          <Tile
            t={t}
            href={workPath(lang, town.slug, 'followUps')}
            count={atTables.stalePromises}
            word={t('home.stalePromises', { count: atTables.stalePromises })}
          />
        )}
        {atTables.questions === 0 ? null : (
          <Tile
            t={t}
            href={workPath(lang, town.slug, 'questions')}
            count={atTables.questions}
            word={t('home.questions', { count: atTables.questions })}
          />
        )}
      </ul>
      {drafts === 0 ? null : (
        <p class="small">
          {`${t('results.all', { total })}, ${t('draft.counted', { count: drafts })}`}
        </p>
      )}
      <ul class="links">
        <li>
          <a href={list()}>{t('home.log')}</a>
        </li>
        <li>
          <a href={newDecisionPath(lang, town.slug)}>{t('decision.record')}</a>
        </li>
        <li>
          <a href={workPath(lang, town.slug)}>{t('work.title', { name: town.name })}</a>
        </li>
        {hasPeople ? (
          <li>
            <a href={workPath(lang, town.slug, 'people')}>
              {t('home.people', { name: town.name })}
            </a>
          </li>
        ) : null}
      </ul>
      <h3>{t('town.changes')}</h3>
      {changes.length === 0 ? (
        <EmptyState text={t('timeline.empty')} />
      ) : (
        <ChangesList t={t} changes={changes} at={(path) => path} />
      )}
    </section>
  );
};

const PublicGaps = ({ t, gaps }: Pick<TownAtHome, 'gaps'> & { readonly t: Translate }) =>
  gaps.length === 0 ? null : (
    <Notice kind="warning">
      <p>{t('home.publicGaps')}</p>
      <ul class="links">
        {gaps.map((gap) => (
          <li>
            <a href={placeToFill(gap, t.lang)}>{codeWord(t, 'gap', gap.code)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );

interface TileProps {
  readonly t: Translate;
  readonly href: string;
  readonly count: number;
  readonly word: string;
}

const Tile = ({ t, href, count, word }: TileProps) => (
  <li class={`tile${count === 0 ? ' is-none' : ''}`}>
    <a href={href}>
      <span class="tile__number">{formatNumber(count, t.lang)}</span>{' '}
      <span class="tile__word">{word}</span>
    </a>
  </li>
);
