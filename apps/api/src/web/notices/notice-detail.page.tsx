import { formatDay, type Translate } from '@klimaspur/messages';
import { type Notice, noticeStates } from '@klimaspur/vault';
import { RadioGroup } from '../components/choices.js';
import { type Definition, DefinitionList } from '../components/definition-list.js';
import { LinkedText } from '../components/linked-text.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { dayOf } from './inbox.page.js';

/** The ways in which a notice can lead to a correction, each with its words. */
export interface Way {
  readonly href: string;
  readonly label: string;
}

export interface NoticeWords {
  /** „Ohne Korrektur erledigen“. */
  readonly settle: string;
  readonly noteHint: string;
  readonly delete: string;
}

export interface DetailProps {
  readonly words: NoticeWords;
  readonly t: Translate;
  readonly notice: Notice;
  /** What it is about. */
  readonly about: readonly Definition[];
  readonly title: string;
  readonly settledBy?: string | undefined;
  readonly ways: readonly Way[];
  readonly action: string;
  readonly deleteHref: string;
  readonly cancelHref: string;
  readonly state: FormState;
}

/** One notice, and what can be done about it. */
export const NoticeDetailPage = (props: DetailProps) => {
  const { t, notice, ways, words } = props;
  return (
    <>
      <PageTitle title={props.title} />
      <blockquote class="typed-text">
        <LinkedText text={notice.text} />
      </blockquote>
      <DefinitionList items={factsOf(props)} />
      {ways.length === 0 ? null : (
        <section aria-labelledby="correct">
          <h2 id="correct">{t('notices.correct')}</h2>
          <p>{t('notices.correct.hint')}</p>
          <ul class="links">
            {ways.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="settle">
        <h2 id="settle">{words.settle}</h2>
        <SettleForm {...props} />
      </section>
      <p>
        <a href={props.deleteHref}>{words.delete}</a>
      </p>
    </>
  );
};

const factsOf = ({ t, notice, about, settledBy }: DetailProps): Definition[] => [
  ...about,
  { term: t('notices.email'), value: notice.email && <LinkedText text={notice.email} /> },
  { term: t('notices.note'), value: notice.note },
  { term: t('chart.status'), value: standingOf(notice, settledBy, t) },
];

const standingOf = (notice: Notice, label: string | undefined, t: Translate): string => {
  const state = t(`notices.state.${notice.state}`);
  const day = (instant: number) => formatDay(dayOf(instant), t.lang);
  const settled =
    notice.settledAt === undefined
      ? state
      : label === undefined
        ? t('notices.settled', { state, day: day(notice.settledAt) })
        : t('notices.settledBy', { state, day: day(notice.settledAt), label });
  return [
    settled,
    t('notices.received', { day: day(notice.receivedAt) }),
    t('notices.deletedOn', { day: day(notice.expiresAt) }),
  ].join(', ');
};

const SettleForm = ({ t, words, action, cancelHref, state }: DetailProps) => (
  <Form t={t} action={action} state={state} cancelHref={cancelHref}>
    {(fields) => (
      <>
        <RadioGroup
          {...fields.list('state')}
          label={t('notices.settle.state')}
          choices={noticeStates.map((value) => ({ value, label: t(`notices.settle.${value}`) }))}
        />
        <TextArea
          {...fields.text('note')}
          label={t('notices.note')}
          hint={words.noteHint}
          maxLength={2000}
          optional
        />
      </>
    )}
  </Form>
);

interface DeleteProps {
  readonly t: Translate;
  readonly title: string;
  readonly notice: Notice;
  readonly action: string;
  readonly cancelHref: string;
  readonly state: FormState;
}

export const DeleteNoticePage = ({ t, title, notice, action, cancelHref, state }: DeleteProps) => (
  <>
    <PageTitle title={title} lead={t('notices.delete.lead')} />
    <blockquote class="typed-text">{notice.text}</blockquote>
    <Form
      t={t}
      action={action}
      state={state}
      submit={t('notices.delete.submit')}
      cancelHref={cancelHref}
    >
      {() => null}
    </Form>
  </>
);
