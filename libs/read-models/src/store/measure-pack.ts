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

type Times = Pick<PackedRow, 'knownFrom' | 'knownTo' | 'validFrom' | 'validTo'>;

/** Columns of a row in the parts of a pack: instants as doubles, then days, then facts as integers; texts have no facts. */
export const INSTANTS = 2;
export const DAYS = 2;
export const FACTS = 3;
export const NONE = -0x80000000;

const bytesOfRow = (facts: number): number =>
  INSTANTS * Float64Array.BYTES_PER_ELEMENT + (DAYS + facts) * Int32Array.BYTES_PER_ELEMENT;

const packed = <Row extends Times>(
  rows: readonly Row[],
  width: number,
  write?: (row: Row, facts: Int32Array, at: number) => void,
): Uint8Array => {
  const buffer = new ArrayBuffer(rows.length * bytesOfRow(width));
  const instants = new Float64Array(buffer, 0, rows.length * INSTANTS);
  const days = new Int32Array(buffer, instants.byteLength, rows.length * DAYS);
  const facts = new Int32Array(buffer, instants.byteLength + days.byteLength);
  rows.forEach((row, at) => {
    instants[at * INSTANTS] = row.knownFrom;
    instants[at * INSTANTS + 1] = row.knownTo;
    days[at * DAYS] = row.validFrom;
    days[at * DAYS + 1] = row.validTo;
    write?.(row, facts, at * width);
  });
  return new Uint8Array(buffer);
};

/** When the texts of a measure hold, in the order of their numbers. */
export const packTexts = (texts: readonly Times[]): Uint8Array => packed(texts, 0);

/** More texts than one measure will ever have; the key of a measure times this stays an exact number. */
const TEXTS_OF_ONE = 2 ** 24;

/** Numbered by the story of the measure alone, so that every replay gives a text the same row. */
export const textRow = (measure: number, nth: number): number => measure * TEXTS_OF_ONE + nth;
export const measureOfText = (row: number): number => Math.floor(row / TEXTS_OF_ONE);
export const nthOfText = (row: number): number => row % TEXTS_OF_ONE;

/** All rows of one measure in one value, so that the rows of all measures are read in a moment. */
export const pack = (rows: readonly PackedRow[]): Uint8Array =>
  packed(rows, FACTS, (row, facts, at) => {
    facts[at] =
      row.status |
      (row.late << 4) |
      (row.stale << 6) |
      (row.unclear << 7) |
      (row.decision << 8) |
      (row.implementation << 13) |
      ((row.here ?? 0) << 17) |
      (row.own << 26);
    facts[at + 1] = row.lastNews ?? NONE;
    facts[at + 2] = row.plannedEnd ?? NONE;
  });

/** The parts of a pack as bytes: a value of a database may lie at any address, and numbers may not. */
export const partsOf = (
  bytes: Uint8Array,
  width: number,
): { rows: number; instants: Uint8Array; days: Uint8Array; facts: Uint8Array } => {
  const rows = bytes.byteLength / bytesOfRow(width);
  const days = rows * INSTANTS * Float64Array.BYTES_PER_ELEMENT;
  const facts = days + rows * DAYS * Int32Array.BYTES_PER_ELEMENT;
  return {
    rows,
    instants: bytes.subarray(0, days),
    days: bytes.subarray(days, facts),
    facts: bytes.subarray(facts),
  };
};

/** What the first of the facts of a row says. */
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
