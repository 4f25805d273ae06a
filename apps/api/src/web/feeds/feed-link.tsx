import { atomType } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';

interface FeedLineProps {
  readonly t: Translate;
  readonly href: string;
  /** The same place's calendar. */
  readonly datesHref?: string;
}

/** The way to a feed and a calendar, for readers whose program does not find it by itself. */
export const FeedLine = ({ t, href, datesHref }: FeedLineProps) => (
  <p class="screen-only">
    <a href={href} type={atomType}>
      {t('feed.subscribe')}
    </a>
    {datesHref === undefined ? null : (
      <>
        {' · '}
        <a href={datesHref}>{t('roundtable.calendar.subscribe')}</a>
      </>
    )}
  </p>
);
