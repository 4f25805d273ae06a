import { berlinDay } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { type Notice, noticeStates, type NoticeState } from '@klimaspur/vault';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { Pagination } from '../components/pagination.js';
import { workPath } from '../paths.js';
import { inboxPath } from './notice-paths.js';

/** A notice, with what its measure is called; null: the measure is not to be seen any more. */
export interface ListedNotice {
  readonly notice: Notice;
  readonly measure: string | null;
}

interface InboxProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly state: NoticeState;
  readonly counts: Readonly<Record<NoticeState, number>>;
  readonly notices: readonly ListedNotice[];
  readonly page: number;
  readonly pages: number;
}

export const dayOf = (instant: number) => berlinDay(new Date(instant).toISOString());

/** What came in, by what became of it. */
export const InboxPage = ({ t, town, state, counts, notices, page, pages }: InboxProps) => (
  <>
    <PageTitle title={t('notices.title')} lead={t('notices.lead')} />
    <nav aria-label={t('notices.states')}>
      <ul class="switch">
        {noticeStates.map((other) => (
          <li>
            <a
              href={inboxPath(t.lang, town.slug, other)}
              aria-current={other === state ? 'page' : undefined}
            >
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
          <NoticeCard t={t} slug={town.slug} {...listed} />
        ))}
      </ul>
    )}
    <Pagination
      t={t}
      page={page}
      pages={pages}
      href={(other) => inboxPath(t.lang, town.slug, state, other)}
    />
  </>
);

interface CardProps extends ListedNotice {
  readonly t: Translate;
  readonly slug: string;
}

const NoticeCard = ({ t, slug, notice, measure }: CardProps) => (
  <li>
    <h2>
      <a href={workPath(t.lang, slug, 'notices', notice.id)}>
        {measure === null ? t('notices.measureGone') : <span lang="de">{measure}</span>}
      </a>
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
