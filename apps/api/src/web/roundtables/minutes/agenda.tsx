import { newCommandId } from '@klimaspur/event-store';
import { formatDay } from '@klimaspur/messages';
import type { Item } from '@klimaspur/domain';
import { EmptyState } from '../../components/empty-state.js';
import { FormSecrets } from '../../forms/form.js';
import { codeWord } from '../../words/entry-words.js';
import { agendaOf, directions, laterMeetings } from './agenda-order.js';
import { actorsOf, conclusionAt, meetingPath, type AtMeeting } from './meeting.js';

/** The items in their order, each with the steps it can take. */
export const Agenda = ({ at }: { readonly at: AtMeeting }) => {
  const { about, table, meeting } = at;
  const { t } = about;
  const items = agendaOf(table, meeting.meeting);
  if (items.length === 0) return <EmptyState text={t('roundtable.agenda.none')} />;
  const { nameOf } = actorsOf(about);
  return (
    <>
      <ol class="tree">
        {items.map((item, index) => (
          <li id={`i-${item.item}`}>
            <div class="tree__row">
              <p class="tasks__what">
                <a href={meetingPath(t.lang, at, 'results', item.item)} lang="de">
                  {`${index + 1}. ${item.topic}`}
                </a>
                <small>
                  {codeWord(t, 'roundtable.itemKind', item.kind)}
                  {item.broughtBy ? (
                    <>
                      {' · '}
                      <span lang="de">{nameOf(item.broughtBy)}</span>
                    </>
                  ) : null}
                </small>
              </p>
              <Steps {...{ at, item, index }} of={items.length} />
            </div>
          </li>
        ))}
      </ol>
      <h2>{t('roundtable.agenda.add')}</h2>
    </>
  );
};

interface StepsProps {
  readonly at: AtMeeting;
  readonly item: Item;
  readonly index: number;
  readonly of: number;
}

const Steps = ({ at, item, index, of }: StepsProps) => {
  const { about, table, meeting } = at;
  const { t } = about;
  const action = meetingPath(t.lang, at, 'agenda', item.item, 'place');
  const [next] = laterMeetings(table, meeting);
  const steps = directions.filter((step) => (step === 'up' ? index > 0 : index < of - 1));
  const name = (
    <span class="hidden" lang="de">
      : {item.topic}
    </span>
  );
  return (
    <form
      class="steps"
      method="post"
      action={action}
      aria-label={t('fields.moveName', { name: item.topic })}
    >
      <FormSecrets state={{ key: newCommandId() }} />
      {steps.map((step) => (
        <button class="link-button" type="submit" name="direction" value={step}>
          {t(`move.${step}`)}
          {name}
        </button>
      ))}
      {next && conclusionAt(item, meeting.meeting)?.result !== 'CONSENSUS' ? (
        <button class="link-button" type="submit" name="meeting" value={next.meeting}>
          {t('roundtable.agenda.carry', { day: formatDay(next.on, t.lang) })}
          {name}
        </button>
      ) : null}
      <a href={action}>
        {t('move.elsewhere')}
        {name}
      </a>
      <a href={meetingPath(t.lang, at, 'agenda', item.item)}>
        {t('roundtable.item.change')}
        {name}
      </a>
      {item.conclusions.length > 0 ? null : (
        <a href={meetingPath(t.lang, at, 'agenda', item.item, 'remove')}>
          {t('roundtable.agenda.strike')}
          {name}
        </a>
      )}
    </form>
  );
};
