import type { Status } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import { StatusIcon } from '../layout/sprite.js';
import { paintOf, palette } from './palette.js';

/** A patch as the area is drawn, the icon of the badges, and the word. */
export const Legend = ({ t, statuses }: { t: Translate; statuses: readonly Status[] }) => (
  <ul class="legend" aria-label={t('chart.legend')}>
    {statuses.map((status) => (
      <li>
        <Swatch status={status} />
        <StatusIcon status={status} />
        {t(`status.${status}`)}
      </li>
    ))}
  </ul>
);

export const Swatch = ({ status }: { status: Status }) => (
  <svg class="swatch" width="20" height="16" aria-hidden="true" focusable="false">
    <rect
      x="1"
      y="1"
      width="18"
      height="14"
      fill={paintOf(status)}
      stroke={palette[status].outline ?? palette[status].fill}
      stroke-width="1.5"
    />
  </svg>
);
