import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality, OrganItem } from '@klimaspur/read-models';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { workPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';

/** „Gremien und Ämter“: those there are, then those that were. */
export const OrgansPage = ({ t, town }: { t: Translate; town: Municipality }) => {
  const open = town.organs.filter(({ closedOn }) => closedOn === null);
  const closed = town.organs.filter(({ closedOn }) => closedOn !== null);
  const newHref = workPath(t.lang, town.slug, 'organs', 'new');
  return (
    <>
      <PageTitle title={t('work.organs')} lead={t('organs.lead')} />
      {open.length === 0 ? (
        <EmptyState text={t('organs.none')}>
          <p>
            <a class="button" href={newHref}>
              {t('organs.new')}
            </a>
          </p>
        </EmptyState>
      ) : (
        <>
          <OrganList t={t} slug={town.slug} organs={open} />
          <p>
            <a class="button" href={newHref}>
              {t('organs.new')}
            </a>
          </p>
        </>
      )}
      {closed.length === 0 ? null : (
        <section aria-labelledby="closed-heading">
          <h2 id="closed-heading">{t('organs.closed')}</h2>
          <OrganList t={t} slug={town.slug} organs={closed} />
        </section>
      )}
    </>
  );
};

interface OrganListProps {
  readonly t: Translate;
  readonly slug: string;
  readonly organs: readonly OrganItem[];
}

const OrganList = ({ t, slug, organs }: OrganListProps) => (
  <ul class="tasks">
    {organs.map((organ) => (
      <li>
        <p class="tasks__what">
          <a href={workPath(t.lang, slug, 'organs', organ.id)} lang="de">
            {organ.name}
          </a>
          <small>{codeWord(t, 'organKind', organ.kind)}</small>
        </p>
        <p class="tasks__stand">{standOf(organ, t)}</p>
      </li>
    ))}
  </ul>
);

const standOf = ({ closedOn, decidesFinally }: OrganItem, t: Translate): string => {
  if (closedOn !== null) return t('organs.closedOn', { day: formatDay(closedOn, t.lang) });
  return t(decidesFinally ? 'organ.decidesFinally.yes' : 'organ.decidesFinally.no');
};
