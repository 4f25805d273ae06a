import type { Status } from '@klimaspur/domain';
import { listOf, type Translate } from '@klimaspur/messages';
import type { OwnProject } from '@klimaspur/read-models';
import { type Counts, totalOf } from '../../charts/counts.js';
import { statuses } from '../../charts/palette.js';
import { StackedBar } from '../../charts/stacked-bar.js';
import { StatusBadge } from '../../components/status-badge.js';
import { measurePath } from '../../paths.js';
import { trendDownloads } from '../../trends/trend-paths.js';
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
  const counts = statusCounts(projects);
  const sentence = ownProjectsSentence(counts, t);
  return projects.length === 0 ? null : (
    <section aria-labelledby="projects-heading">
      <h2 id="projects-heading">{t('alliance.ownProjects')}</h2>
      {withoutName ? (
        <p>{sentence}</p>
      ) : (
        <StackedBar
          t={t}
          asOf={shown.today}
          counts={counts}
          downloads={trendDownloads(at, t.lang, town.slug, 'ownProjects', undefined)}
          words={{ sentence, caption: t('alliance.ownProjects') }}
        />
      )}
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

/** How many projects stand where; one that goes on elsewhere is none any more. */
export const statusCounts = (projects: readonly OwnProject[]): Counts =>
  Object.fromEntries(
    statuses.map((code) => [
      code,
      projects.filter(({ measure }) => measure.status === code).length,
    ]),
  ) as Record<Status, number>;

/** „3 Vorhaben: 1 abgeschlossen, 2 in Umsetzung.“ */
export const ownProjectsSentence = (counts: Counts, t: Translate): string =>
  t('alliance.ownProjects.count', {
    count: totalOf(counts),
    states: listOf(
      statuses.flatMap((code) =>
        counts[code] === 0 ? [] : [`${counts[code]} ${t(`status.${code}`)}`],
      ),
      t.lang,
    ),
  });
