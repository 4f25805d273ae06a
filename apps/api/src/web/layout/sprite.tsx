import type { Status } from '@klimaspur/domain';
import type { ComponentChildren } from 'preact';
import { type Pattern, palette, statuses } from '../charts/palette.js';

const marks: Record<Pattern, (mark: string) => ComponentChildren> = {
  solid: () => null,
  hollow: () => null,
  chevrons: (mark) => (
    <path d="M2.5 1.5 5 4 2.5 6.5" stroke={mark} stroke-width="1.2" fill="none" />
  ),
  slash: (mark) => <path d="M-2 2 2-2M-2 10 10-2M6 10 10 6" stroke={mark} stroke-width="1.6" />,
  cross: (mark) => <path d="M-1-1 9 9M-1 9 9-1" stroke={mark} stroke-width="1" fill="none" />,
  vertical: (mark) => <path d="M4 0V8" stroke={mark} stroke-width="1.2" />,
  horizontal: (mark) => <path d="M0 4H8" stroke={mark} stroke-width="1.4" />,
  dashes: (mark) => <path d="M1 2H4M5 6H8" stroke={mark} stroke-width="1.4" />,
  dots: (mark) => (
    <path d="M2 2h.01M6 6h.01" stroke={mark} stroke-width="2" stroke-linecap="round" />
  ),
};

/** The class `cut` is what lies open in a filled shape: paper colour, also in forced colours. */
export const icons: Record<Status | 'elsewhere', ComponentChildren> = {
  completed: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path class="cut" d="m4.6 8.3 2.3 2.3 4.5-4.8" fill="none" stroke="#fff" stroke-width="1.8" />
    </>
  ),
  'in-progress': (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
  planned: (
    <path
      d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2.6V8l2.4 1.8"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
    />
  ),
  adopted: (
    <path d="M8 1a2.6 2.6 0 0 0-2 4.3c.6.8.6 1.9.2 2.7H3.5A1.5 1.5 0 0 0 2 9.5V12h12V9.5A1.5 1.5 0 0 0 12.5 8H9.8c-.4-.8-.4-1.9.2-2.7A2.6 2.6 0 0 0 8 1zM2 13.2h12V15H2z" />
  ),
  'in-consultation': (
    <path
      d="M2 3h12v8H8l-3.5 3v-3H2zM5 7h.01M8 7h.01M11 7h.01"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  ),
  delayed: (
    <>
      <path d="M8 1.2 15.2 14.5H.8z" />
      <path class="cut" d="M8 5.6v4.2M8 11.7v1.3" stroke="#fff" stroke-width="1.7" />
    </>
  ),
  failed: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
      <path class="cut" d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4" stroke="#fff" stroke-width="1.8" />
    </>
  ),
  rejected: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path class="cut" d="M4 8h8" stroke="#fff" stroke-width="2.2" />
    </>
  ),
  elsewhere: <path d="M1.5 8h11M8 3l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2" />,
  unknown: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path
        class="cut"
        d="M5.9 6.3a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.5M8 11v1.3"
        fill="none"
        stroke="#fff"
        stroke-width="1.6"
      />
    </>
  ),
};

interface PatternProps {
  readonly status: Status;
  /** How many times as large as on a page. */
  readonly scale?: number;
}

/** The area of a status, in its colour and with its marks, by the id `paintOf` names. */
export const StatusPattern = ({ status, scale }: PatternProps) => {
  const { fill, pattern, mark = fill } = palette[status];
  return (
    <pattern
      id={`paint-${status}`}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform={scale === undefined ? undefined : `scale(${scale})`}
    >
      <rect width="8" height="8" fill={fill} />
      {marks[pattern](mark)}
    </pattern>
  );
};

/** Icons and area patterns, once per page; everything else refers to them by id. */
export const Sprite = () => (
  <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      {statuses.map((status) => (
        <StatusPattern status={status} />
      ))}
      {([...statuses, 'elsewhere'] as const).map((status) => (
        <symbol id={`icon-${status}`} viewBox="0 0 16 16">
          {icons[status]}
        </symbol>
      ))}
    </defs>
  </svg>
);

/** The icon of a status; always beside its word. */
export const StatusIcon = ({ status }: { status: Status | 'elsewhere' }) => (
  <svg class={`icon is-${status}`} width="16" height="16" aria-hidden="true" focusable="false">
    <use href={`#icon-${status}`} />
  </svg>
);
