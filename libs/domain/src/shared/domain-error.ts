/** One thing that is wrong with a command: where, a stable code, and what the words need. */
export interface Issue {
  /** Path in the command, such as `text.evidence[0].url`; '' for the command as a whole. */
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A rule said no. Codes are public: clients and translations rely on them. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly issues: readonly Issue[] = [],
  ) {
    super([code, ...issues.map((issue) => `${issue.path}: ${issue.code}`)].join('; '));
    this.name = 'DomainError';
  }
}
