import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { workPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import type { BrokenLink } from './broken-links.js';

interface BrokenLinksProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly links: readonly BrokenLink[];
  /** Somebody looks after them at all. */
  readonly watched: boolean;
}

/** „Links nicht mehr erreichbar“: what a team finds a new address for. */
export const BrokenLinksPage = ({ t, town, links, watched }: BrokenLinksProps) => (
  <>
    <PageTitle title={t('links.title')} kicker={town.name} lead={t('links.lead')} />
    {links.length === 0 ? (
      <EmptyState text={t(watched ? 'links.none' : 'links.off')}>
        <p>
          <a href={workPath(t.lang, town.slug)}>{t('work.title', { name: town.name })}</a>
        </p>
      </EmptyState>
    ) : (
      <ol class="clarify">
        {links.map((link) => (
          <li>
            <Broken t={t} {...link} />
          </li>
        ))}
      </ol>
    )}
  </>
);

const Broken = ({ t, place, name, href, mend }: BrokenLink & { readonly t: Translate }) => (
  <>
    <h2 class="clarify__title">
      <a href={href} lang="de">
        {name}
      </a>
    </h2>
    <p>
      {codeWord(t, 'change', place.type)}:{' '}
      <a class="external" href={place.url} rel="noopener" lang="de">
        {place.title ?? place.url}
      </a>{' '}
      <small class="unreachable">
        {t('link.unreachable', { day: formatDay(place.since, t.lang) })}
      </small>
      <small>. {t(`links.reason.${place.reason}`)}</small>
    </p>
    {mend ? (
      <p class="clarify__answers">
        <a class="button is-quiet" href={mend.href} aria-label={`${t(mend.label)}: ${name}`}>
          {t(mend.label)}
        </a>
      </p>
    ) : null}
  </>
);
