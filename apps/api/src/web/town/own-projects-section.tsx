import { ownProjectsSentence } from '../alliance/shown/own-projects.js';
import { StackedBar } from '../charts/stacked-bar.js';
import { filterNames } from '../paths.js';
import { trendDownloads } from '../trends/trend-paths.js';
import { chartOf, type FigureProps, listOf } from './town-parts.js';

/** What allies do on their own: a number and a bar beside those of the town, in which it is not counted. */
export const OwnProjectsSection = (props: FigureProps) => {
  const { t, town, plan, at, progress } = props;
  const { byStatus, total } = progress.ownProjects;
  if (total === 0) return null;
  const names = filterNames[t.lang];
  const list = listOf(props);
  const title = t('alliance.ownProjects');
  return (
    <section aria-labelledby="own-projects-heading">
      <h2 id="own-projects-heading">{title}</h2>
      <p>
        <a href={list({ [names.allies]: 'only' })}>{t('alliance.ownProjects.apart', { total })}</a>
      </p>
      <StackedBar
        {...chartOf(props)}
        counts={byStatus}
        href={(status) => list({ [names.allies]: 'only', [names.status]: status })}
        downloads={trendDownloads(at, t.lang, town.slug, 'ownProjects', plan?.id)}
        words={{ sentence: ownProjectsSentence(byStatus, t), caption: title }}
      />
    </section>
  );
};
