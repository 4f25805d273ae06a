import type { ComponentChildren } from 'preact';

/** Why there is nothing here, and what to do about it. */
export const EmptyState = ({ text, children }: { text: string; children?: ComponentChildren }) => (
  <div class="empty-state">
    <p>{text}</p>
    {children}
  </div>
);
