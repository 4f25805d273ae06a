import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ParkedStream } from '@klimaspur/event-store';

/** A parked stream as the views file keeps it, in one transaction with the checkpoint. */
export interface Parked extends Omit<ParkedStream, 'since'> {
  readonly since: number;
  /** The last revision that was tried. */
  readonly last: number;
  /** The first event that could not even be filed in log order; only a rebuild can do that later. */
  readonly unfiled: number | null;
}

const COLUMNS = 'stream, event, type, revision, error, since, tries, last, unfiled';

/** The streams that are left where they were. */
export class Parking {
  private readonly select: StatementSync;
  private readonly insert: StatementSync;
  private readonly remove: StatementSync;
  private readonly known: Map<string, Parked>;

  constructor(db: DatabaseSync) {
    this.select = db.prepare(`SELECT ${COLUMNS} FROM parked ORDER BY since, stream`);
    this.insert = db.prepare(
      `INSERT OR REPLACE INTO parked (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.remove = db.prepare('DELETE FROM parked WHERE stream = ?');
    this.known = new Map(this.read().map((one) => [one.stream, one]));
  }

  get all(): readonly Parked[] {
    return [...this.known.values()];
  }

  get(stream: string): Parked | undefined {
    return this.known.get(stream);
  }

  park(parked: Parked): void {
    const { stream, event, type, revision, error, since, tries, last, unfiled } = parked;
    this.insert.run(stream, event, type, revision, error, since, tries, last, unfiled);
    this.known.set(stream, parked);
  }

  release(stream: string): void {
    if (this.known.delete(stream)) this.remove.run(stream);
  }

  /** After a rollback the file alone knows. */
  forget(): void {
    this.known.clear();
    for (const one of this.read()) this.known.set(one.stream, one);
  }

  private read(): Parked[] {
    return this.select.all() as unknown as Parked[];
  }
}

/** The same for those who read the file. */
export const parkedIn = (rows: readonly Parked[]): ParkedStream[] =>
  rows.map(({ stream, event, type, revision, error, since, tries }) => ({
    ...{ stream, event, type, revision, error, tries },
    since: new Date(since).toISOString(),
  }));
