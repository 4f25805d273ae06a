import { storageTrouble } from '@klimaspur/event-store';

export type StartTroubleCode =
  | `${'log' | 'vault'}/${'damaged' | 'gone'}`
  | 'log/shorter'
  | `folder/${'no-space' | 'no-access' | 'held' | 'failing'}`;

/** Why a data folder cannot be served before somebody has seen to it; the words are found by the code. */
export class StartTrouble extends Error {
  constructor(
    readonly code: StartTroubleCode,
    readonly params: { readonly file: string; readonly [name: string]: string },
    options?: ErrorOptions,
  ) {
    super(`${code}: ${params.file}`, options);
    this.name = 'StartTrouble';
  }
}

/** Opens a file that nothing can be put in the place of; what the disk says to it gets a name. */
export async function opened<T>(
  what: 'log' | 'vault',
  file: string,
  open: () => T | Promise<T>,
): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    const trouble = storageTrouble(cause);
    if (trouble === undefined) throw cause;
    const code =
      trouble === 'damaged' ? (`${what}/damaged` as const) : (`folder/${trouble}` as const);
    throw new StartTrouble(code, { file, reason: (cause as Error).message }, { cause });
  }
}
