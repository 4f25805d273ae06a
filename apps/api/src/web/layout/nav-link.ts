/** One of the links of header or footer. */
export interface NavLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}
