import { atomType } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';

interface FeedLineProps {
  readonly t: Translate;
  readonly href: string;
}

/** The way to a feed, for readers whose program does not find it by itself. */
export const FeedLine = ({ t, href }: FeedLineProps) => (
  <p class="screen-only">
    <a href={href} type={atomType}>
      {t('feed.subscribe')}
    </a>
  </p>
);
