import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { told } from '../sql/fence.js';
import type { Sql, SqlDatabase, Value } from '../sql/sql-database.js';
import { IN_MEMORY, openVaultFile } from './schema.js';

const BUSY = 5;
const TRIES = 20;
const AGAIN_MS = 100;

/** What takes several statements, by file: others of this thread must not make it stand still while they wait for it. */
const underWay = new Map<unknown, Promise<unknown>>();

/** What `publicVersion` said, by file: asked by every request, read once for all that come in one turn of the event loop. */
const versions = new Map<unknown, string>();

/** One file. A statement is done at once; what takes several keeps the others of this process waiting. */
export class SqliteDatabase implements SqlDatabase {
  readonly listed = 'SELECT value FROM json_each($1)';
  readonly clock = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
  private readonly prepared = new Map<string, StatementSync>();

  /** `file` is the same for all that have the same file open. */
  private constructor(
    private readonly db: DatabaseSync,
    private readonly file: unknown,
  ) {}

  static open(file: string): SqliteDatabase {
    const db = openVaultFile(file);
    return new SqliteDatabase(db, file === IN_MEMORY ? db : resolve(file));
  }

  async all<Row>(statement: string, ...values: readonly Value[]): Promise<Row[]> {
    return this.patiently(() => this.read<Row>(statement, values));
  }

  async run(statement: string, ...values: readonly Value[]): Promise<number> {
    return this.patiently(() => this.write(statement, values));
  }

  /** Taken for writing from the start, so that two readers cannot both win. */
  atOnce<T>(_lock: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN IMMEDIATE', work);
  }

  fill<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN IMMEDIATE', work);
  }

  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN', work);
  }

  /** The write-ahead log still holds what was deleted until it is emptied. */
  async wipe(): Promise<void> {
    const empty = this.statement('PRAGMA wal_checkpoint(TRUNCATE)');
    await this.patiently(() => {
      const { busy } = empty.get() as { busy: number };
      if (busy !== 0) throw new Held();
    }).catch((error: unknown) => {
      // Whoever reads for that long keeps it from being emptied; the next one does it.
      if (!(error instanceof Held)) throw error;
    });
  }

  publicVersion(): string {
    const known = versions.get(this.file);
    if (known !== undefined) return known;
    const [row] = this.read<{ version: number }>('SELECT version FROM public_version', []);
    const version = String(row!.version);
    versions.set(this.file, version);
    setImmediate(() => versions.delete(this.file));
    return version;
  }

  async close(): Promise<void> {
    while (underWay.has(this.file)) await underWay.get(this.file);
    if (this.db.isOpen) this.db.close();
  }

  private transaction<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.patiently(() => {
      this.db.exec(begin);
      const result = this.finish(work);
      underWay.set(
        this.file,
        result.catch(() => undefined),
      );
      return result;
    });
  }

  /** Waits for what is under way here, and asks again while another process holds the file: nobody else has to wait for that. */
  private async patiently<T>(work: () => T | Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      while (underWay.has(this.file)) await underWay.get(this.file);
      try {
        return work();
      } catch (error) {
        if (!isHeld(error) || tries === TRIES) throw error;
      }
      await delay(AGAIN_MS);
    }
  }

  private async finish<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    try {
      const result = await work({
        listed: this.listed,
        clock: this.clock,
        all: async (statement, ...values) => this.read(statement, values),
        run: async (statement, ...values) => this.write(statement, values),
      });
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has taken it back already.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    } finally {
      versions.delete(this.file);
      underWay.delete(this.file);
    }
  }

  private read<Row>(statement: string, values: readonly Value[]): Row[] {
    return this.statement(statement).all(named(values)) as unknown as Row[];
  }

  private write(statement: string, values: readonly Value[]): number {
    versions.delete(this.file);
    try {
      return Number(this.statement(statement).run(named(values)).changes);
    } catch (error) {
      throw told(error);
    }
  }

  private statement(text: string): StatementSync {
    const known = this.prepared.get(text);
    if (known) return known;
    const statement = this.db.prepare(text);
    this.prepared.set(text, statement);
    return statement;
  }
}

/** What the database says without an error. */
class Held extends Error {
  readonly errcode = BUSY;
}

/** Nothing was done. */
const isHeld = (error: unknown): boolean =>
  ((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY;

/** SQLite takes `$1` for a name. */
const named = (values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
