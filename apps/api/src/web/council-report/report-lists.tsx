import { formatDay } from '@klimaspur/messages';
import { EmptyState } from '../components/empty-state.js';
import { filterNames, measuresPath, withQuery } from '../paths.js';
import { outcomePath } from '../roundtables/table-paths.js';
import { waitingWords } from '../roundtables/follow-ups/waiting-words.js';
import {
  Further,
  MeasureLine,
  ReportList,
  type ReportProps,
  room,
  shortened,
} from './report-parts.js';
import { lateWords } from './report-words.js';

/** What is late, and why, as far as a reason was reported. */
export const LateSection = (props: ReportProps) => {
  const { t, at, late, after, moments, town, plan } = props;
  const total = after.counts.byStatus.delayed;
  const names = filterNames[t.lang];
  return (
    <section aria-labelledby="late-heading">
      <h2 id="late-heading">{t('report.late', { count: total, total: after.counts.total })}</h2>
      {late.length === 0 ? (
        <EmptyState text={t('report.late.none')} />
      ) : (
        <ReportList>
          {late.slice(0, room.late).map((row) => (
            <MeasureLine
              {...props}
              id={row.id}
              title={row.title}
              number={row.place?.number}
              words={lateWords(row, moments.to.asOf, t)}
              entry={row.because}
            />
          ))}
        </ReportList>
      )}
      <Further
        {...props}
        count={total - room.late}
        href={at(
          withQuery(measuresPath(t.lang, town.slug), {
            [names.status]: 'delayed',
            [names.plan]: plan?.id,
          }),
        )}
        what={t('status.delayed')}
      />
    </section>
  );
};

/** The rest of a long answer is read where the round table tells it. */
const LONGEST_ANSWER = 220;
const LONGEST_TOPIC = 120;

/** What the round tables asked the town, and what it answered: „Rückmeldung der Stadt“. */
export const QuestionsSection = (props: ReportProps) => {
  const { t, at, questions, answers, town } = props;
  if (questions.length + answers.length === 0) return null;
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading">{t('report.questions')}</h2>
      {questions.length === 0 ? null : (
        <>
          <h3>{t('report.questions.open', { count: questions.length })}</h3>
          <ReportList>
            {questions.slice(0, room.questions).map(({ item, table, ...waiting }) => (
              <li>
                <strong lang="de">{shortened(item.topic, LONGEST_TOPIC)}</strong>:{' '}
                {waitingWords(waiting, t)} (<span lang="de">{table.name}</span>)
              </li>
            ))}
          </ReportList>
        </>
      )}
      {answers.length === 0 ? null : (
        <>
          <h3>{t('report.answers', { count: answers.length })}</h3>
          <ReportList>
            {answers.slice(0, room.answers).map(({ topic, answer, on }) => (
              <li>
                <strong lang="de">{shortened(topic, LONGEST_TOPIC)}</strong> (
                {formatDay(on, t.lang)}): <span lang="de">{shortened(answer, LONGEST_ANSWER)}</span>
              </li>
            ))}
          </ReportList>
        </>
      )}
      <Further
        {...props}
        count={
          Math.max(0, questions.length - room.questions) +
          Math.max(0, answers.length - room.answers)
        }
        href={at(outcomePath(t.lang, town.slug))}
        what={t('report.questions')}
      />
    </section>
  );
};

/** What is planned to end next. */
export const DueSection = (props: ReportProps) => {
  const { t, at, due, town } = props;
  return (
    <section aria-labelledby="due-heading">
      <h2 id="due-heading">{t('report.due')}</h2>
      {due.length === 0 ? (
        <EmptyState text={t('report.due.none')} />
      ) : (
        <ReportList>
          {due.slice(0, room.due).map((item) => (
            <MeasureLine
              {...props}
              id={item.id}
              title={item.title}
              number={item.place?.number}
              words={t('report.due.by', { day: formatDay(item.plannedEnd, t.lang) })}
            />
          ))}
        </ReportList>
      )}
      <Further
        {...props}
        count={due.length - room.due}
        href={at(
          withQuery(measuresPath(t.lang, town.slug), { [filterNames[t.lang].sort]: 'plannedEnd' }),
        )}
        what={t('report.due')}
      />
    </section>
  );
};
