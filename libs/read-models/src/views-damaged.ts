import { storageTrouble } from '@klimaspur/event-store';

/** The rows cannot be read. They are made from the log alone, and are being made anew. */
export class ViewsDamaged extends Error {
  readonly code = 'views/damaged';

  constructor(cause: unknown) {
    super('The views file is damaged', { cause });
    this.name = 'ViewsDamaged';
  }
}

export const isDamage = (error: unknown): boolean => storageTrouble(error) === 'damaged';
