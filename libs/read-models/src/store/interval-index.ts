import { INSTANTS, NUMBERS, unpack } from './measure-pack.js';
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

/** One measure at one moment. */
export interface Hit {
  readonly measure: number;
  readonly municipality: number;
  readonly bits: number;
  readonly lastNews: number;
  readonly plannedEnd: number;
}

/** Who may be seen: for a town's key true where drafts too, false where only what is published. */
export type SeenTowns = ReadonlyMap<number, boolean>;

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
    for (const row of rows) {
      this.put(row);
      this.upTo = row.position;
    }
  }

  /** Visits each measure that is there and may be seen, once. `knownAt` absent: all that is known. */
  scan(
    day: number,
    knownAt: number | undefined,
    towns: SeenTowns,
    visit: (hit: Hit) => void,
  ): void {
    const { measure, municipality, published, start, present, count, instants, numbers } = this;
    for (let slot = 0; slot < measure.length; slot++) {
      const town = municipality[slot] as number;
      const drafts = towns.get(town);
      if (drafts === undefined || (!drafts && published[slot] === 0)) continue;
      const first = start[slot] as number;
      const end = first + ((knownAt === undefined ? present[slot] : count[slot]) as number);
      for (let row = first; row < end; row++) {
        const at = row * NUMBERS;
        if ((numbers[at] as number) > day || (numbers[at + 1] as number) <= day) continue;
        if (knownAt !== undefined) {
          const known = row * INSTANTS;
          if ((instants[known] as number) > knownAt || (instants[known + 1] as number) <= knownAt)
            continue;
        }
        visit({
          measure: measure[slot] as number,
          municipality: town,
          bits: numbers[at + 2] as number,
          lastNews: numbers[at + 3] as number,
          plannedEnd: numbers[at + 4] as number,
        });
        break;
      }
    }
  }

  private put({ measure, municipality, published, present, rows: bytes }: PackRow): void {
    const { rows, instants, numbers } = unpack(bytes);
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
    this.instants.set(instants, this.used * INSTANTS);
    this.numbers.set(numbers, this.used * NUMBERS);
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

/** Instants of rows that still hold lie first in a pack. */
export const isPresent = ({ knownTo }: { readonly knownTo: number }): boolean => knownTo === OPEN;
