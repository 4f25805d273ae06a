import type { ComponentChildren } from 'preact';
import { percent } from './counts.js';

export interface ShareRow {
  readonly label: ComponentChildren;
  /** From 0 to 1. */
  readonly share: number;
  readonly words: ComponentChildren;
  /** `time` and `done` are those of the target; `opinion` is no fact, and looks like none. */
  readonly look: 'time' | 'done' | 'count' | 'opinion';
}

/** Bars of one length under each other, each with its words: nothing is told by colour. */
export const ShareBars = ({ rows }: { readonly rows: readonly ShareRow[] }) => (
  <dl class="progress-bars">
    {rows.map(({ label, share, words, look }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <svg class="progress-bar" width="100%" height="14" aria-hidden="true">
            <rect class="progress-bar__whole" width="100%" height="100%" rx="2" />
            <rect class={`progress-bar__${look}`} width={percent(share)} height="100%" rx="2" />
          </svg>
          <span>{words}</span>
        </dd>
      </div>
    ))}
  </dl>
);
