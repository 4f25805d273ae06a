import { type Params, type RefusalCode, type Words, wordsOf } from './words.js';

/** A backup, or the place it should go to, is not as it must be. The words follow a name: „FILE …“. */
export class BackupRefused extends Error {
  readonly words: Words;

  constructor(
    readonly code: RefusalCode,
    readonly params: Params = {},
    options?: ErrorOptions,
  ) {
    const words = wordsOf(code, params);
    super(words.en, options);
    this.name = 'BackupRefused';
    this.words = words;
  }
}

/** What a system call failed with (ENOSPC, EACCES …); undefined for every other error. */
export const systemCode = (error: unknown): string | undefined => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? undefined : code;
};
