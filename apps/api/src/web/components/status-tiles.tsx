import type { Status } from '@klimaspur/domain';
import { formatNumber, type Translate } from '@klimaspur/messages';
import { statuses } from '../charts/palette.js';
import type { Counts } from '../charts/counts.js';
import { StatusIcon } from '../layout/sprite.js';

interface StatusTilesProps {
  readonly t: Translate;
  readonly counts: Counts;
  /** The list behind each number; without status: all measures. */
  readonly href: (status?: Status) => string;
}

/** The whole first, then the nine words, each number leading to its measures. */
export const StatusTiles = ({ t, counts, href }: StatusTilesProps) => {
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  return (
    <ul class="tiles" aria-label={t('tiles.label')}>
      <li class="tile is-total">
        <a href={href()}>
          <span class="tile__number">{formatNumber(total, t.lang)}</span>{' '}
          <span class="tile__word">{t('tiles.total', { count: total })}</span>
        </a>
      </li>
      {statuses.map((status) => (
        <li class={`tile is-${status}${counts[status] === 0 ? ' is-none' : ''}`}>
          <a href={href(status)}>
            <span class="tile__number">{formatNumber(counts[status], t.lang)}</span>{' '}
            <span class="tile__word">
              <StatusIcon status={status} />
              {t(`status.${status}`)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};
