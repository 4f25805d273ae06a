/** What goes into a statement, at its `$1`, `$2` and so on. */
export type Value = string | number | Uint8Array | null;

/** Statements that every database understands which a vault may lie in. */
export interface Sql {
  /** The values of the JSON list at `$1`, for `IN`. */
  readonly listed: string;

  /** Milliseconds since 1970 by the clock of the database. */
  readonly clock: string;

  all<Row>(statement: string, ...values: readonly Value[]): Promise<Row[]>;

  /** Answers how many rows it touched. */
  run(statement: string, ...values: readonly Value[]): Promise<number>;
}

/** Where a vault lies. Whatever would keep something under the pseudonym of an erased person throws PersonErased. */
export interface SqlDatabase extends Sql {
  /** All or none, and nobody in between who names the same lock, in whichever process. */
  atOnce<T>(lock: string, work: (sql: Sql) => Promise<T>): Promise<T>;

  /** All or none, of what a fence let through before: for a vault that is copied. */
  fill<T>(work: (sql: Sql) => Promise<T>): Promise<T>;

  /** To read only: everything as it is at one moment, whoever writes meanwhile. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;

  /** Something was deleted: no file that is ours alone holds it any longer than it must. */
  wipe(): Promise<void>;

  publicVersion(): string;

  close(): Promise<void>;
}

/** Taken by whatever decides by who is here. */
export const lockOfPerson = (person: string): string => `person ${person}`;

export const one = async <Row>(rows: Promise<readonly Row[]>): Promise<Row | undefined> =>
  (await rows)[0];
