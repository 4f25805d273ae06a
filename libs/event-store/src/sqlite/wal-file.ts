import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { LogFault } from './log-fault.js';

const HEADER = 32;
const FRAME = 24;
/** The lowest bit says in which order the bytes of a checksum are read. */
const MAGIC = 0x377f0682;
/** Of the fields that checksums cover: in the header, and in the head of a frame. */
const [HEADER_SUMMED, FRAME_SUMMED] = [24, 8];

/**
 * What is wrong with the write-ahead log beside a database. SQLite reads it up to the first frame that does not fit and
 * says nothing: whatever was committed behind it would be gone unseen. Frames of an earlier use may follow the last one.
 */
export const walFault = (database: string): LogFault | undefined => {
  const file = `${database}-wal`;
  if (!existsSync(file)) return undefined;
  const bytes = statSync(file).size;
  if (bytes === 0) return undefined;
  const handle = openSync(file, 'r');
  try {
    const read = (at: number, length: number): DataView => {
      const buffer = Buffer.alloc(length);
      return new DataView(
        buffer.buffer,
        buffer.byteOffset,
        readSync(handle, buffer, 0, length, at),
      );
    };
    const detail = wrongIn(bytes, read);
    return detail === undefined ? undefined : { code: 'wal', detail };
  } finally {
    closeSync(handle);
  }
};

type Read = (at: number, length: number) => DataView;

const wrongIn = (bytes: number, read: Read): string | undefined => {
  if (bytes < HEADER) return 'its head is cut off';
  const head = read(0, HEADER);
  const magic = head.getUint32(0);
  if ((magic & ~1) >>> 0 !== MAGIC) return 'its head is none of SQLite';
  const summing = { little: (magic & 1) === 0, sums: [0, 0] as [number, number] };
  add(summing, head, 0, HEADER_SUMMED);
  if (!fits(summing, head, HEADER_SUMMED)) return 'its head does not fit its checksum';
  const salts = [head.getUint32(16), head.getUint32(20)];
  const length = FRAME + head.getUint32(8);
  let ended = false;
  for (let n = 0, at = HEADER; at < bytes; n += 1, at += length) {
    const frame = read(at, length);
    const own = salts.map(
      (salt, i) => frame.byteLength >= 16 && frame.getUint32(8 + 4 * i) === salt,
    );
    if (own[0] !== own[1]) return `frame ${n} is neither of this use nor of an earlier one`;
    if (!own[0]) {
      ended = true;
      continue;
    }
    if (ended) return `frame ${n} follows where the end is`;
    if (frame.byteLength < length) return `frame ${n} is cut off`;
    add(summing, frame, 0, FRAME_SUMMED);
    add(summing, frame, FRAME, length);
    if (!fits(summing, frame, 16)) return `frame ${n} does not fit its checksum`;
  }
  return undefined;
};

interface Summing {
  readonly little: boolean;
  readonly sums: [number, number];
}

const add = ({ little, sums }: Summing, view: DataView, from: number, to: number): void => {
  let [a, b] = sums;
  for (let at = from; at < to; at += 8) {
    a = (a + view.getUint32(at, little) + b) | 0;
    b = (b + view.getUint32(at + 4, little) + a) | 0;
  }
  sums[0] = a;
  sums[1] = b;
};

const fits = ({ sums: [a, b] }: Summing, view: DataView, at: number): boolean =>
  view.getInt32(at) === a && view.getInt32(at + 4) === b;
