import { Unreadable } from '../unreadable.js';

/** A part of a ZIP file: where its bytes lie, and what the directory says of it. */
export interface ZipPart {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  /** The bytes as stored. */
  readonly bytes: Uint8Array;
}

const partLimit = 5_000;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

const broken = () => new Unreadable('file/zip-broken');

/**
 * The parts named by the central directory, which is what spreadsheets go by. Sizes are only used to find
 * bytes; how much comes out of them is counted while it comes out.
 */
export const zipParts = (bytes: Uint8Array): ReadonlyMap<string, ZipPart> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return partsIn(bytes, view);
  } catch (error) {
    throw error instanceof RangeError ? broken() : error;
  }
};

const partsIn = (bytes: Uint8Array, view: DataView): ReadonlyMap<string, ZipPart> => {
  const { count, start } = directoryOf(view);
  if (count > partLimit) throw broken();
  const parts = new Map<string, ZipPart>();
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== entrySignature) throw broken();
    const part = partAt(bytes, view, at);
    parts.set(part.name, part);
    at += 46 + lengths(view, at + 28, 3);
  }
  return parts;
};

const lengths = (view: DataView, at: number, count: number) => {
  let sum = 0;
  for (let n = 0; n < count; n += 1) sum += view.getUint16(at + 2 * n, true);
  return sum;
};

/** The record at the end of the file; behind it may stand a comment. */
const directoryOf = (view: DataView): { count: number; start: number } => {
  const last = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    return count === 0xffff || start === 0xffffffff ? directory64(view, at) : { count, start };
  }
  throw broken();
};

const directory64 = (view: DataView, end: number) => {
  const at = big(view, end - 20 + 8);
  if (view.getUint32(at, true) !== end64Signature) throw broken();
  return { count: big(view, at + 32), start: big(view, at + 48) };
};

const big = (view: DataView, at: number): number => {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(view.byteLength)) throw broken();
  return Number(value);
};

const partAt = (bytes: Uint8Array, view: DataView, at: number): ZipPart => {
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new Unreadable('file/encrypted');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw broken();
  const nameLength = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const { size, offset } = placeOf(view, at, at + 46 + nameLength);
  if (view.getUint32(offset, true) !== localSignature) throw broken();
  const start = offset + 30 + lengths(view, offset + 26, 2);
  if (start + size > bytes.length) throw broken();
  return {
    name,
    isDeflated: method === 8,
    crc: view.getUint32(at + 16, true),
    bytes: bytes.subarray(start, start + size),
  };
};

/** Large files keep sizes in an extra field, in this order and only where the short one is full. */
const placeOf = (view: DataView, at: number, extra: number) => {
  let size = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  const end = extra + view.getUint16(at + 30, true);
  for (let field = extra; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4 + (view.getUint32(at + 24, true) === 0xffffffff ? 8 : 0);
    if (size === 0xffffffff) {
      size = big(view, next);
      next += 8;
    }
    if (offset === 0xffffffff) offset = big(view, next);
  }
  return { size, offset };
};
