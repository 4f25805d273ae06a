/** Somebody who was erased: a pseudonym that leads nowhere any more, and since when. */
export interface ErasedPerson {
  readonly person: string;
  readonly at: number;
}

/** Where somebody stands of whom there is no name: expected, erased, or never heard of. */
export type Standing = 'here' | 'invited' | 'erased' | 'unknown';

/** Something was to be kept of somebody who was erased. Whoever comes back gets another pseudonym. */
export class PersonErased extends Error {
  readonly code = 'person/erased';

  constructor() {
    super('person/erased');
    this.name = 'PersonErased';
  }
}
