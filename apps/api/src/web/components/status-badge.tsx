import type { Status } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import { StatusIcon } from '../layout/sprite.js';

interface StatusBadgeProps {
  readonly t: Translate;
  /** Null: the measure goes on elsewhere. */
  readonly status: Status | null;
  /** Another word than the status's own, such as that of one axis. */
  readonly label?: string;
}

/** Icon and word: the status never hangs on colour alone. */
export const StatusBadge = ({ t, status, label }: StatusBadgeProps) => (
  <span class={`badge is-${status ?? 'elsewhere'}`}>
    <StatusIcon status={status ?? 'elsewhere'} />
    {label ?? t(`status.${status ?? 'elsewhere'}`)}
  </span>
);
