/** SHA-256 of some bytes. The server brings Node's, a page in the browser its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const hashLength = 32;

/** A node of the tree: SHA-256(0x01 ‖ left ‖ right), RFC 6962 2.1. */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + 2 * hashLength);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + hashLength);
  return sha256(bytes);
};

/** The root of a log without an entry: SHA-256 of nothing. */
export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array());

export const sameHash = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === hashLength && b.length === hashLength && a.every((byte, at) => byte === b[at]);
