import { formatDay } from '@klimaspur/messages';
import { Notice } from '../../components/notice.js';
import { mayIn } from '../../forms/rights.js';
import { protocolWords } from '../protocol-words.js';
import { meetingPath as publicPath } from '../table-paths.js';
import { actorsOf, type AtMeeting, meetingPath } from './meeting.js';

/** How far the minutes are, and what comes next. */
export const ProtocolSteps = ({ at }: { readonly at: AtMeeting }) => {
  const { about, meeting } = at;
  const { t, lang } = about;
  const { step, approvalUntil, changedSince, objections } = meeting.protocol;
  const kind = step === 'PUBLISHED' && !changedSince ? 'success' : 'info';
  return (
    <Notice kind={kind} title={protocolWords(meeting.protocol, t)}>
      <p>
        {t(`roundtable.minutes.next.${step}`, {
          day: approvalUntil === null ? '' : formatDay(approvalUntil, lang),
        })}
      </p>
      {changedSince ? <p>{t('roundtable.minutes.changed')}</p> : null}
      {objections.length === 0 ? null : <Objections at={at} />}
      <Ways at={at} />
    </Notice>
  );
};

/** What groups asked to be changed. */
const Objections = ({ at }: { readonly at: AtMeeting }) => {
  const { about, table, meeting } = at;
  const { t, lang } = about;
  const { nameOf } = actorsOf(about);
  return (
    <ul>
      {meeting.protocol.objections.map(({ actor, item, note, on }) => (
        <li>
          <span lang="de">
            {[nameOf(actor), table.items.find((other) => other.item === item)?.topic]
              .filter(Boolean)
              .join(', ')}
          </span>
          {`, ${on === null ? t('date.unknown') : formatDay(on, lang)}: `}
          <span lang="de">{note}</span>
        </li>
      ))}
    </ul>
  );
};

type Way = 'held' | 'agenda' | 'circulate' | 'objection' | 'approve' | 'publish' | 'unpublish';

/** What can be done at this step, the usual thing first. */
const waysOf = ({ meeting }: AtMeeting): readonly Way[] => {
  const { step, changedSince } = meeting.protocol;
  switch (step) {
    case 'NONE':
      return ['held', 'agenda'];
    case 'DRAFT':
      return ['circulate', 'held'];
    case 'CIRCULATED':
      return ['approve', 'objection', 'held'];
    case 'APPROVED':
      return changedSince ? ['circulate', 'approve', 'publish', 'held'] : ['publish', 'held'];
    case 'PUBLISHED':
      return changedSince ? ['circulate', 'approve', 'unpublish', 'held'] : ['unpublish', 'held'];
  }
};

const commands: Readonly<Record<Way, string>> = {
  held: 'hold-meeting',
  agenda: 'add-item',
  circulate: 'circulate-protocol',
  objection: 'object-to-protocol',
  approve: 'approve-protocol',
  publish: 'publish-protocol',
  unpublish: 'unpublish-protocol',
};

/** What brings the minutes to their readers; all else is done now and then. */
const onwards: ReadonlySet<Way> = new Set(['held', 'circulate', 'approve', 'publish']);

const Ways = ({ at }: { readonly at: AtMeeting }) => {
  const { about, table, meeting } = at;
  const { t, lang, town } = about;
  const ways = waysOf(at).filter((way) => mayIn(about, 'roundtable', commands[way], town));
  const first = ways.find((way) => onwards.has(way) && (way !== 'held' || !meeting.held));
  const others = ways.filter((way) => way !== first);
  const href = (way: Way) => meetingPath(lang, at, way);
  const word = (way: Way) =>
    way === 'held' && meeting.held ? t('roundtable.hold.change') : t(`roundtable.minutes.${way}`);
  return (
    <>
      {first ? (
        <p>
          <a class="button" href={href(first)}>
            {word(first)}
          </a>
        </p>
      ) : null}
      <ul class="links">
        {others.map((way) => (
          <li>
            <a href={href(way)}>{word(way)}</a>
          </li>
        ))}
        {meeting.held ? (
          <li>
            <a href={meetingPath(lang, at, 'text')}>{t('roundtable.minutes.text')}</a>
          </li>
        ) : null}
        {meeting.protocol.step === 'PUBLISHED' && table.published ? (
          <li>
            <a href={publicPath(lang, town.slug, table.id, meeting.on)}>
              {t('roundtable.minutes.public')}
            </a>
          </li>
        ) : null}
      </ul>
    </>
  );
};
