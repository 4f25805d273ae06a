import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { nodeSha256 } from '../node.js';
import { keyIdOf, type NoteKey, writeKey, writeNote } from '../note/note.js';

/** DER before the 32 bytes of an Ed25519 private key (RFC 8410 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_BYTES = 32;

/** The key by which a log speaks; its private half never leaves this object. */
export class SigningKey {
  readonly public: NoteKey;
  readonly #private: KeyObject;

  /** `seed`: 32 random bytes, which are the key. */
  constructor(name: string, seed: Uint8Array) {
    const der = Buffer.concat([PKCS8, seed]);
    this.#private = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.#private).export({ format: 'der', type: 'spki' });
    this.public = { name, publicKey: new Uint8Array(spki.subarray(-PUBLIC_BYTES)) };
  }

  /** C2SP vkey: what a reader checks by. */
  get verifier(): string {
    return writeKey(nodeSha256, this.public);
  }

  /** The text with our signature below it. */
  sign(text: string): string {
    const signature = sign(null, Buffer.from(text), this.#private);
    const { name } = this.public;
    const keyId = keyIdOf(nodeSha256, this.public);
    return writeNote({ text, signatures: [{ name, keyId, signature }] });
  }
}
