import { formatDay, type Translate } from '@klimaspur/messages';
import type { Because, MeasureDetail, Municipality } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { DefinitionList, type Definition } from '../components/definition-list.js';
import { EventTimeline } from '../components/event-timeline.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { Prose } from '../components/prose.js';
import { StatusBadge } from '../components/status-badge.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { entryPath, filterNames, historyPath, measuresPath, withQuery } from '../paths.js';
import { codeWord, euros } from '../words/entry-words.js';

export interface MeasurePageProps {
  readonly t: Translate;
  readonly measure: MeasureDetail;
  readonly town: Municipality;
  readonly latest: readonly TimelineEntry[];
  readonly entries: number;
  /** Address of the log form; absent: the viewer may not write here. */
  readonly recordHref?: string;
  readonly at: (path: string) => string;
}

/** One measure: how it stands and why, what is planned, who is responsible, what it is about, what happened. */
export const MeasurePage = (props: MeasurePageProps) => {
  const { t, measure, at } = props;
  return (
    <>
      <PageTitle
        title={measure.title}
        lang="de"
        {...(measure.place?.number ? { kicker: measure.place.number } : {})}
        {...(measure.teaser ? { lead: <span lang="de">{measure.teaser}</span> } : {})}
      >
        <StatusBadge t={t} status={measure.status} />{' '}
        {measure.published ? null : <strong class="tag">{t('draft.mark')}</strong>}{' '}
        {measure.ownProposal ? <strong class="tag">{t('measure.ownProposal')}</strong> : null}
      </PageTitle>
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      {props.recordHref ? (
        <p>
          <a class="button" href={props.recordHref}>
            {t('log.title')}
          </a>
        </p>
      ) : null}
      <Why {...props} />
      <Facts {...props} />
      <Texts {...props} />
      <section aria-labelledby="history-heading">
        <h2 id="history-heading">{t('measure.history')}</h2>
        <EventTimeline t={t} entries={props.latest} level={3} textLang="de" />
        <p>
          <a href={at(historyPath(t.lang, measure.municipality.slug, measure.id))}>
            {t('measure.wholeHistory', { count: props.entries })}
          </a>
        </p>
      </section>
    </>
  );
};

const Entry = ({ t, measure, entry, at }: MeasurePageProps & { readonly entry: string | null }) =>
  entry === null ? null : (
    <>
      {' '}
      <a href={at(entryPath(t.lang, measure.municipality.slug, measure.id, entry))}>
        {t('measure.entry')}
      </a>
    </>
  );

