import type { HTMLAttributes } from 'preact';

/** The custom elements of apps/web/src/client.ts: each is plain HTML until the script is there. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'choices-of-day': HTMLAttributes<HTMLElement>;
      'day-slider': HTMLAttributes<HTMLElement>;
      'live-notice': HTMLAttributes<HTMLElement>;
      'live-filter': HTMLAttributes<HTMLElement>;
      'copy-text': HTMLAttributes<HTMLElement>;
      'copy-link': HTMLAttributes<HTMLElement>;
      'look-again': HTMLAttributes<HTMLElement>;
      'proof-check': HTMLAttributes<HTMLElement>;
    }
  }
}
