import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { timeline } from '@klimaspur/domain';
import type { Touched } from './batch.js';
import { isImported, type LogEvent } from './past-reader.js';

/** Writes who may act in which role now. */
export class PersonProjection {
  private readonly clear: StatementSync;
  private readonly insert: StatementSync;

  constructor(db: DatabaseSync) {
    this.clear = db.prepare('DELETE FROM person_role WHERE person = ?');
    this.insert = db.prepare('INSERT INTO person_role VALUES (?, ?, ?)');
  }

  project({ history, id }: Touched): void {
    const roles = new Map<string, [role: string, municipality: string]>();
    for (const { type, data } of timeline(history)) {
      const { role, municipality = '' } = data as { role?: string; municipality?: string };
      if (role === undefined) continue;
      if (type === 'PersonRoleGranted') roles.set(`${role} ${municipality}`, [role, municipality]);
      if (type === 'PersonRoleRevoked') roles.delete(`${role} ${municipality}`);
    }
    this.clear.run(id);
    for (const [role, municipality] of roles.values()) this.insert.run(id, role, municipality);
  }
}

interface Source {
  readonly system: string;
  readonly town?: string;
  readonly key: string;
}

/** Remembers what imports brought and wrote, so that the next one finds it again. */
export class ImportProjection {
  private readonly key: StatementSync;
  private readonly value: StatementSync;
  private readonly run: StatementSync;
  private readonly measure: StatementSync;
  private readonly measuresIn: StatementSync;

  constructor(db: DatabaseSync) {
    this.key = db.prepare('INSERT OR IGNORE INTO external_key VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.value = db.prepare('INSERT OR IGNORE INTO imported_value VALUES (?, ?, ?, ?, ?, ?)');
    this.run = db.prepare('INSERT OR IGNORE INTO import_run VALUES (?)');
    this.measure = db.prepare('INSERT OR IGNORE INTO import_measure VALUES (?, ?)');
    this.measuresIn = db.prepare(
      `SELECT i.measure FROM import_measure i JOIN stream s ON s.key = i.measure
      WHERE i.correlation = ? AND s.municipality = ? ORDER BY i.measure`,
    );
  }

  project(event: LogEvent, category: string, streamId: string, stream: number): void {
    const { type, data, revision, metadata } = event;
    const { correlationId } = metadata as { correlationId?: string };
    const source = (data['text'] as { source?: Source } | undefined)?.source;
    const subject = (data['measure'] ?? data['field'] ?? streamId) as string;
    if (source?.key !== undefined) {
      const kind = data['field'] === undefined ? category : 'field';
      this.key.run(source.system, source.town ?? '', source.key, kind, subject, stream, revision);
    }
    if (correlationId === undefined || !isImported(metadata)) return;
    this.value.run(subject, type, revision, event.id, stream, correlationId);
    if (type === 'PlanImportCompleted') this.run.run(correlationId);
    // Publishing follows the end of the import, and brings nothing.
    if (category === 'measure' && type !== 'MeasurePublished') {
      this.measure.run(correlationId, stream);
    }
  }

  /** Keys of the measures of a town to which the import that wrote this entry brought something. */
  measuresOf({ metadata }: LogEvent, municipality: number): readonly number[] {
    const { correlationId } = metadata as { correlationId?: string };
    const rows = this.measuresIn.all(correlationId ?? null, municipality) as { measure: number }[];
    return rows.map(({ measure }) => measure);
  }
}
