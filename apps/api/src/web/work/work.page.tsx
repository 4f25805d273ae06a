import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { OwnWords } from '../components/own-words.js';
import { PageTitle } from '../components/page-title.js';
import { townPath } from '../paths.js';
import { Standing } from '../publishing/standing.js';
import { type Waiting, workGroups, type WorkLink } from './work-links.js';

interface WorkPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  /** Those that the viewer may follow. */
  readonly links: readonly WorkLink[];
  readonly waiting: Waiting;
  /** The viewer may publish. */
  readonly mayPublish: boolean;
}

/** Everything that can be done for a town, and how far it has come. */
export const WorkPage = ({ t, town, links, waiting, mayPublish }: WorkPageProps) => (
  <>
    <PageTitle title={t('work.title', { name: town.name })} lead={t('work.lead')} />
    <Standing
      t={t}
      slug={town.slug}
      what="town"
      parts={[]}
      published={town.published}
      may={mayPublish}
    />
    {workGroups.map((group) => {
      const own = links.filter((link) => link.group === group);
      return own.length === 0 ? null : (
        <section aria-labelledby={`${group}-heading`}>
          <h2 id={`${group}-heading`}>{t(`work.group.${group}`)}</h2>
          <ul class="tasks">
            {own.map(({ title, hint, path, stand, own: words }) => (
              <li>
                <p class="tasks__what">
                  <a href={path(t.lang, town.slug)}>{say(t, title)}</a>
                  <small>{say(t, hint)}</small>
                </p>
                {stand ? (
                  <p class="tasks__stand">
                    <OwnWords t={t} text={stand(town, t, waiting)} own={words?.(town)} />
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      );
    })}
    <p>
      <a href={townPath(t.lang, town.slug)}>{t('work.toTown')}</a>
    </p>
  </>
);

/** For keys without arguments that come from a list. */
const say = (t: Translate, key: WorkLink['title']): string => (t as (key: string) => string)(key);
