import { listOf, type Translate } from '@klimaspur/messages';
import type { OwnProject } from '@klimaspur/read-models';
import { statuses } from '../../charts/palette.js';
import { StatusBadge } from '../../components/status-badge.js';
import { measurePath } from '../../paths.js';
import { ActorLink } from '../../roundtables/shown/actor-links.js';
import type { ShownTables } from '../../roundtables/shown/shown-table.js';

interface OwnProjectsProps {
  readonly shown: ShownTables;
  readonly projects: readonly OwnProject[];
  /** On the page of an organisation it goes without saying whose they are. */
  readonly withoutName?: boolean;
}

/** „Vorhaben von Bündnispartnern, kein Beschluss nötig“, with numbers of their own. */
export const OwnProjects = ({ shown, projects, withoutName }: OwnProjectsProps) => {
  const { t, town, at } = shown;
  return projects.length === 0 ? null : (
    <section aria-labelledby="projects-heading">
      <h2 id="projects-heading">{t('alliance.ownProjects')}</h2>
      <p>{ownProjectsSentence(projects, t)}</p>
      <ul class="tasks">
        {projects.map(({ measure, actor }) => (
          <li>
            <p class="tasks__what">
              <a href={at(measurePath(t.lang, town.slug, measure.id))} lang="de">
                {measure.title}
              </a>
              {actor === null || withoutName ? null : (
                <small>
                  <ActorLink shown={shown} id={actor} />
                </small>
              )}
            </p>
            <p class="tasks__stand">
              <StatusBadge t={t} status={measure.status} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** „3 Vorhaben: 1 abgeschlossen, 2 in Umsetzung.“ */
export const ownProjectsSentence = (projects: readonly OwnProject[], t: Translate): string => {
  const counts = statuses.flatMap((status) => {
    const count = projects.filter(({ measure }) => measure.status === status).length;
    return count === 0 ? [] : [`${count} ${t(`status.${status}`)}`];
  });
  return t('alliance.ownProjects.count', {
    count: projects.length,
    states: listOf(counts, t.lang),
  });
};
