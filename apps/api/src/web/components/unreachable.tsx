import { formatDay, type Translate } from '@klimaspur/messages';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the frame of a page knows of links: the day since which one can no longer be reached. */
export const UnreachableSince = createContext<(url: string) => string | undefined>(() => undefined);

interface UnreachableProps {
  readonly t: Translate;
  readonly url: string;
}

/** Stands behind every link to somewhere else that no longer leads anywhere. */
export const Unreachable = ({ t, url }: UnreachableProps) => {
  const day = useContext(UnreachableSince)(url);
  return day === undefined ? null : (
    <>
      {' '}
      <small class="unreachable">{t('link.unreachable', { day: formatDay(day, t.lang) })}</small>
    </>
  );
};
