import type { Params } from './importer.js';
import type { RefusalCode } from './words.js';

/** The file as a whole cannot be taken; said in words by whoever asked for it. */
export class Unreadable extends Error {
  constructor(
    readonly reason: RefusalCode,
    readonly params: Params = {},
  ) {
    super(reason);
  }
}
