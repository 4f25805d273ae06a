import { storageTrouble } from '@klimaspur/event-store';

export type StartTroubleCode =
  | `start/${'log' | 'vault'}-${'damaged' | 'gone'}`
  | 'start/log-shorter'
  | `start/server-log-${'shorter' | 'empty'}`
  | 'start/vault-empty'
  | `start/${'no-space' | 'no-access' | 'held' | 'failing'}`;

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

/**
 * Opens a file of the data folder; what the disk says to it gets a name, if it has none yet. `what` it is, unless it can be
 * made again.
 */
export async function opened<T>(
  file: string,
  open: () => T | Promise<T>,
  what?: 'log' | 'vault',
): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof StartTrouble) throw cause;
    const trouble = storageTrouble(cause);
    if (trouble === undefined || (trouble === 'damaged' && !what)) throw cause;
    const code =
      trouble === 'damaged' ? (`start/${what!}-damaged` as const) : (`start/${trouble}` as const);
    throw new StartTrouble(code, { file, reason: (cause as Error).message }, { cause });
  }
}
