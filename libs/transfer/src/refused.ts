/** Codes under which a file of a town is refused; the words lie in libs/messages. */
export type TransferCode =
  | 'transfer/no-town-file'
  | 'transfer/newer'
  | 'transfer/damaged'
  | 'transfer/foreign-event'
  | 'transfer/gap'
  | 'transfer/wrong-id'
  | 'transfer/unknown-event'
  | 'transfer/wrong-data'
  | 'transfer/from-the-future'
  | 'transfer/not-proven'
  | 'transfer/not-signed'
  | 'transfer/incomplete'
  | 'transfer/moved-on'
  | 'transfer/already-here';

/** A file of a town is not as it must be, or does not fit what is here. Nothing was written. */
export class TransferRefused extends Error {
  constructor(
    readonly code: TransferCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'TransferRefused';
  }
}
