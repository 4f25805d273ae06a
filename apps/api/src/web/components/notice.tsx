import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly kind?: 'info' | 'success' | 'warning';
  readonly title?: string;
  readonly children: ComponentChildren;
  /** Read out at once: only for the answer to what the visitor just did. */
  readonly announced?: boolean;
}

export const Notice = ({ kind = 'info', title, children, announced }: NoticeProps) => (
  <div class={`notice is-${kind}`} role={announced ? 'status' : undefined}>
    {title ? <p class="notice__title">{title}</p> : null}
    {children}
  </div>
);
