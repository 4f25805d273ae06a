import { FACTS, goingOnHereBits } from './measure-pack.js';
import { startOfLog, type Position } from '@klimaspur/event-store';
import { OPEN } from './schema.js';
import type { Statements } from './statements.js';
import { TextIndex } from './text-index.js';
import { larger, TwoTimeRows } from './two-time-rows.js';

interface PackRow {
  readonly measure: number;
  readonly municipality: number;
  readonly published: number;
  readonly position: number;
  readonly present: number;
  readonly rows: Uint8Array;
  readonly texts: Uint8Array;
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
  readonly texts = new TextIndex();
  private slots = new Map<number, number>();
  private heads = new Int32Array(1024 * HEAD);
  private rows = new TwoTimeRows(FACTS);
  private live = 0;
  private upTo: number = Number(startOfLog satisfies Position);

  /** Takes over what has changed since the last time. */
  refresh(db: Statements): void {
    if (this.rows.used > 4096 && this.rows.used > this.live * 2) this.forget();
    const rows = db
      .prepare('SELECT * FROM measure_pack WHERE position > ? ORDER BY position')
      .iterate(this.upTo) as Iterable<unknown> as Iterable<PackRow>;
    let last = this.upTo;
    for (const row of rows) {
      this.put(row);
      last = row.position;
    }
    if (last !== this.upTo) this.texts.forgetFound();
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
    const { heads, rows } = this;
    const { facts } = rows;
    const counted = knownAt === undefined ? PRESENT : COUNT;
    const seen = byKey(towns);
    const hit = { measure: 0, municipality: 0, bits: 0, lastNews: 0, plannedEnd: 0 };
    const chosen = among && this.slotsOf(among);
    const end = chosen ? chosen.length : this.slots.size;
    for (let n = 0; n < end; n++) {
      const head = (chosen ? (chosen[n] as number) : n) * HEAD;
      const town = heads[head + TOWN] as number;
      const visible = seen[town];
      if (!visible || (visible === PUBLISHED && heads[head + IS_PUBLISHED] === 0)) continue;
      const first = heads[head + FIRST] as number;
      const row = rows.rowOn(first, first + (heads[head + counted] as number), day, knownAt);
      if (row < 0) continue;
      const at = row * FACTS;
      hit.measure = heads[head + MEASURE] as number;
      hit.municipality = town;
      hit.bits = facts[at] as number;
      if (stay.has(hit.measure)) hit.bits = goingOnHereBits(hit.bits);
      hit.lastNews = facts[at + 1] as number;
      hit.plannedEnd = facts[at + 2] as number;
      visit(hit);
    }
  }

  /** The key of the town a measure belongs to. */
  townOf(measure: number): number {
    const slot = this.slots.get(measure);
    return slot === undefined ? 0 : (this.heads[slot * HEAD + TOWN] as number);
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

  private put({ measure, municipality, published, present, rows, texts }: PackRow): void {
    let slot = this.slots.get(measure);
    if (slot === undefined) {
      slot = this.slots.size;
      this.slots.set(measure, slot);
      if (slot * HEAD === this.heads.length) this.heads = larger(this.heads, slot * HEAD * 2);
    } else this.live -= this.heads[slot * HEAD + COUNT] as number;
    const first = this.rows.used;
    const count = this.rows.add(rows);
    this.heads.set([measure, municipality, published, first, present, count], slot * HEAD);
    this.live += count;
    this.texts.put(measure, texts);
  }

  /** Rows that were replaced are left behind; when they are the most, everything is read anew. */
  private forget(): void {
    Object.assign(this, new IntervalIndex());
  }
}

/** What is kept of a measure, side by side, so that it is read at once. */
const [MEASURE, TOWN, IS_PUBLISHED, FIRST, PRESENT, COUNT] = [0, 1, 2, 3, 4, 5] as const;
const HEAD = 8;

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
