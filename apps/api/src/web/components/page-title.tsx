import type { ComponentChildren } from 'preact';

interface PageTitleProps {
  readonly title: string;
  /** Language of the title, where it is not that of the page. */
  readonly lang?: string;
  /** A short line above: number, kind. */
  readonly kicker?: string;
  /** The same, in the town's own words: what the page is about. */
  readonly about?: string;
  /** One or two sentences: what is to be seen here. */
  readonly lead?: ComponentChildren;
  /** Badges and links beside the title. */
  readonly children?: ComponentChildren;
}

/** The one h1 of a page. */
export const PageTitle = ({ title, lang, kicker, about, lead, children }: PageTitleProps) => (
  <header class="page-title">
    {kicker ? <p class="kicker">{kicker}</p> : null}
    {about ? (
      <p class="kicker" lang="de">
        {about}
      </p>
    ) : null}
    <h1 lang={lang}>{title}</h1>
    {lead ? <p class="lead">{lead}</p> : null}
    {children ? <div class="page-title__more">{children}</div> : null}
  </header>
);
