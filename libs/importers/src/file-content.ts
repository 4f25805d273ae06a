import { Unreadable } from './unreadable.js';

const megabyte = 1_000_000;
export const fileLimit = 20 * megabyte;

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** A ZIP file: may be a workbook. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** Files of old Office programs, and encrypted ones of new, are file systems; their names tell which. */
const compoundKinds: readonly [string, string][] = [
  ['Workbook', 'oldWorkbook'],
  ['WordDocument', 'oldDocument'],
];

const refuseCompound = (bytes: Uint8Array): never => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(utf16('EncryptedPackage'))) throw new Unreadable('file/encrypted');
  const kind = compoundKinds.find(([name]) => file.includes(utf16(name)))?.[1] ?? 'oldOffice';
  throw new Unreadable('file/wrong-kind', { kind });
};

/** What a file is by its first bytes, when it is nothing we read. */
const foreignKind = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0x1f, 0x8b)) return 'gzip';
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  return bytes.includes(0) ? 'binary' : undefined;
};

const decoded16 = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  // Without the mark: latin letters have a zero beside each.
  const isZero = [0, 1, 2, 3].map((at) => bytes[at] === 0).join();
  if (isZero === 'false,true,false,true') return new TextDecoder('utf-16le').decode(bytes);
  if (isZero === 'true,false,true,false') return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
};

/** Old spreadsheets write Windows-1252; every byte sequence is valid there, so UTF-8 is tried first. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

export const refuseTooLarge = (bytes: Uint8Array): void => {
  if (bytes.length <= fileLimit) return;
  const size = Math.ceil(bytes.length / megabyte);
  throw new Unreadable('file/too-large', { size, max: fileLimit / megabyte });
};

/** Bytes to text, without byte order mark. */
export const textOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompound(bytes);
  const wide = decoded16(bytes);
  const kind = wide === undefined ? foreignKind(bytes) : undefined;
  if (kind !== undefined) throw new Unreadable('file/wrong-kind', { kind });
  const text = wide ?? decode(bytes);
  if (text.trim() === '') throw new Unreadable('file/empty');
  if (/^\s*<(?:!doctype|html|\?xml|!--|[a-z])/i.test(text)) {
    throw new Unreadable('file/wrong-kind', { kind: 'markup' });
  }
  return text;
};
