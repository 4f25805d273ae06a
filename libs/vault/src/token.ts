import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A credential that cannot be guessed, fit for addresses and cookies. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/**
 * What is kept of a token: who reads the vault cannot sign in with it. No salt and no slow hash, because
 * tokens are long and random; and the hash must be found by an index.
 */
export const fingerprint = (token: string): Buffer => createHash('sha256').update(token).digest();
