import { formatDay, formatInstant } from '@klimaspur/messages';
import type { PlanItem } from '@klimaspur/read-models';
import { Bar } from '../charts/bar.js';
import { present } from '../charts/counts.js';
import { Legend } from '../charts/legend.js';
import { barSentence } from '../charts/stacked-bar.js';
import { DefinitionList } from '../components/definition-list.js';
import { DownloadLinks } from '../components/download-links.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { comparisonPath } from '../comparison/comparison-paths.js';
import { infoPaths } from '../info/info-paths.js';
import { planPath, townPath } from '../paths.js';
import { sourceOf } from '../town/town-parts.js';
import { adoptedWords } from '../town/town-sections.js';
import { knownWords } from '../words/moment-words.js';
import { ReportChanges } from './report-changes.js';
import { ReportForm } from './report-form.js';
import { DueSection, LateSection, QuestionsSection } from './report-lists.js';
import { ReportFields } from './report-fields.js';
import type { ReportProps } from './report-parts.js';
import { reportPath } from './report-paths.js';
import { summaryOf } from './report-words.js';

/** „Sachstandsbericht“: what a council reads before a meeting, on one to four sheets. */
export const ReportPage = (props: ReportProps) => {
  const { t, town, plan, moments } = props;
  const asked = { moments, plan: plan?.id };
  return (
    <div class="report">
      <PageTitle
        title={t('report.title')}
        about={[town.name, plan?.title].filter(Boolean).join(' · ')}
        lead={t('report.unofficial')}
      >
        <a
          href={props.at(plan ? planPath(t.lang, town.slug, plan.id) : townPath(t.lang, town.slug))}
        >
          {t('compare.dashboard')}
        </a>
        <a href={comparisonPath(t.lang, town.slug, { moments, scope: props.scope })}>
          {t('report.allChanges')}
        </a>
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
      </PageTitle>
      <ReportForm {...props} />
      <p class="screen-only">
        {props.pdfHref ? <a href={props.pdfHref}>{t('report.pdf')}</a> : t('report.print')}
      </p>
      <Head {...props} />
      <Stand {...props} />
      <ReportFields {...props} />
      <ReportChanges {...props} />
      <LateSection {...props} />
      <QuestionsSection {...props} />
      <DueSection {...props} />
      <section aria-labelledby="method-heading">
        <h2 id="method-heading">{t('report.method')}</h2>
        <p>
          {t('report.method.how')} <a href={infoPaths.method[t.lang]}>{t('report.method.more')}</a>
        </p>
        <CheckpointLine {...props} />
      </section>
      <DownloadLinks
        t={t}
        downloads={['csv', 'json'].map((ending) => ({
          href: reportPath(t.lang, town.slug, asked, `.${ending}`),
          format: ending.toUpperCase(),
        }))}
      />
    </div>
  );
};

/** Who says what of which day. */
const Head = (props: ReportProps) => {
  const { t, town, plan, moments, responsible } = props;
  const { from, to } = moments;
  return (
    <DefinitionList
      items={[
        { term: t('report.asOf'), value: formatDay(to.asOf, t.lang) },
        {
          term: t('report.knownAt'),
          value: to.knownAt === undefined ? t('report.knownNow') : knownWords(to.knownAt, t.lang),
        },
        { term: t('report.since'), value: formatDay(from.asOf, t.lang) },
        ...(plan ? [plan] : town.plans).map((one) => ({
          term: t('measure.plan'),
          value: <PlanWords {...props} plan={one} />,
        })),
        { term: t('print.permalink'), value: <span class="report__address">{props.address}</span> },
        { term: t('report.observedBy'), value: sourceOf(props), lang: 'de' },
        {
          term: t('observers.responsible'),
          value: responsible?.name ?? town.observers?.responsible.join('; '),
          lang: 'de',
        },
      ]}
    />
  );
};

const PlanWords = ({ t, plan }: ReportProps & { readonly plan: PlanItem }) => (
  <>
    <span lang="de">{plan.title}</span>, {adoptedWords(plan, t)}
  </>
);

/** The numbers: in sentences and as one bar for each of the two days. */
const Stand = (props: ReportProps) => {
  const { t, before, after, moments } = props;
  const total = Math.max(before.counts.total, after.counts.total);
  if (total === 0) return <EmptyState text={t('chart.empty')} />;
  return (
    <section aria-labelledby="stand-heading">
      <h2 id="stand-heading">{t('report.short')}</h2>
      <p>{summaryOf(props, t).join(' ')}</p>
      <Legend t={t} statuses={present([before.counts.byStatus, after.counts.byStatus])} />
      <ul class="field-bars">
        {[
          { moment: moments.to, counts: after.counts },
          { moment: moments.from, counts: before.counts },
        ].map(({ moment, counts }) => (
          <li>
            <span class="field-bars__name">
              {formatDay(moment.asOf, t.lang)}{' '}
              <small>{t('chart.measures', { count: counts.total })}</small>
            </span>
            <Bar
              t={t}
              counts={counts.byStatus}
              scale={total}
              height={28}
              label={counts.total === 0 ? t('chart.empty') : barSentence(counts.byStatus, t)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What somebody needs who wants to see later that nothing behind the report was altered. */
const CheckpointLine = ({ t, checkpoint }: ReportProps) =>
  checkpoint === undefined ? null : (
    <p class="small report__checkpoint">
      {t('report.checkpoint', {
        size: checkpoint.size,
        root: Buffer.from(checkpoint.root).toString('base64'),
        at: formatInstant(new Date(checkpoint.signedAt).toISOString(), t.lang),
      })}
    </p>
  );
