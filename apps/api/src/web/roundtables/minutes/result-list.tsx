import type { Item } from '@klimaspur/domain';
import { newCommandId } from '@klimaspur/event-store';
import { EmptyState } from '../../components/empty-state.js';
import { FormSecrets } from '../../forms/form.js';
import { mayIn } from '../../forms/rights.js';
import { codeWord } from '../../words/entry-words.js';
import { type AtMeeting, conclusionAt, itemsOf, meetingPath } from './meeting.js';
import { unreleased } from './unreleased.js';

/** The items with their results, each leading to where it is written down. */
export const ResultList = ({ at }: { readonly at: AtMeeting }) => {
  const { t, lang } = at.about;
  const items = itemsOf(at);
  return (
    <section aria-labelledby="results-heading">
      <h2 id="results-heading">{t('roundtable.results')}</h2>
      {items.length === 0 ? (
        <EmptyState text={t('roundtable.agenda.none')} />
      ) : (
        <ul class="tasks">
          {items.map((item) => (
            <li>
              <p class="tasks__what">
                <a href={meetingPath(lang, at, 'results', item.item)} lang="de">
                  {item.topic}
                </a>
                <small>{resultOf(item, at)}</small>
              </p>
              <More {...{ at, item }} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={meetingPath(lang, at, 'agenda')}>{t('roundtable.agenda.add')}</a>
      </p>
    </section>
  );
};

const resultOf = (item: Item, { about: { t }, meeting }: AtMeeting): string => {
  const concluded = conclusionAt(item, meeting.meeting);
  return concluded
    ? codeWord(t, 'roundtable.result', concluded.result)
    : t('roundtable.results.open');
};

interface MoreProps {
  readonly at: AtMeeting;
  readonly item: Item;
}

/** What follows from a result: a measure of a proposal, a dissent that may be told. */
const More = ({ at, item }: MoreProps) => {
  const { about, meeting } = at;
  const { t, lang, town } = about;
  const measurePath = meetingPath(lang, at, 'results', item.item, 'measure');
  const name = (
    <span class="hidden" lang="de">
      : {item.topic}
    </span>
  );
  const concluded = conclusionAt(item, meeting.meeting);
  const isIdea =
    item.kind === 'PROPOSAL' &&
    item.measure === null &&
    item.takenUp.length === 0 &&
    concluded !== undefined;
  return (
    <div class="steps">
      {unreleased(item, meeting.meeting).length > 0 ? (
        <a href={meetingPath(lang, at, 'results', item.item, 'dissent')}>
          {t('roundtable.dissent.release')}
          {name}
        </a>
      ) : null}
      {concluded && concluded.releases.length > 0 ? (
        <a href={meetingPath(lang, at, 'results', item.item, 'dissent', 'withdraw')}>
          {t('roundtable.dissent.withdraw')}
          {name}
        </a>
      ) : null}
      {isIdea && mayIn(about, 'measure', 'record-measure', town) ? (
        <form method="post" action={measurePath}>
          <FormSecrets state={{ key: newCommandId() }} />
          <input type="hidden" name="how" value="new" />
          <input type="hidden" name="title" value={item.topic} />
          <button class="link-button" type="submit">
            {t('roundtable.takeUp')}
            {name}
          </button>
        </form>
      ) : null}
      {isIdea ? (
        <a href={measurePath}>
          {t('roundtable.takeUp.existing')}
          {name}
        </a>
      ) : null}
    </div>
  );
};
