import type { ComponentChildren } from 'preact';

interface InfoSectionProps {
  /** Also the anchor under which the section is linked. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

export const InfoSection = ({ id, title, children }: InfoSectionProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
