import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { Unreadable } from '../unreadable.js';
import type { ZipPart } from './zip-directory.js';

const megabyte = 1_000_000;
/** What one part may become. A list of 20,000 measures with long texts has about 30 MB. */
export const partLimit = 50 * megabyte;
/** XML of a spreadsheet shrinks to a tenth, at most to a hundredth; a bomb to a thousandth. */
const ratioLimit = 250;
/** So little goes in at once that not even a bomb brings more than some megabytes out. */
const step = 4096;

/**
 * The bytes of a part, piece by piece. What comes out is counted here, whatever the file says of its size:
 * more than `partLimit`, or more than is likely for what went in, is refused before the rest is looked at.
 */
export function* inflated(part: ZipPart): Generator<Uint8Array> {
  let crc = 0;
  let size = 0;
  let used = 0;
  for (const { chunk, consumed } of part.isDeflated ? unpacked(part.bytes) : stored(part.bytes)) {
    size += chunk.length;
    used = consumed;
    if (size > 2 * megabyte && size > used * ratioLimit) throw new Unreadable('file/zip-bomb');
    if (size > partLimit) {
      throw new Unreadable('file/sheet-too-large', { max: partLimit / megabyte });
    }
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== part.crc) throw new Unreadable('file/zip-broken');
}

interface Piece {
  readonly chunk: Uint8Array;
  readonly consumed: number;
}

function* stored(bytes: Uint8Array): Generator<Piece> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    const chunk = bytes.subarray(at, at + 65_536);
    yield { chunk, consumed: at + chunk.length };
  }
}

function* unpacked(bytes: Uint8Array): Generator<Piece> {
  let out: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => out.push(chunk));
  for (let at = 0; at < bytes.length; at += step) {
    try {
      inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch {
      throw new Unreadable('file/zip-broken');
    }
    const consumed = Math.min(at + step, bytes.length);
    for (const chunk of out) yield { chunk, consumed };
    out = [];
  }
}
