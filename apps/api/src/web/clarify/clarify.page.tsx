import { abandonReasons } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { MeasureDetail, Municipality } from '@klimaspur/read-models';
import { EmptyState } from '../components/empty-state.js';
import { ErrorSummary } from '../components/error-summary.js';
import { PageTitle } from '../components/page-title.js';
import { StatusBadge } from '../components/status-badge.js';
import type { FormState } from '../forms/form-fields.js';
import { FormSecrets } from '../forms/form.js';
import { logPath, entryParameter } from '../log-form/log-paths.js';
import { entryPath, measurePath, townPath } from '../paths.js';
import { QuestionWords } from './question-words.js';
import {
  goneAnswers,
  lateAnswers,
  type Question,
  stateAnswers,
  takenBackAnswers,
} from './questions.js';

interface ClarifyProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly measures: readonly ToClarify[];
  /** How many there are, on this page and behind it. */
  readonly total: number;
  readonly action: string;
  readonly state: FormState;
}

export interface ToClarify {
  readonly measure: MeasureDetail;
  readonly questions: readonly Question[];
}

const answersOf = (question: Exclude<Question, { kind: 'finding' }>) => {
  switch (question.kind) {
    case 'late-or-missing':
      return lateAnswers;
    case 'unread-state':
      return stateAnswers;
    case 'gone':
      return goneAnswers;
    case 'state-taken-back':
      // Where taking imported entries back is not enough, a person says at the measure what holds.
      return question.entries.length > 0 ? takenBackAnswers : (['keep-state'] as const);
  }
};

/** „Zu klären“: one question per line, each answered with one click. */
export const ClarifyPage = (props: ClarifyProps) => {
  const { t, town, measures, total } = props;
  return (
    <>
      <PageTitle title={t('clarify.title')} kicker={town.name} lead={t('clarify.lead')} />
      <ErrorSummary t={t} errors={props.state.errors} of={null} />
      {total === 0 ? (
        <EmptyState text={t('clarify.none')}>
          <p>
            <a href={townPath(t.lang, town.slug)}>{t('clarify.toTown')}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p>{t('clarify.count', { count: total })}</p>
          <ol class="clarify">
            {measures.map(({ measure, questions }) => (
              <li>
                <h2 class="clarify__title">
                  <a href={measurePath(t.lang, town.slug, measure.id)} lang="de">
                    {measure.title}
                  </a>{' '}
                  <StatusBadge t={t} status={measure.status} />
                </h2>
                {questions.map((question) => (
                  <Asked {...props} measure={measure} question={question} />
                ))}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
};

/** For those who hear a button without what stands around it. */
const Concerning = ({ title }: { readonly title: string }) => (
  <span class="hidden" lang="de">
    : {title}
  </span>
);

/** Goes along with „Ist aufgegeben“ alone. */
const AbandonReason = ({ t, title }: { readonly t: Translate; readonly title: string }) => (
  <p>
    <label class="clarify__reason">
      <span>
        {t('clarify.reason')}
        <Concerning title={title} />
      </span>
      <select class="input" name="reason">
        {abandonReasons.toReversed().map((reason) => (
          <option value={reason}>{t(`abandonReason.${reason}`)}</option>
        ))}
      </select>
    </label>
  </p>
);

type AskedProps = ClarifyProps & { readonly measure: MeasureDetail; readonly question: Question };

const Asked = ({ t, town, action, state, measure, question }: AskedProps) => {
  const at = (page: 'correct' | 'void') =>
    `${logPath(t.lang, town.slug, measure.id, page)}?${entryParameter(t.lang)}=${question.entry}`;
  return (
    <form class="clarify__question" method="post" action={action}>
      <FormSecrets
        state={{ key: `${state.key}/${measure.id}/${question.entry || question.kind}` }}
      />
      <input type="hidden" name="measure" value={measure.id} />
      <input type="hidden" name="entry" value={question.entry} />
      <p>
        <QuestionWords t={t} question={question} />{' '}
        {question.entry === '' ? null : (
          <a href={entryPath(t.lang, town.slug, measure.id, question.entry)}>
            {t('measure.entry')}
            <Concerning title={measure.title} />
          </a>
        )}
      </p>
      <p class="clarify__answers">
        {question.kind === 'finding' ? (
          <>
            <button class="button is-quiet" name="answer" value={`settle ${question.finding}`}>
              {t('clarify.settle')}
              <Concerning title={measure.title} />
            </button>
            <a href={at('correct')}>
              {t('entryAction.correct')}
              <Concerning title={measure.title} />
            </a>
            <a href={at('void')}>
              {t('entryAction.void')}
              <Concerning title={measure.title} />
            </a>
          </>
        ) : (
          answersOf(question).map((answer) => (
            <button class="button is-quiet" name="answer" value={answer}>
              {t(`clarify.answer.${answer}`)}
              <Concerning title={measure.title} />
            </button>
          ))
        )}
      </p>
      {question.kind === 'unread-state' ? <AbandonReason t={t} title={measure.title} /> : null}
    </form>
  );
};
