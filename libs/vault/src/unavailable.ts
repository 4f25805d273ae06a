/** The database of the vault does not answer; it may do so again at the next call. Names no address and no password. */
export class VaultUnavailable extends Error {
  readonly code = 'vault/unavailable';

  constructor(readonly reason: string) {
    super(`The vault does not answer: ${reason}`);
    this.name = 'VaultUnavailable';
  }
}
