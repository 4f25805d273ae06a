/** One of the links of header or footer. */
export interface NavLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

/** A feed of what happens on a page. */
export interface FeedLink {
  readonly href: string;
  readonly title: string;
}
