import { openDatabase } from './open.js';
import type { Sql, Value } from './sql/sql-database.js';
import { type Table, tables } from './sql/tables.js';

const ROWS_AT_ONCE = 500;

type Row = Readonly<Record<string, Value>>;

/** Something is kept already where a vault was to be copied to. Nothing was changed. */
export class VaultNotEmpty extends Error {
  readonly code = 'vault/not-empty';

  constructor() {
    super('vault/not-empty');
    this.name = 'VaultNotEmpty';
  }
}

/**
 * Copies what one vault holds at one moment into an empty one: all, or only some tables of it. Answers how many rows that
 * were. Throws VaultNotEmpty.
 */
export async function copyVault(
  from: string,
  to: string,
  only: (table: string) => boolean = () => true,
): Promise<number> {
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      return await source.snapshot((read) => target.fill((write) => copyTables(read, write, only)));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyTables(
  read: Sql,
  write: Sql,
  only: (table: string) => boolean,
): Promise<number> {
  for (const { name } of tables) {
    if ((await write.all(`SELECT 1 FROM ${name} LIMIT 1`)).length > 0) throw new VaultNotEmpty();
  }
  let count = 0;
  for (const table of tables.filter(({ name }) => only(name))) {
    for await (const rows of rowsOf(read, table)) {
      await write.run(insertOf(table, rows.length), ...valuesOf(table, rows));
      count += rows.length;
    }
  }
  return count;
}

const columnsOf = ({ key, others }: Table): readonly string[] => [...key, ...others];

/** By their key, so that a long table costs no more than a short one at a time. */
async function* rowsOf(read: Sql, table: Table): AsyncGenerator<readonly Row[]> {
  const { name, key } = table;
  const after = key.map((_column, index) => `$${index + 1}`);
  const part = `ORDER BY ${key.join(', ')} LIMIT ${ROWS_AT_ONCE}`;
  const select = `SELECT ${columnsOf(table).join(', ')} FROM ${name}`;
  let rows = await read.all<Row>(`${select} ${part}`);
  while (rows.length > 0) {
    yield rows;
    const last = rows.at(-1)!;
    rows = await read.all<Row>(
      `${select} WHERE (${key.join(', ')}) > (${after.join(', ')}) ${part}`,
      ...key.map((column) => last[column]!),
    );
  }
}

const insertOf = (table: Table, count: number): string => {
  const columns = columnsOf(table);
  const rows = Array.from({ length: count }, (_row, row) => {
    const places = columns.map((_column, index) => `$${row * columns.length + index + 1}`);
    return `(${places.join(', ')})`;
  });
  return `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES ${rows.join(', ')}`;
};

const valuesOf = (table: Table, rows: readonly Row[]): Value[] =>
  rows.flatMap((row) => columnsOf(table).map((column) => row[column]!));
