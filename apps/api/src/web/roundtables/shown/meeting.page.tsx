import {
  type Answer,
  type Conclusion,
  dateAfter,
  isDay,
  type Item,
  type Meeting,
  openAnswers,
} from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import type { MeasureItem } from '@klimaspur/read-models';
import { type Definition, DefinitionList } from '../../components/definition-list.js';
import { DownloadLinks } from '../../components/download-links.js';
import { Notice } from '../../components/notice.js';
import { PageTitle } from '../../components/page-title.js';
import { Prose } from '../../components/prose.js';
import type { FilesByHash } from '../../evidence/shown-evidence.js';
import { measurePath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';
import { meetingCalendarPath, tablePath } from '../table-paths.js';
import { unreleasedIn } from '../minutes/unreleased.js';
import { ActorLink, ActorList } from './actor-links.js';
import { ItemEvidence } from './item-evidence.js';
import { promiseWords } from './promise-words.js';
import { actorNamed, type ShownTable } from './shown-table.js';

export interface ShownMeeting extends ShownTable {
  readonly meeting: Meeting;
  /** Measures that items and promises are about, as far as the reader may see them. */
  readonly measures: ReadonlyMap<string, Pick<MeasureItem, 'id' | 'title'>>;
  readonly workHref?: string;
  /** Of the evidence that was kept here. */
  readonly files: FilesByHash;
}

/** One meeting: when and where; and, once its Protokoll is published, what it says. */
export const MeetingPage = (shown: ShownMeeting & { readonly jsonHref: string }) => {
  const { t, town, table, meeting, at, workHref } = shown;
  const { held, off } = meeting;
  const on = held?.on ?? meeting.on;
  const day = formatDay(on, t.lang);
  return (
    <>
      <PageTitle
        title={
          isDay(on)
            ? t('roundtable.meeting.title', { day })
            : t('roundtable.meeting.titleMonth', { month: day })
        }
        about={table.name}
        lead={meeting.topic ? <span lang="de">{meeting.topic}</span> : undefined}
      >
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
        {workHref ? <a href={workHref}>{t('work.open')}</a> : null}
      </PageTitle>
      {off ? (
        <Notice kind="warning">
          <p>{t('roundtable.meeting.cancelled')}</p>
        </Notice>
      ) : null}
      <MeetingMinutes {...shown} />
      <DownloadLinks t={t} downloads={[{ href: shown.jsonHref, format: 'JSON' }]} />
      <p class="actions screen-only">
        <a href={at(tablePath(t.lang, town.slug, table.id))}>{t('roundtable.toTable')}</a>
        {held || off ? null : (
          <a href={meetingCalendarPath(t.lang, town.slug, table.id, meeting.key)}>
            {t('roundtable.calendar.one')}
          </a>
        )}
      </p>
    </>
  );
};

/** All that was written down of a meeting, as far as it is read here. */
export const MeetingMinutes = (shown: ShownMeeting) => {
  const { t, table, meeting } = shown;
  const { held, protocol } = meeting;
  const items = table.items.filter((item) => isOfMeeting(item, meeting));
  const next = held ? dateAfter(table, meeting, shown.today) : undefined;
  return (
    <>
      <Standing {...shown} />
      <DefinitionList items={factsOf(shown)} />
      {held ? (
        <>
          <section class="minutes" aria-labelledby="present-heading">
            <h2 id="present-heading">{t('roundtable.present')}</h2>
            <ActorList
              shown={shown}
              ids={held.groups}
              unnamed={table.unnamed.groups[meeting.meeting] ?? 0}
            />
            {held.guests ? <p>{t('roundtable.present.guests', { count: held.guests })}</p> : null}
          </section>
          {held.summary ? <Prose text={held.summary} lang="de" /> : null}
        </>
      ) : null}
      {items.map((item, index) => (
        <ItemSection {...{ shown, item }} number={index + 1} />
      ))}
      <Promises {...shown} />
      {next === undefined ? null : (
        <p>{t('roundtable.nextMeeting', { day: formatDay(next, t.lang) })}</p>
      )}
      {protocol.approvedOn === null ? null : (
        <p>{t('roundtable.approvedOn', { day: formatDay(protocol.approvedOn, t.lang) })}</p>
      )}
    </>
  );
};

/** It was concluded there, or stands on its agenda. */
export const isOfMeeting = ({ conclusions, ...item }: Item, { meeting }: Meeting): boolean =>
  conclusions.some((conclusion) => conclusion.meeting === meeting) ||
  (conclusions.length === 0 && item.meeting === meeting);

/** Who may read this, where not everybody may. */
const Standing = ({ t, meeting }: ShownMeeting) => {
  const { step } = meeting.protocol;
  if (step === 'PUBLISHED') return null;
  if (meeting.held === null) {
    return meeting.off ? null : <p>{t('roundtable.protocol.later')}</p>;
  }
  return (
    <Notice kind="info">
      <p>
        <strong>{t(`roundtable.protocol.${step}`)}</strong> {t('roundtable.protocol.internal')}
      </p>
    </Notice>
  );
};

const factsOf = ({ t, table, meeting }: ShownMeeting): Definition[] => [
  {
    term: t('roundtable.time'),
    value: meeting.time === null ? undefined : t('roundtable.atTime', { time: meeting.time }),
  },
  {
    term: t('roundtable.place'),
    value: meeting.place ?? table.described?.text?.place,
    lang: 'de',
  },
  {
    term: t('roundtable.online'),
    value: meeting.online ? t('roundtable.online.yes') : undefined,
  },
];

interface ItemProps {
  readonly shown: ShownMeeting;
  readonly item: Item;
}

/** „Gemeinsame Schnittmenge“ first, then the result, then what was said. */
const ItemSection = ({ shown, item, number }: ItemProps & { readonly number: number }) => {
  const { t, town, meeting, measures, at } = shown;
  const concluded = item.conclusions.findLast((other) => other.meeting === meeting.meeting);
  const commonGround = concluded?.commonGround ?? item.commonGround;
  const about = [item.measure, ...item.takenUp.map(({ measure }) => measure)].flatMap(
    (id) => measures.get(id ?? '') ?? [],
  );
  return (
    <section class="minutes" aria-labelledby={`item-${item.item}`}>
      <h2 id={`item-${item.item}`}>
        {number}. <span lang="de">{item.topic}</span>
      </h2>
      <p class="hint">
        {codeWord(t, 'roundtable.itemKind', item.kind)}
        {item.broughtBy && actorNamed(shown, item.broughtBy) ? (
          <>
            {' · '}
            {t('roundtable.broughtBy')} <ActorLink shown={shown} id={item.broughtBy} />
          </>
        ) : null}
      </p>
      {commonGround ? (
        <>
          <h3>{t('roundtable.commonGround')}</h3>
          <Prose text={commonGround} lang="de" />
        </>
      ) : null}
      {concluded ? <Result {...{ shown, concluded }} /> : null}
      <Waits {...{ shown, item }} />
      {item.text ? <Prose text={item.text} lang="de" /> : null}
      <ItemEvidence t={t} evidence={item.evidence} files={shown.files} />
      {item.answers.map((answer) => (
        <AnswerPart {...{ shown, answer }} />
      ))}
      {about.map((measure) => (
        <p>
          {t('roundtable.aboutMeasure')}{' '}
          <a href={at(measurePath(t.lang, town.slug, measure.id))} lang="de">
            {measure.title}
          </a>
        </p>
      ))}
    </section>
  );
};

/** „wartet auf Antwort seit …“, at the meeting that asked last. */
const Waits = ({ shown, item }: ItemProps) => {
  const { t, table, meeting, today } = shown;
  const open = openAnswers(table, today).find((other) => other.item.item === item.item);
  if (!open || item.conclusions.at(-1)?.meeting !== meeting.meeting) return null;
  return (
    <p>
      <strong>
        {open.since === null
          ? t('roundtable.waiting')
          : t('roundtable.waiting.answer', { day: formatDay(open.since, t.lang) })}
        {open.overdueDays > 0
          ? `, ${t('roundtable.waiting.overdue', { count: open.overdueDays })}`
          : null}
      </strong>
    </p>
  );
};

interface ResultProps {
  readonly shown: ShownMeeting;
  readonly concluded: Conclusion;
}

const Result = ({ shown, concluded }: ResultProps) => {
  const { t } = shown;
  const { result, dissent, handedTo, recipient, answerBy, text, evidence } = concluded;
  return (
    <>
      <h3>{t('roundtable.result.title', { result: codeWord(t, 'roundtable.result', result) })}</h3>
      {text ? <Prose text={text} lang="de" /> : null}
      <ItemEvidence t={t} evidence={evidence} files={shown.files} />
      {dissent ? (
        <>
          {dissent.some((id) => actorNamed(shown, id)) ? (
            <>
              <p>{t('roundtable.dissent')}</p>
              <ActorList shown={shown} ids={dissent} />
            </>
          ) : (
            <p>{t('roundtable.dissent.unnamed')}</p>
          )}
          {/* Strangers see no dissent of which this could be said. */}
          {unreleasedIn(concluded).length === 0 ? null : (
            <p class="hint">{t('roundtable.dissent.internal')}</p>
          )}
        </>
      ) : null}
      {handedTo ? (
        <p>
          {t('roundtable.handedTo', { to: codeWord(t, 'roundtable.handedTo', handedTo) })}{' '}
          {recipient ? <ActorLink shown={shown} id={recipient} /> : null}
          {answerBy ? ` · ${t('roundtable.answerBy', { day: formatDay(answerBy, t.lang) })}` : null}
        </p>
      ) : null}
    </>
  );
};

const AnswerPart = ({ shown, answer }: { shown: ShownMeeting; answer: Answer }) => {
  const { t } = shown;
  return (
    <div class="quote">
      <h3>{t(answer.kind === 'FACT_CHECK' ? 'roundtable.factCheck' : 'roundtable.answer')}</h3>
      <p class="hint">
        {answer.on === null ? t('date.unknown') : formatDay(answer.on, t.lang)}
        {answer.answeredBy ? (
          <>
            {' · '}
            <ActorLink shown={shown} id={answer.answeredBy} />
          </>
        ) : null}
      </p>
      <Prose text={answer.answer} lang="de" />
      <ItemEvidence t={t} evidence={answer.evidence} files={shown.files} />
    </div>
  );
};

/** What was promised at the meeting, and how it stands now. */
const Promises = (shown: ShownMeeting) => {
  const { t, table, meeting } = shown;
  const promises = table.followUps.filter((followUp) => followUp.meeting === meeting.meeting);
  if (promises.length === 0) return null;
  return (
    <section class="minutes" aria-labelledby="promises-heading">
      <h2 id="promises-heading">{t('roundtable.promises')}</h2>
      <ul class="tasks">
        {promises.map((followUp) => (
          <li>
            <p class="tasks__what">
              <span lang="de">{followUp.what}</span>
              <small>
                <ActorLink shown={shown} id={followUp.actor} />
              </small>
            </p>
            <p class="tasks__stand">{promiseWords(followUp, shown)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
