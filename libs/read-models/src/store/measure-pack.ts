/** One span of both times of one measure, in numbers. `late`: 0 no, 1 start, 2 end. */
export interface PackedRow {
  readonly knownFrom: number;
  readonly knownTo: number;
  readonly validFrom: number;
  readonly validTo: number;
  readonly status: number;
  readonly late: number;
  readonly stale: number;
  readonly unclear: number;
  /** A project of allies. */
  readonly own: number;
  readonly decision: number;
  readonly implementation: number;
  /** Status and, 4 bits higher, decision for whoever sees none of the heirs; null: there are none. */
  readonly here: number | null;
  /** A `newsNumber`. */
  readonly lastNews: number | null;
  readonly plannedEnd: number | null;
}

/** Columns of a row in the two halves of a pack: instants as doubles, the rest as integers. */
export const INSTANTS = 2;
export const NUMBERS = 5;
export const NONE = -0x80000000;

const ROW_BYTES = INSTANTS * 8 + NUMBERS * 4;

/** All rows of one measure in one value, so that the rows of all measures are read in a moment. */
export const pack = (rows: readonly PackedRow[]): Uint8Array => {
  const buffer = new ArrayBuffer(rows.length * ROW_BYTES);
  const instants = new Float64Array(buffer, 0, rows.length * INSTANTS);
  const numbers = new Int32Array(buffer, rows.length * INSTANTS * 8);
  rows.forEach((row, at) => {
    instants[at * INSTANTS] = row.knownFrom;
    instants[at * INSTANTS + 1] = row.knownTo;
    numbers[at * NUMBERS] = row.validFrom;
    numbers[at * NUMBERS + 1] = row.validTo;
    numbers[at * NUMBERS + 2] =
      row.status |
      (row.late << 4) |
      (row.stale << 6) |
      (row.unclear << 7) |
      (row.decision << 8) |
      (row.implementation << 13) |
      ((row.here ?? 0) << 17) |
      (row.own << 26);
    numbers[at * NUMBERS + 3] = row.lastNews ?? NONE;
    numbers[at * NUMBERS + 4] = row.plannedEnd ?? NONE;
  });
  return new Uint8Array(buffer);
};

/** The two halves of a pack as bytes: a value of a database may lie at any address, and numbers may not. */
export const halves = (
  bytes: Uint8Array,
): { rows: number; instants: Uint8Array; numbers: Uint8Array } => {
  const rows = bytes.byteLength / ROW_BYTES;
  const middle = rows * INSTANTS * Float64Array.BYTES_PER_ELEMENT;
  return { rows, instants: bytes.subarray(0, middle), numbers: bytes.subarray(middle) };
};

/** What the third number of a row says. */
export const statusIn = (bits: number): number => bits & 15;
export const lateIn = (bits: number): number => (bits >> 4) & 3;
export const staleIn = (bits: number): number => (bits >> 6) & 1;
export const unclearIn = (bits: number): number => (bits >> 7) & 1;
export const decisionIn = (bits: number): number => (bits >> 8) & 31;
export const ownIn = (bits: number): number => (bits >> 26) & 1;
export const implementationIn = (bits: number): number => (bits >> 13) & 15;

/** The same number where the measure is taken to go on here. */
export const goingOnHereBits = (bits: number): number => {
  const here = (bits >> 17) & 511;
  return (bits & ~(15 | (31 << 8))) | (here & 15) | ((here >> 4) << 8);
};