/** „Warum dieser Stand?“ */
const Why = (props: MeasurePageProps) => {
  const { t, measure } = props;
  return (
    <section aria-labelledby="why-heading">
      <h2 id="why-heading">{t('measure.whyThisStatus')}</h2>
      <p>
        {codeWord(t, 'why', measure.rule)}
        <Entry {...props} entry={measure.because} />
      </p>
      {measure.inNewConsultation ? <p>{t('measure.inNewConsultation')}</p> : null}
      {measure.stale ? <p>{t('measure.staleSentence')}</p> : null}
      {measure.facts.findings.length === 0 ? null : (
        <Notice kind="warning" title={t('filter.toBeClarified')}>
          <ul>
            {measure.facts.findings.map(({ code, entry }) => (
              <li>
                {codeWord(t, 'finding', code)}
                <Entry {...props} entry={entry} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
};

const Facts = (props: MeasurePageProps) => {
  const { t, measure, at } = props;
  const { facts } = measure;
  const since = (
    prefix: string,
    { value, since: day, entry }: Because<string>,
  ): ComponentChildren => (
    <>
      {codeWord(t, prefix, value)}
      {day ? ` (${t('measure.since', { day: formatDay(day, t.lang) })})` : ''}
      <Entry {...props} entry={entry} />
    </>
  );
  const dated = (date: Because<string | null> | null): ComponentChildren =>
    date && (
      <>
        {formatDay(date.value, t.lang)}
        <Entry {...props} entry={date.entry} />
      </>
    );
  const planned = (which: 'start' | 'end', date: Because<string> | null): ComponentChildren => {
    const before = facts.moves.filter((move) => move.which === which && move.from !== null);
    return (
      date && (
        <>
          {dated(date)}
          {before.length === 0 ? null : (
            <small>
              {' '}
              {t('measure.before', {
                dates: before.map(({ from }) => formatDay(from, t.lang)).join(', '),
              })}
            </small>
          )}
        </>
      )
    );
  };
  const fields = measure.places.map(({ path, planTitle }) => (
    <>
      {path.map(({ id, name }, index) => (
        <>
          {index > 0 ? ' › ' : ''}
          <a
            href={at(
              withQuery(measuresPath(t.lang, measure.municipality.slug), {
                [filterNames[t.lang].field]: id,
              }),
            )}
            lang="de"
          >
            {name}
          </a>
        </>
      ))}
      {path.length === 0 ? t('chart.noField') : ''} <small lang="de">({planTitle})</small>
    </>
  ));
  const items: Definition[] = [
    { term: t('measure.decision'), value: since('decisionState', facts.decision) },
    {
      term: t('measure.implementation'),
      value: since('implementationState', facts.implementation),
    },
    ...(measure.percent === null
      ? []
      : [{ term: t('log.percent'), value: `${measure.percent} %` }]),
    { term: t('entry.plannedStart'), value: planned('start', facts.plannedStart) },
    { term: t('measure.startedOn'), value: dated(facts.startedOn) },
    { term: t('entry.plannedEnd'), value: planned('end', facts.plannedEnd) },
    { term: t('measure.endedOn'), value: dated(facts.endedOn) },
    ...(measure.finishedLateDays
      ? [
          {
            term: t('measure.finishedLate'),
            value: t('measure.days', { days: measure.finishedLateDays }),
          },
        ]
      : []),
    ...facts.responsible.map(({ responsibility, name, explanation }) => ({
      term: t(`measure.responsible.${responsibility}`),
      value: explanation ? `${name} – ${explanation}` : name,
      lang: 'de',
    })),
    ...fields.map((value) => ({ term: t('filter.field'), value })),
    ...(measure.origin
      ? [{ term: t('measure.origin'), value: codeWord(t, 'origin', measure.origin) }]
      : []),
    ...money(measure, t),
    ...(measure.assessment
      ? [
          {
            term: t('town.assessment', { group: props.town.observers?.name ?? t('town.source') }),
            value: (
              <>
                {codeWord(t, `rating.${measure.assessment.scale}`, measure.assessment.rating)} (
                {formatDay(measure.assessment.since, t.lang)})
                <Entry {...props} entry={measure.assessment.entry} />
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('measure.facts')}</h2>
      <DefinitionList items={items} />
    </section>
  );
};

const money = ({ budget, savings }: MeasureDetail, t: Translate): Definition[] => {
  const amounts: [Parameters<Translate>[0] & string, number | undefined][] = [
    ['measure.budgetPerYear', budget?.perYearCents],
    ['measure.budgetTotal', budget?.totalCents],
    ['measure.savingMoney', savings?.centsPerYear],
  ];
  const number = new Intl.NumberFormat(t.lang);
  return [
    ...amounts.flatMap(([key, cents]) =>
      cents === undefined
        ? []
        : [{ term: t(key as 'measure.budgetTotal'), value: euros(cents, t) }],
    ),
    ...(savings?.kgCo2ePerYear === undefined
      ? []
      : [
          {
            term: t('measure.savingCo2'),
            value: `${number.format(savings.kgCo2ePerYear / 1000)} t`,
          },
        ]),
    ...(savings?.kwhPerYear === undefined
      ? []
      : [{ term: t('measure.savingEnergy'), value: `${number.format(savings.kwhPerYear)} kWh` }]),
  ];
};

const textOrder = [
  'description',
  'planText',
  'background',
  'goal',
  'statusReport',
  'statusNote',
  'outlook',
  'obstacles',
  'remarks',
  'planAssessment',
  'supporters',
] as const;

const Texts = ({ t, measure }: MeasurePageProps) => {
  const present = textOrder.filter((name) => measure.texts[name]);
  return present.length === 0 ? null : (
    <section aria-labelledby="texts-heading">
      <h2 id="texts-heading">{t('measure.texts')}</h2>
      {present.map((name) => (
        <>
          <h3>{t(`text.${name}`)}</h3>
          <Prose text={measure.texts[name] ?? ''} lang="de" />
        </>
      ))}
    </section>
  );
};
