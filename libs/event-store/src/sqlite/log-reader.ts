import type { DatabaseSync } from 'node:sqlite';
import { EventReader, type RecordedEvent, type StreamRange } from '../event-store.js';
import type { Position } from '../position.js';
import { LogQueries } from './log-queries.js';
import { logIdOf, openLog } from './schema.js';

/** A read-only connection of its own to a log.db: for workers beside the process's writer. */
export class SqliteLogReader extends EventReader {
  readonly logId: string;
  private readonly queries: LogQueries;
  private readonly db: DatabaseSync;

  constructor(file: string) {
    super();
    this.db = openLog(file, { readOnly: true });
    this.logId = logIdOf(this.db);
    this.queries = new LogQueries(this.db);
  }

  async readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    return this.queries.stream(stream, range);
  }

  async readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return this.queries.after(after, limit);
  }

  async lastPosition(): Promise<Position | null> {
    return this.queries.lastPosition();
  }

  async streamOf(eventId: string): Promise<string | undefined> {
    return this.queries.streamOf(eventId);
  }

  async close(): Promise<void> {
    this.db.close();
  }
}
