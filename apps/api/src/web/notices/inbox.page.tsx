import { berlinDay } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import { type Notice, noticeStates, type NoticeState } from '@klimaspur/vault';
import type { ComponentChildren } from 'preact';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { Pagination } from '../components/pagination.js';

/** A notice, with what it is about. */
export interface ListedNotice {
  readonly notice: Notice;
  readonly heading: ComponentChildren;
  readonly href: string;
}

interface InboxProps {
  readonly t: Translate;
  readonly title: string;
  readonly lead: string;
  readonly state: NoticeState;
  readonly counts: Readonly<Record<NoticeState, number>>;
  readonly notices: readonly ListedNotice[];
  readonly page: number;
  readonly pages: number;
  /** The address of a part of the list. */
  readonly hrefOf: (state: NoticeState, page?: number) => string;
}

export const dayOf = (instant: number) => berlinDay(new Date(instant).toISOString());

/** What came in, by what became of it. */
export const InboxPage = (props: InboxProps) => {
  const { t, state, counts, notices, page, pages, hrefOf } = props;
  return (
    <>
      <PageTitle title={props.title} lead={props.lead} />
      <nav aria-label={t('notices.states')}>
        <ul class="switch">
          {noticeStates.map((other) => (
            <li>
              <a href={hrefOf(other)} aria-current={other === state ? 'page' : undefined}>
                {t('notices.stateCount', {
                  state: t(`notices.state.${other}`),
                  count: counts[other],
                })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {notices.length === 0 ? (
        <EmptyState text={t('notices.none')} />
      ) : (
        <ul class="inbox">
          {notices.map((listed) => (
            <NoticeCard t={t} {...listed} />
          ))}
        </ul>
      )}
      <Pagination t={t} page={page} pages={pages} href={(other) => hrefOf(state, other)} />
    </>
  );
};

interface CardProps extends ListedNotice {
  readonly t: Translate;
}

const NoticeCard = ({ t, notice, heading, href }: CardProps) => (
  <li>
    <h2>
      <a href={href}>{heading}</a>
    </h2>
    <p class="typed-text">{shortened(notice.text)}</p>
    <p class="small">
      {t('notices.received', { day: formatDay(dayOf(notice.receivedAt), t.lang) })}
    </p>
  </li>
);

const SHOWN = 240;
const shortened = (text: string) =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).trim()} …` : text;
