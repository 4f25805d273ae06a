import { DAYS, INSTANTS, partsOf } from './measure-pack.js';

const ROOM = 1024;

/** Rows of packs in typed arrays, one behind the other. Days lie apart from facts: most rows are only asked for their days. */
export class TwoTimeRows {
  used = 0;
  facts: Int32Array;
  private instants = new Float64Array(ROOM * INSTANTS);
  private days = new Int32Array(ROOM * DAYS);

  /** `width`: how many facts a row has. */
  constructor(private readonly width: number) {
    this.facts = new Int32Array(ROOM * width);
  }

  /** Takes over a pack; gives how many rows it had. They lie before `used` then. */
  add(pack: Uint8Array): number {
    const { rows, instants, days, facts } = partsOf(pack, this.width);
    this.instants = taken(this.instants, this.used * INSTANTS, instants);
    this.days = taken(this.days, this.used * DAYS, days);
    this.facts = taken(this.facts, this.used * this.width, facts);
    this.used += rows;
    return rows;
  }

  /** The first of some rows that holds on a day; -1: none. `knownAt` absent: whenever it was known. */
  rowOn(first: number, end: number, day: number, knownAt: number | undefined): number {
    const { days, instants } = this;
    for (let row = first; row < end; row++) {
      const at = row * DAYS;
      if ((days[at] as number) > day || (days[at + 1] as number) <= day) continue;
      if (knownAt === undefined) return row;
      const known = row * INSTANTS;
      if ((instants[known] as number) <= knownAt && (instants[known + 1] as number) > knownAt) {
        return row;
      }
    }
    return -1;
  }
}

/** The same numbers with others from a place on, in larger room where they need it. */
const taken = <T extends Float64Array | Int32Array>(
  numbers: T,
  from: number,
  bytes: Uint8Array,
): T => {
  const size = numbers.BYTES_PER_ELEMENT;
  const needed = from + bytes.byteLength / size;
  const roomy = needed <= numbers.length ? numbers : larger(numbers, needed);
  new Uint8Array(roomy.buffer).set(bytes, from * size);
  return roomy;
};

export const larger = <T extends Float64Array | Int32Array>(numbers: T, needed: number): T => {
  const length = Math.max(numbers.length * 2, needed);
  const more = new (numbers.constructor as new (length: number) => T)(length);
  more.set(numbers);
  return more;
};
