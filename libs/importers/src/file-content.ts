import type { RefusalCode } from './words.js';

/** Decoded file, or the one thing that is wrong with it. */
export type FileContent =
  | { readonly text: string }
  | { readonly reason: RefusalCode; readonly params: Readonly<Record<string, string | number>> };

const megabyte = 1_000_000;
export const fileLimit = 20 * megabyte;

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** What a file is by its first bytes, when it is nothing we read. */
const foreignKind = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'Excel/ODS/ZIP (→ CSV UTF-8)';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'Excel 97 (→ CSV UTF-8)';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'PDF';
  if (startsWith(bytes, 0x1f, 0x8b)) return 'gzip';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'UTF-16 (→ UTF-8)';
  return bytes.includes(0) ? 'binary' : undefined;
};

/** Old spreadsheets write Windows-1252; every byte sequence is valid there, so UTF-8 is tried first. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Bytes to text, without byte order mark. */
export const readFileContent = (bytes: Uint8Array): FileContent => {
  if (bytes.length > fileLimit) {
    const size = Math.ceil(bytes.length / megabyte);
    return { reason: 'file/too-large', params: { size, max: fileLimit / megabyte } };
  }
  const found = foreignKind(bytes);
  if (found !== undefined) return { reason: 'file/wrong-kind', params: { found } };
  const text = decode(bytes);
  if (text.trim() === '') return { reason: 'file/empty', params: {} };
  if (/^\s*<(?:!doctype|html|\?xml|!--|[a-z])/i.test(text)) {
    return { reason: 'file/wrong-kind', params: { found: 'HTML/XML' } };
  }
  return { text };
};
