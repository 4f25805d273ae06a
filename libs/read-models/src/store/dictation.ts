import type { DatabaseSync } from 'node:sqlite';
import type { Cell, RowSink, RowsTo } from './row-sink.js';
import { RowWriter } from './statements.js';

/** Some rows of one table on their way to another thread: a few large values are sent much faster than many small ones. */
export interface Sheet {
  readonly table: string;
  readonly columns: readonly string[];
  /** Row by row: a number itself, how long a text or how many bytes it is, NaN for null. */
  readonly cells: Float64Array<ArrayBuffer>;
  /** All texts, one behind the other. */
  readonly texts: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is given away with sheets instead of being copied. */
export const givenAway = (sheets: readonly Sheet[]): ArrayBuffer[] =>
  sheets.flatMap(({ cells, bytes }) => [cells.buffer, bytes.buffer]);

/** Collects rows for whoever writes them. */
export class Dictation {
  private readonly tables: DictatedRows[] = [];

  readonly rowsTo: RowsTo = (table, columns) => {
    const rows = new DictatedRows(table, columns);
    this.tables.push(rows);
    return rows;
  };

  /** What was collected since the last time. */
  take(): Sheet[] {
    return this.tables.filter(({ isEmpty }) => !isEmpty).map((rows) => rows.take());
  }
}

const FIRST_ROOM = 4096;

class DictatedRows implements RowSink {
  private cells = new Float64Array(FIRST_ROOM);
  private cellsUsed = 0;
  private texts = '';
  private bytes = new Uint8Array(FIRST_ROOM);
  private bytesUsed = 0;

  constructor(
    private readonly table: string,
    private readonly columns: readonly string[],
  ) {}

  get isEmpty(): boolean {
    return this.cellsUsed === 0;
  }

  add(row: readonly Cell[]): void {
    this.cells = withRoom(this.cells, this.cellsUsed + row.length);
    for (const cell of row) this.cells[this.cellsUsed++] = this.keep(cell);
  }

  /** Nobody reads it here. */
  flush(): void {}

  discard(): void {
    throw new Error('What was dictated cannot be taken back');
  }

  take(): Sheet {
    const { table, columns, texts } = this;
    const cells = this.cells.slice(0, this.cellsUsed);
    const bytes = this.bytes.slice(0, this.bytesUsed);
    this.cellsUsed = this.bytesUsed = 0;
    this.texts = '';
    return { table, columns, cells, texts, bytes };
  }

  private keep(cell: Cell): number {
    if (typeof cell === 'number') return cell;
    if (cell === null) return NaN;
    if (typeof cell === 'string') {
      this.texts += cell;
      return cell.length;
    }
    this.bytes = withRoom(this.bytes, this.bytesUsed + cell.length);
    this.bytes.set(cell, this.bytesUsed);
    this.bytesUsed += cell.length;
    return cell.length;
  }
}

const withRoom = <T extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  array: T,
  length: number,
): T => {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(2 * length);
  larger.set(array);
  return larger;
};

/** Writes what is dictated. */
export class Scribe {
  private readonly tables = new Map<string, Table>();

  constructor(private readonly db: DatabaseSync) {}

  write(sheets: readonly Sheet[]): void {
    for (const sheet of sheets) this.writeSheet(sheet);
  }

  /** To be called before anybody reads what was written. */
  flush(): void {
    for (const { rows } of this.tables.values()) rows.flush();
  }

  private writeSheet({ table, columns, cells, texts, bytes }: Sheet): void {
    const { rows, types } = this.open(table, columns);
    const row = Array<Cell>(columns.length).fill(null);
    let [text, byte] = [0, 0];
    for (let at = 0; at < cells.length;) {
      for (const [column, type] of types.entries()) {
        const cell = cells[at++] as number;
        if (Number.isNaN(cell)) row[column] = null;
        else if (type === 'TEXT') row[column] = texts.slice(text, (text += cell));
        else if (type === 'BLOB') row[column] = bytes.subarray(byte, (byte += cell));
        else row[column] = cell;
      }
      rows.add(row);
    }
  }

  private open(table: string, columns: readonly string[]): Table {
    let opened = this.tables.get(table);
    if (!opened) {
      const declared = this.db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table);
      const typeOf = new Map(declared.map(({ name, type }) => [name, type]));
      const rows = new RowWriter(this.db, table, columns);
      opened = { rows, types: columns.map((column) => typeOf.get(column)) };
      this.tables.set(table, opened);
    }
    return opened;
  }
}

interface Table {
  readonly rows: RowSink;
  /** As the columns are declared. */
  readonly types: readonly unknown[];
}
