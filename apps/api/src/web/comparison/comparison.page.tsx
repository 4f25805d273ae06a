import { formatDay } from '@klimaspur/messages';
import { DownloadLinks } from '../components/download-links.js';
import { OwnWords } from '../components/own-words.js';
import { PageTitle } from '../components/page-title.js';
import { SourceNote } from '../components/source-note.js';
import { reportPath } from '../council-report/report-paths.js';
import { planPath, townPath } from '../paths.js';
import { sourceOf } from '../town/town-parts.js';
import { ByFieldSection } from './by-field.js';
import { ChangeSections } from './change-sections.js';
import { ComparisonForm } from './comparison-form.js';
import { comparisonPath } from './comparison-paths.js';
import type { ComparisonProps } from './comparison-parts.js';
import { StandsSection } from './stands-section.js';

/** „Was sich geändert hat“: numbers first, then what went well and what did not side by side, then the rest. */
export const ComparisonPage = (props: ComparisonProps) => {
  const { t, town, plan, field, scope, moments, items } = props;
  const { from, to } = moments;
  const days = { from: formatDay(from.asOf, t.lang), to: formatDay(to.asOf, t.lang) };
  const address = plan ? planPath(t.lang, town.slug, plan.id) : townPath(t.lang, town.slug);
  return (
    <>
      <PageTitle
        title={t('compare.title')}
        about={[town.name, plan?.title, field?.name].filter(Boolean).join(' · ')}
        lead={t('compare.lead', {
          ...days,
          count: items.length,
          total: countedOnEither(props),
        })}
      >
        <a href={props.at(address)}>{t('compare.dashboard')}</a>
        {field ? null : (
          <a href={reportPath(t.lang, town.slug, { moments, plan: plan?.id })}>
            {t('report.open')}
          </a>
        )}
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
      </PageTitle>
      <Presets {...props} />
      <ComparisonForm {...props} />
      <StandsSection {...props} />
      <ChangeSections {...props} />
      <ByFieldSection {...props} />
      <section aria-labelledby="how-heading">
        <h2 id="how-heading">{t('compare.how')}</h2>
        <p>{t('compare.how.difference')}</p>
        <p>{t('compare.how.pairs')}</p>
        <p>{t('compare.how.records')}</p>
      </section>
      <SourceNote t={t} source={sourceOf(props)} asOf={to.asOf} />
      <DownloadLinks
        t={t}
        downloads={['csv', 'json'].map((ending) => ({
          href: comparisonPath(t.lang, town.slug, { moments, scope }, `.${ending}`),
          format: ending.toUpperCase(),
        }))}
      />
    </>
  );
};

/** Some that changed are not there any more, so that today's alone could be fewer than those. */
const countedOnEither = ({ after, items }: ComparisonProps): number =>
  after.counts.total +
  items.filter(({ changes }) => changes.some(({ kind }) => kind === 'removed')).length;

const Presets = ({ t, town, presets, moments, scope }: ComparisonProps) => (
  <nav class="screen-only" aria-label={t('compare.presets')}>
    <ul class="links">
      {presets.map(({ from, label, own }) => (
        <li>
          <a
            href={comparisonPath(t.lang, town.slug, {
              moments: { ...moments, from: { ...moments.from, asOf: from } },
              scope,
            })}
            aria-current={moments.from.asOf === from ? 'page' : undefined}
          >
            <OwnWords t={t} text={label} own={[own]} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
