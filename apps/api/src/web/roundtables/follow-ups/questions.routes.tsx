import { formatDay } from '@klimaspur/messages';
import { Refusal } from '../../../errors/refusal.js';
import { SelectField } from '../../components/choices.js';
import { DateField } from '../../components/date-field.js';
import { dateAsTyped } from '../../components/date-field-value.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { TextArea } from '../../components/text-fields.js';
import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import { type PageForm, type PageView, workCrumbs } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';
import { EvidenceFold, evidenceWith, fieldWithEvidence } from '../minutes/evidence-fold.js';
import { actorsOf } from '../minutes/meeting.js';
import { byActor, isToTown, openPointsOf, type TableQuestion } from './open-points.js';
import { waitingWords } from './waiting-words.js';

const questionsView = (about: AboutTown): PageView => {
  const { t, town, reading } = about;
  const { questions } = openPointsOf(reading, town.id);
  const others = questions.filter((question) => !isToTown(question));
  const title = t('roundtable.questions');
  return {
    title,
    path: (other) => workPath(other, town.slug, 'questions'),
    crumbs: workCrumbs(about),
    children: (
      <>
        <PageTitle title={title} lead={t('roundtable.questions.lead')} />
        {questions.length === 0 ? <EmptyState text={t('roundtable.questions.none')} /> : null}
        <ByRecipient about={about} questions={questions.filter(isToTown)} />
        {others.length === 0 ? null : (
          <section aria-labelledby="others-heading">
            <h2 id="others-heading">{t('roundtable.questions.others')}</h2>
            <p>{t('roundtable.questions.others.lead')}</p>
            <QuestionList about={about} questions={others} withRecipient />
          </section>
        )}
      </>
    ),
  };
};

interface QuestionListProps {
  readonly about: AboutTown;
  readonly questions: readonly TableQuestion[];
  /** Says of each who is to answer. */
  readonly withRecipient?: boolean;
}

/** By the office that is to answer. */
const ByRecipient = ({ about, questions }: QuestionListProps) => {
  const { t, lang, town } = about;
  const { nameOf } = actorsOf(about);
  return (
    <>
      {[...byActor(questions, ({ recipient }) => recipient)].map(([actor, own]) => (
        <section aria-labelledby={`to-${actor ?? 'nobody'}`}>
          <h2 id={`to-${actor ?? 'nobody'}`}>
            {actor === null ? (
              t('roundtable.questions.nobody')
            ) : (
              <a href={workPath(lang, town.slug, 'followUps', actor)} lang="de">
                {nameOf(actor)}
              </a>
            )}
          </h2>
          <QuestionList about={about} questions={own} />
        </section>
      ))}
    </>
  );
};

/** Questions without an answer, each leading to where it is written down. */
export const QuestionList = ({ about, questions, withRecipient }: QuestionListProps) => {
  const { t, lang, town } = about;
  return (
    <ul class="tasks">
      {questions.map((question) => (
        <li>
          <p class="tasks__what">
            <a
              href={workPath(lang, town.slug, 'questions', question.table.id, question.item.item)}
              lang="de"
            >
              {question.item.topic}
            </a>
            <small lang="de">{question.table.name}</small>
            {withRecipient ? <Recipient {...{ about, question }} /> : null}
          </p>
          <p class="tasks__stand">
            {question.since === null
              ? t('roundtable.waiting')
              : t('roundtable.waiting.answer', { day: formatDay(question.since, lang) })}
            <small>
              {question.stale ? (
                <strong>{waitingWords(question, t)}</strong>
              ) : (
                waitingWords(question, t)
              )}
            </small>
          </p>
        </li>
      ))}
    </ul>
  );
};

const Recipient = ({ about, question: { item, recipient } }: RecipientProps) => {
  const { t } = about;
  const to = item.conclusions.at(-1)?.handedTo;
  return (
    <small>
      {to ? t('roundtable.handedTo', { to: codeWord(t, 'roundtable.handedTo', to) }) : null}{' '}
      {recipient === null ? null : <span lang="de">{actorsOf(about).nameOf(recipient)}</span>}
    </small>
  );
};
interface RecipientProps {
  readonly about: AboutTown;
  readonly question: TableQuestion;
}

const answerForm = (about: AboutTown, id = '', itemId = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const table = roundtableOf(about, id);
  const item = table.items.find((other) => other.item === itemId);
  if (!item) throw new Refusal('roundtable/unknown');
  const asked = item.conclusions.at(-1);
  const back = workPath(lang, town.slug, 'questions');
  const command = item.kind === 'FACT_CHECK' ? 'answer-fact-check' : 'record-answer';
  const title = t('roundtable.questions.answer');
  const today = reading.view.asOf;
  return {
    title,
    back,
    path: (other) => workPath(other, town.slug, 'questions', id, itemId),
    crumbs: workCrumbs(about, { label: t('roundtable.questions'), href: back }),
    right: ['roundtable', command],
    now: { answeredBy: asked?.recipient ?? '', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        item: itemId,
        answeredBy: reader.text('answeredBy'),
        text: { answer: reader.text('answer'), evidence: evidenceWith([], reader) },
      };
      const fieldOf = fieldWithEvidence((path) => path.replace(/^text\./, ''));
      await write({ category: 'roundtable', command, id, body, fieldOf });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title, back }}
        takesFiles
        about={`${table.name}: ${item.topic}`}
        lead={asked?.text ? <span lang="de">{asked.text}</span> : undefined}
      >
        {(fields) => (
          <>
            <TextArea
              {...fields.text('answer')}
              label={t('roundtable.questions.text')}
              hint={t('roundtable.questions.text.hint')}
              maxLength={10_000}
              rows={6}
              required
            />
            <SelectField
              {...fields.text('answeredBy')}
              label={t('roundtable.questions.by')}
              choices={actorsOf(about).choices(t('roundtable.noChoice'))}
            />
            <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
            <EvidenceFold fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

/** „Offene Fragen an die Stadt“: handed over, or to be checked, and not answered yet. */
export const questionRoutes: readonly WorkRoute[] = [
  { parts: ['questions'], view: questionsView },
  { parts: ['questions', ':table', ':item'], form: answerForm },
];
