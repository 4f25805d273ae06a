import { createPublicKey, hash, verify } from 'node:crypto';
import { leavesWith } from './leaf.js';
import type { Sha256 } from './merkle/hashing.js';
import type { VerifyEd25519 } from './note/note.js';

export const nodeSha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');

/** Before the 32 bytes of a key: what makes them an Ed25519 key in DER. */
const DER = Buffer.from('302a300506032b6570032100', 'hex');

export const nodeVerifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const key = Buffer.concat([DER, publicKey]);
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature);
};

export const { leafHash, withoutText, commitment } = leavesWith(nodeSha256);
