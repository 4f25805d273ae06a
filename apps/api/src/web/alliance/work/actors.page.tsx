import type { Translate } from '@klimaspur/messages';
import type { ActorDetail, Municipality } from '@klimaspur/read-models';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';

interface ActorsPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly actors: readonly ActorDetail[];
}

/** „Organisationen“: those who can be invited, and what each brings in. */
export const ActorsPage = ({ t, town, actors }: ActorsPageProps) => {
  const add = (
    <p>
      <a class="button" href={workPath(t.lang, town.slug, 'organisations', 'new')}>
        {t('alliance.add')}
      </a>
    </p>
  );
  return (
    <>
      <PageTitle title={t('alliance.organisations')} lead={t('alliance.organisations.lead')} />
      {actors.length === 0 ? (
        <EmptyState text={t('alliance.none')}>{add}</EmptyState>
      ) : (
        <>
          {add}
          <ul class="tasks">
            {actors.map((actor) => (
              <li>
                <p class="tasks__what">
                  <a href={workPath(t.lang, town.slug, 'organisations', actor.id)} lang="de">
                    {actor.name}
                  </a>
                  <small>{codeWord(t, 'actorKind', actor.kind)}</small>
                </p>
                <p class="tasks__stand">{standOf(actor, t)}</p>
              </li>
            ))}
          </ul>
          <p>
            <a href={workPath(t.lang, town.slug, 'organisations', 'contacts')}>
              {t('alliance.contacts.all')}
            </a>
          </p>
        </>
      )}
    </>
  );
};

const standOf = ({ published, inAlliance }: ActorDetail, t: Translate): string =>
  [
    inAlliance ? t('alliance.member') : undefined,
    t(published ? 'alliance.named' : 'alliance.unnamed'),
  ]
    .filter(Boolean)
    .join(' · ');
