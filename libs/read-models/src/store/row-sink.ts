/** What a column holds. */
export type Cell = number | string | null | Uint8Array;

/** Takes the rows of one table. */
export interface RowSink {
  /** One cell for each column. */
  add(row: readonly Cell[]): void;
  /** To be called before anybody reads what was added. */
  flush(): void;
  /** Forgets what waits: its transaction is given up. */
  discard(): void;
}

/** Opens the way of rows to a table. */
export type RowsTo = (table: string, columns: readonly string[]) => RowSink;
