import { staleAfterDays } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { QuestionWords } from '../clarify/question-words.js';
import { questionsOf } from '../clarify/questions.js';
import { EventTimeline } from '../components/event-timeline.js';
import { type Evidence, EvidenceList } from '../components/evidence-list.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { StatusBadge } from '../components/status-badge.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { comparisonPath } from '../comparison/comparison-paths.js';
import { rulePath } from '../info/info-paths.js';
import { NotesSection } from '../measure-notes/notes.section.js';
import type { ShownNote } from '../measure-notes/shown-notes.js';
import { noticePath } from '../notices/notice-paths.js';
import { historyPath, workPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import { AlliesSection } from './allies.section.js';
import { Assessment } from './assessment.section.js';
import { EntryLink, type MeasurePart } from './entry-link.js';
import { MeasureFacts, type Kin } from './measure-facts.js';
import type { MeasureAllies } from './measure-allies.js';
import type { MeasureStory } from './measure-story.js';
import { MeasureSheet } from './measure-sheet.js';

export interface MeasurePageProps extends MeasurePart {
  /** The newest of all entries. */
  readonly latest: readonly TimelineEntry[];
  readonly all: readonly TimelineEntry[];
  /** Those of all that count. */
  readonly counting: readonly TimelineEntry[];
  readonly story: MeasureStory;
  /** The day for which the page speaks. */
  readonly asOf: string;
  /** Who assesses, where an entry names no other group. */
  readonly observers: string;
  /** Address of the log form; absent: the viewer may not write here. */
  readonly recordHref?: string;
  /** The same for an assessment. */
  readonly assessHref?: string;
  /** Address of pictures and text to pass on; absent: not everybody can see it. */
  readonly shareHref?: string;
  readonly kin: Kin;
  readonly allies: MeasureAllies;
  /** What the team notes for itself; absent: the viewer is none of them. */
  readonly notes?: readonly ShownNote[];
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
        {measure.ownProposal ? <strong class="tag">{t('measure.ownProposal')}</strong> : null}{' '}
        {props.shareHref ? <a href={props.shareHref}>{t('share.open')}</a> : null}
      </PageTitle>
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      {props.recordHref ? (
        <p class="actions">
          <a class="button" href={props.recordHref}>
            {t('log.title')}
          </a>
          {props.assessHref ? <a href={props.assessHref}>{t('log.assess')}</a> : null}
          <a href={workPath(t.lang, measure.municipality.slug, 'measures', measure.id)}>
            {t('measure.edit')}
          </a>
          {props.notes ? (
            <a href="#notes-heading">{t('internalNote.count', { count: props.notes.length })}</a>
          ) : null}
        </p>
      ) : null}
      <Why {...props} />
      <MeasureFacts t={t} measure={measure} at={at} kin={props.kin} />
      <AlliesSection {...props} />
      <Assessment {...props} />
      <MeasureSheet t={t} measure={measure} />
      <EvidenceOfAll {...props} />
      <section aria-labelledby="history-heading">
        <h2 id="history-heading">{t('measure.history')}</h2>
        <EventTimeline t={t} entries={props.latest} level={3} textLang="de" />
        <p class="screen-only">
          <a href={at(historyPath(t.lang, measure.municipality.slug, measure.id))}>
            {t('measure.wholeHistory', { count: props.all.length })}
          </a>
        </p>
        <p class="screen-only">
          <a href={at(comparisonPath(t.lang, measure.municipality.slug, scopeOf(measure)))}>
            {t(measure.place?.field ? 'compare.ofField' : 'compare.open')}
          </a>
        </p>
        <p class="screen-only">
          {t('notice.ask')}{' '}
          <a href={noticePath(t.lang, measure.municipality.slug, measure.id)}>
            {t('notice.title')}
          </a>
        </p>
      </section>
      {props.notes ? (
        <NotesSection t={t} town={measure.municipality} measure={measure.id} notes={props.notes} />
      ) : null}
    </>
  );
};

/** „Warum dieser Stand?“ */
const Why = ({ t, measure, at }: MeasurePart) => {
  const questions = questionsOf(measure);
  return (
    <section aria-labelledby="why-heading">
      <h2 id="why-heading">{t('measure.whyThisStatus')}</h2>
      <p>
        {codeWord(t, 'why', measure.rule)}
        <EntryLink t={t} measure={measure} at={at} entry={measure.because} />{' '}
        <a class="screen-only" href={rulePath(t.lang, measure.rule)}>
          {t('measure.rule')}
        </a>
      </p>
      {measure.late ? (
        <p>
          {t(`measure.lateSince.${measure.late.which}`, {
            day: formatDay(measure.late.since, t.lang),
          })}
        </p>
      ) : null}
      {measure.inNewConsultation ? <p>{t('measure.inNewConsultation')}</p> : null}
      {measure.stale ? <p>{t('measure.staleSentence', { days: staleAfterDays })}</p> : null}
      {questions.length === 0 ? null : (
        <Notice kind="warning" title={t('filter.toBeClarified')}>
          <ul>
            {questions.map((question) => {
              const about =
                question.kind === 'finding'
                  ? codeWord(t, 'finding', question.finding)
                  : t(`clarify.${question.kind}`);
              return (
                <li>
                  <QuestionWords t={t} question={question} />
                  {question.entry === '' ? null : (
                    <EntryLink
                      t={t}
                      measure={measure}
                      at={at}
                      entry={question.entry}
                      about={about}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </section>
  );
};

/** All that entries which count rest on, each once. */
const EvidenceOfAll = ({ t, counting }: MeasurePageProps) => {
  const found = new Map<string, Evidence>();
  for (const { evidence = [] } of counting) {
    for (const item of evidence) {
      const { kind, title, url, page, file } = item;
      found.set([kind, title, url, page, file?.sha256].join('\n'), item);
    }
  }
  return found.size === 0 ? null : (
    <section aria-labelledby="evidence-heading">
      <h2 id="evidence-heading">{t('measure.evidence')}</h2>
      <EvidenceList t={t} evidence={[...found.values()]} textLang="de" />
    </section>
  );
};

/** The field in which it stands, with the plan that has it. */
const scopeOf = ({ place }: MeasurePageProps['measure']) =>
  place?.field ? { scope: { plan: place.plan, field: place.field } } : {};
