import { type Item, itemsToldOnceApproved } from '@klimaspur/domain';
import { listOf } from '@klimaspur/messages';
import { mayIn } from '../../forms/rights.js';
import { workPath } from '../../paths.js';
import {
  actorsOf,
  type AtMeeting,
  conclusionAt,
  itemsOf,
  meetingPath,
  tableHistory,
} from './meeting.js';

/** What a dissent hides of the meeting, by what is told and not by what the Protokoll says now. */
export const hiddenItems = async ({ about, table, meeting }: AtMeeting): Promise<Item[]> => {
  const history = await tableHistory(about, table.id);
  const told = itemsToldOnceApproved(history, meeting.meeting);
  return table.items.filter(
    ({ item, conclusions }) =>
      conclusions.some((concluded) => concluded.meeting === meeting.meeting) && !told.has(item),
  );
};

interface WhatIsToldProps {
  readonly at: AtMeeting;
  readonly hidden: readonly Item[];
  /** They are about to be published. */
  readonly soon?: boolean;
}

/** Says plainly what everybody will read of the minutes, and what not. */
export const WhatIsTold = ({ at, hidden, soon }: WhatIsToldProps) => {
  const { about, table, meeting } = at;
  const { t, lang, town } = about;
  const { step } = meeting.protocol;
  const { all } = actorsOf(about);
  const named = namedIn(at);
  const unnamed = all.filter(({ id, published }) => !published && named.has(id));
  return (
    <section aria-labelledby="told-heading">
      <h2 id="told-heading">{t('roundtable.told')}</h2>
      <ul>
        <li>{t(soon || step === 'PUBLISHED' ? 'roundtable.told.now' : 'roundtable.told.later')}</li>
        {table.published ? null : (
          <li>
            {t('roundtable.told.draftTable')}{' '}
            {mayIn(about, 'roundtable', 'publish-roundtable', town) ? (
              <a href={workPath(lang, town.slug, 'tables', table.id, 'publish')}>
                {t('publish.title')}
              </a>
            ) : null}
          </li>
        )}
        {hidden.map(({ item, topic }) => (
          <li>
            {t('roundtable.told.dissent')} <span lang="de">{topic}</span>{' '}
            <a href={meetingPath(lang, at, 'results', item, 'dissent')}>
              {t('roundtable.dissent.release')}
              <span class="hidden" lang="de">
                : {topic}
              </span>
            </a>
          </li>
        ))}
        {unnamed.length === 0 ? null : (
          <li>
            {t('roundtable.told.unnamed', { count: unnamed.length })}{' '}
            <span lang="de">
              {listOf(
                unnamed.map(({ name }) => name),
                lang,
              )}
            </span>
          </li>
        )}
        <li>{t('roundtable.told.never')}</li>
      </ul>
    </section>
  );
};

/** Organisations that the minutes speak of. */
const namedIn = (at: AtMeeting): ReadonlySet<string> => {
  const { table, meeting } = at;
  const said = itemsOf(at).flatMap((item) => {
    const { dissent = [], recipient } = conclusionAt(item, meeting.meeting) ?? {};
    return [item.broughtBy, recipient, ...dissent];
  });
  const promised = table.followUps
    .filter((followUp) => followUp.meeting === meeting.meeting)
    .map(({ actor }) => actor);
  const all = [...(meeting.held?.groups ?? []), ...said, ...promised];
  return new Set(all.filter((id): id is string => typeof id === 'string'));
};
