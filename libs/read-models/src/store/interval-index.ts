import { goingOnHereBits, halves, INSTANTS, NUMBERS } from './measure-pack.js';
import { startOfLog, type Position } from '@klimaspur/event-store';
import { OPEN } from './schema.js';
import type { Statements } from './statements.js';

interface PackRow {
  readonly measure: number;
  readonly municipality: number;
  readonly published: number;
  readonly position: number;
  readonly present: number;
  readonly rows: Uint8Array;
}

/** One measure at one moment. The next one takes its place: what shall be kept is copied. */
export interface Hit {
  readonly measure: number;
  readonly municipality: number;
  readonly bits: number;
  readonly lastNews: number;
  readonly plannedEnd: number;
}

/** What may be seen. */
export interface Seen {
  /** For a town's key true where drafts too, false where only what is published. */
  readonly towns: ReadonlyMap<number, boolean>;
  /** Measures that go on elsewhere, where nothing of that is seen. */
  readonly stay: ReadonlySet<number>;
}

/**
 * The interval rows of all measures in typed arrays: questions over all towns would read a million
 * rows of SQL, and here look at each measure once. Brought up to date before each question.
 */
export class IntervalIndex {
  private slots = new Map<number, number>();
  private measure: number[] = [];
  private municipality: number[] = [];
  private published: number[] = [];
  private start: number[] = [];
  private present: number[] = [];
  private count: number[] = [];
  private instants = new Float64Array(1024 * INSTANTS);
  private numbers = new Int32Array(1024 * NUMBERS);
  private used = 0;
  private live = 0;
  private upTo: number = Number(startOfLog satisfies Position);

  /** Takes over what has changed since the last time. */
  refresh(db: Statements): void {
    if (this.used > 4096 && this.used > this.live * 2) this.forget();
    const rows = db
      .prepare('SELECT * FROM measure_pack WHERE position > ? ORDER BY position')
      .iterate(this.upTo) as Iterable<unknown> as Iterable<PackRow>;
    let last = this.upTo;
    for (const row of rows) {
      this.put(row);
      last = row.position;
    }
    // At the end: several measures may change at one position, and reading may fail between them.
    this.upTo = last;
  }

  /** Visits each measure that is there and may be seen, once; only those `among` these keys, if given. `knownAt` absent: all that is known. */
  scan(
    day: number,
    knownAt: number | undefined,
    { towns, stay }: Seen,
    visit: (hit: Hit) => void,
    among?: readonly number[],
  ): void {
    const { measure, municipality, published, numbers } = this;
    const seen = byKey(towns);
    const hit = { measure: 0, municipality: 0, bits: 0, lastNews: 0, plannedEnd: 0 };
    const chosen = among && this.slotsOf(among);
    const end = chosen ? chosen.length : measure.length;
    for (let n = 0; n < end; n++) {
      const slot = chosen ? (chosen[n] as number) : n;
      const town = municipality[slot] as number;
      const visible = seen[town];
      if (!visible || (visible === PUBLISHED && published[slot] === 0)) continue;
      const row = this.rowOf(slot, day, knownAt);
      if (row < 0) continue;
      const at = row * NUMBERS;
      hit.measure = measure[slot] as number;
      hit.municipality = town;
      hit.bits = numbers[at + 2] as number;
      if (stay.has(hit.measure)) hit.bits = goingOnHereBits(hit.bits);
      hit.lastNews = numbers[at + 3] as number;
      hit.plannedEnd = numbers[at + 4] as number;
      visit(hit);
    }
  }

  /** The key of the town a measure belongs to. */
  townOf(measure: number): number {
    return this.municipality[this.slots.get(measure) ?? -1] ?? 0;
  }

  /** In their order in memory: rows that lie far apart are slow to read. */
  private slotsOf(keys: readonly number[]): Int32Array {
    const slots = new Int32Array(keys.length);
    let count = 0;
    for (const key of keys) {
      const slot = this.slots.get(key);
      if (slot !== undefined) slots[count++] = slot;
    }
    return slots.subarray(0, count).sort();
  }

  /** Of the rows of a measure the one that holds on a day; -1: none. */
  private rowOf(slot: number, day: number, knownAt: number | undefined): number {
    const { start, present, count, instants, numbers } = this;
    const first = start[slot] as number;
    const end = first + ((knownAt === undefined ? present[slot] : count[slot]) as number);
    for (let row = first; row < end; row++) {
      const at = row * NUMBERS;
      if ((numbers[at] as number) > day || (numbers[at + 1] as number) <= day) continue;
      if (knownAt === undefined) return row;
      const known = row * INSTANTS;
      if ((instants[known] as number) <= knownAt && (instants[known + 1] as number) > knownAt)
        return row;
    }
    return -1;
  }

  private put({ measure, municipality, published, present, rows: bytes }: PackRow): void {
    const { rows, instants, numbers } = halves(bytes);
    let slot = this.slots.get(measure);
    if (slot === undefined) {
      slot = this.measure.length;
      this.slots.set(measure, slot);
      this.measure.push(measure);
    } else this.live -= this.count[slot] as number;
    this.makeRoom(rows);
    this.municipality[slot] = municipality;
    this.published[slot] = published;
    this.start[slot] = this.used;
    this.present[slot] = present;
    this.count[slot] = rows;
    bytesOf(this.instants).set(instants, this.used * INSTANTS * this.instants.BYTES_PER_ELEMENT);
    bytesOf(this.numbers).set(numbers, this.used * NUMBERS * this.numbers.BYTES_PER_ELEMENT);
    this.used += rows;
    this.live += rows;
  }

  private makeRoom(rows: number): void {
    const room = this.numbers.length / NUMBERS;
    if (this.used + rows <= room) return;
    const more = Math.max(room * 2, this.used + rows);
    const instants = new Float64Array(more * INSTANTS);
    instants.set(this.instants);
    this.instants = instants;
    const numbers = new Int32Array(more * NUMBERS);
    numbers.set(this.numbers);
    this.numbers = numbers;
  }

  /** Rows that were replaced are left behind; when they are the most, everything is read anew. */
  private forget(): void {
    Object.assign(this, new IntervalIndex());
  }
}

const bytesOf = ({ buffer }: Float64Array | Int32Array): Uint8Array => new Uint8Array(buffer);

const PUBLISHED = 1;
const DRAFTS_TOO = 2;

/** The same by place, since a map would be asked once for each measure; 0: not to be seen. */
const byKey = (towns: Seen['towns']): Uint8Array => {
  const seen = new Uint8Array(Math.max(0, ...towns.keys()) + 1);
  for (const [key, drafts] of towns) seen[key] = drafts ? DRAFTS_TOO : PUBLISHED;
  return seen;
};

/** Instants of rows that still hold lie first in a pack. */
export const isPresent = ({ knownTo }: { readonly knownTo: number }): boolean => knownTo === OPEN;
