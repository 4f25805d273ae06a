import { berlinDay } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import { barrierPath } from '../barriers/barrier-paths.js';
import { DefinitionList } from '../components/definition-list.js';
import type { ResponsiblePerson } from '@klimaspur/vault';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { Prose } from '../components/prose.js';
import { ResponsibleAddress } from '../observers/observers.page.js';
import { observersPath } from '../paths.js';
import { type SiteKey, siteTitles } from './site-paths.js';
import type { SiteText } from './site-texts.js';

/** Who answers for one town. */
export interface TownResponsible {
  readonly slug: string;
  readonly name: string;
  readonly person: ResponsiblePerson;
}

interface SitePageProps {
  readonly t: Translate;
  readonly page: SiteKey;
  readonly text: SiteText | undefined;
  /** Below the imprint. */
  readonly towns: readonly TownResponsible[];
  /** Below the accessibility statement: who helps where nobody answers; null: not named yet. */
  readonly enforcement?: SiteText | null;
  /** Where the viewer may change it. */
  readonly editHref?: string;
}

/** Impressum and its sisters: the operator's own text, or what the program says of itself. */
export const SitePageView = ({ t, page, text, towns, enforcement, editHref }: SitePageProps) => (
  <>
    <PageTitle title={t(siteTitles[page])} lead={t(`site.lead.${page}`)}>
      {editHref ? <a href={editHref}>{t('site.edit')}</a> : null}
    </PageTitle>
    {text === undefined ? (
      <EmptyState text={t('site.none')} />
    ) : (
      <article class="site-text">
        {text.lang === t.lang ? null : <p class="hint">{t('site.otherLanguage')}</p>}
        <Prose text={text.text} lang={text.lang} asPage />
        <p class="small">
          {text.changedAt === undefined
            ? t('site.builtIn')
            : t('site.changedAt', { day: formatDay(dayOf(text.changedAt), t.lang) })}
        </p>
      </article>
    )}
    {enforcement === undefined ? null : <BarrierSections t={t} enforcement={enforcement} />}
    {towns.length === 0 ? null : <TownsSection t={t} towns={towns} />}
  </>
);

interface BarrierSectionsProps {
  readonly t: Translate;
  readonly enforcement: SiteText | null;
}

/** What every statement must offer, whoever wrote it: a way to report, and somebody to turn to. */
const BarrierSections = ({ t, enforcement }: BarrierSectionsProps) => (
  <>
    <section aria-labelledby="report">
      <h2 id="report">{t('barrier.title')}</h2>
      <p>{t('barrier.lead')}</p>
      <p>
        <a class="button" href={barrierPath(t.lang)}>
          {t('barrier.title')}
        </a>
      </p>
    </section>
    <section aria-labelledby="enforcement">
      <h2 id="enforcement">{t('barrier.enforcement')}</h2>
      {enforcement === null ? (
        <p>{t('barrier.enforcement.none')}</p>
      ) : (
        <Prose text={enforcement.text} lang={enforcement.lang} asPage />
      )}
    </section>
  </>
);

const dayOf = (instant: number) => berlinDay(new Date(instant).toISOString());

const TownsSection = ({ t, towns }: { t: Translate; towns: readonly TownResponsible[] }) => (
  <section aria-labelledby="towns">
    <h2 id="towns">{t('site.towns')}</h2>
    <p>{t('site.towns.1')}</p>
    <DefinitionList
      items={towns.map(({ slug, name, person }) => ({
        term: <a href={observersPath(t.lang, slug)}>{name}</a>,
        value: <ResponsibleAddress person={person} />,
      }))}
    />
  </section>
);
