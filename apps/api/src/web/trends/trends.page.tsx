import { FarthestMoved, MovedShifts } from '../charts/moved-dates.js';
import { isLookedAt, OpinionColumns } from '../charts/opinions.js';
import { StageColumns } from '../charts/stages.js';
import { DownloadLinks } from '../components/download-links.js';
import { OwnWords } from '../components/own-words.js';
import { PageTitle } from '../components/page-title.js';
import { measurePath, planPath, townPath } from '../paths.js';
import { sourceOf, type PageProps } from '../town/town-parts.js';
import { trendDownloads, trendsPath, type TrendFile } from './trend-paths.js';
import type { TrendFigures } from './trends.view.js';

type TrendsProps = PageProps & TrendFigures;

/** How it came to be so, and which dates did not hold: what is too much for the dashboard. */
export const TrendsPage = (props: TrendsProps) => {
  const { t, town, plan, at } = props;
  const back = plan ? planPath(t.lang, town.slug, plan.id) : townPath(t.lang, town.slug);
  return (
    <>
      <PageTitle title={t('trends.title')} kicker={town.name} lead={t('trends.lead')}>
        <a href={at(back)}>{t('trends.dashboard')}</a>
        {props.drafts > 0 ? <span>{t('draft.counted', { count: props.drafts })}</span> : null}
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
      </PageTitle>
      <PlanChoice {...props} />
      <StagesSection {...props} />
      <DatesSection {...props} />
      <OpinionsSection {...props} />
    </>
  );
};

/** All measures, or those of one plan. */
const PlanChoice = ({ t, town, plan, at }: TrendsProps) =>
  town.plans.length < 2 ? null : (
    <nav aria-label={t('trends.scope')}>
      <ul class="links">
        {[undefined, ...town.plans].map((other) => (
          <li>
            <a
              href={at(trendsPath(t.lang, town.slug, other?.id))}
              aria-current={other?.id === plan?.id ? 'page' : undefined}
              lang={other ? 'de' : undefined}
            >
              {other?.title ?? t('trends.all')}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

const chartOf = (props: TrendsProps, file: TrendFile) => ({
  t: props.t,
  source: sourceOf(props),
  asOf: props.today,
  downloads: trendDownloads(props.at, props.t.lang, props.town.slug, file, props.plan?.id),
});

const StagesSection = (props: TrendsProps) => {
  const { t, stages } = props;
  return (
    <section aria-labelledby="stages-heading">
      <h2 id="stages-heading">{t('stages.title')}</h2>
      <StageColumns
        {...chartOf(props, 'stages')}
        points={stages.items}
        recordingSince={stages.recordedSince}
      />
    </section>
  );
};

const DatesSection = (props: TrendsProps) => {
  const { t, town, movedDates, at } = props;
  return (
    <section aria-labelledby="dates-heading">
      <h2 id="dates-heading">{t('moved.title')}</h2>
      <MovedShifts {...chartOf(props, 'shifts')} moved={movedDates} />
      {movedDates.items.length === 0 ? null : (
        <>
          <h3>{t('moved.farthest')}</h3>
          <FarthestMoved
            {...chartOf(props, 'farthest')}
            items={movedDates.items}
            href={(id) => at(measurePath(t.lang, town.slug, id))}
            textLang="de"
          />
          <AllMoved {...props} />
        </>
      )}
      <p class="hint">{t('moved.hint')}</p>
    </section>
  );
};

/** The chart names some of them; the file names all. */
const AllMoved = ({ t, at, town, plan, movedDates: { total } }: TrendsProps) => (
  <DownloadLinks
    t={t}
    label={t('moved.all', { count: total })}
    about={t('moved.all', { count: total })}
    downloads={trendDownloads(at, t.lang, town.slug, 'movedDates', plan?.id)}
  />
);

const OpinionsSection = (props: TrendsProps) => {
  const { t, assessments } = props;
  if (!assessments.items.some(isLookedAt)) return null;
  const group = sourceOf(props);
  return (
    <section aria-labelledby="opinions-heading">
      <h2 id="opinions-heading">
        <OwnWords t={t} text={t('town.assessment', { group })} own={[group]} />
      </h2>
      <p class="small">{t('town.assessment.own')}</p>
      <OpinionColumns
        {...chartOf(props, 'assessments')}
        group={group}
        points={assessments.items}
        recordingSince={assessments.recordedSince}
      />
      <p class="hint">{t('opinions.hint')}</p>
    </section>
  );
};
