import type { Issue } from '@klimaspur/domain';

/** What the words of a refusal need, and what it brings along for machines and for the answer's head. */
export interface RefusalDetails {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly Issue[];
  /** Further members of the problem document. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A door said no. The code is public, as that of a `DomainError`; its status and texts are found by it. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
