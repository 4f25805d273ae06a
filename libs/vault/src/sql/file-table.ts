import type { Erasure, FileUpload, KeptFile, KeptFiles } from '../kept-file.js';
import type { Sql, SqlDatabase } from './sql-database.js';

interface FileRow {
  readonly sha256: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly erased_at: number | null;
  readonly reason: string | null;
  readonly erased_by: string | null;
}

interface UploadRow {
  readonly sha256: string;
  readonly person: string;
  readonly municipality: string;
  readonly name: string;
  readonly uploaded_at: number;
}

const fileOf = ({ sha256, media_type, bytes, erased_at, ...row }: FileRow): KeptFile => {
  const file = { sha256, mediaType: media_type, bytes };
  if (erased_at === null) return file;
  const by = row.erased_by === null ? {} : { by: row.erased_by };
  return { ...file, erased: { at: erased_at, reason: row.reason ?? '', ...by } };
};

/** What was uploaded, and by whom. */
export class FileTable implements KeptFiles {
  constructor(private readonly db: SqlDatabase) {}

  async keep(file: Omit<KeptFile, 'erased'>, upload: FileUpload): Promise<void> {
    const { sha256, person, municipality, name, uploadedAt } = upload;
    await this.db.atOnce(lockOfFile(sha256), async (sql) => {
      await sql.run(
        'INSERT INTO files (sha256, media_type, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        ...[file.sha256, file.mediaType, file.bytes],
      );
      await sql.run(
        `INSERT INTO file_uploads (sha256, person, municipality, name, uploaded_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sha256, person, municipality)
        DO UPDATE SET name = excluded.name, uploaded_at = excluded.uploaded_at`,
        ...[sha256, person, municipality, name, uploadedAt],
      );
    });
  }

  async some(hashes: Iterable<string>): Promise<Map<string, KeptFile>> {
    const rows = await this.db.all<FileRow>(
      `SELECT * FROM files WHERE sha256 IN (${this.db.listed})`,
      JSON.stringify([...hashes]),
    );
    return new Map(rows.map((row) => [row.sha256, fileOf(row)]));
  }

  async uploads(sha256: string): Promise<FileUpload[]> {
    const rows = await this.db.all<UploadRow>(
      'SELECT * FROM file_uploads WHERE sha256 = $1 ORDER BY uploaded_at, person',
      sha256,
    );
    return rows.map(({ uploaded_at, ...row }) => ({ ...row, uploadedAt: uploaded_at }));
  }

  async erase(sha256: string, { at, reason, by }: Erasure): Promise<void> {
    await this.db.atOnce(lockOfFile(sha256), async (sql) => {
      await sql.run(
        'UPDATE files SET erased_at = $1, reason = $2, erased_by = $3 WHERE sha256 = $4',
        ...[at, reason, by ?? null, sha256],
      );
      await forgetUploads(sql, sha256);
    });
    await this.db.wipe();
  }

  async before(instant: number): Promise<string[]> {
    const rows = await this.db.all<{ sha256: string }>(
      `SELECT sha256 FROM files f WHERE erased_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM file_uploads u WHERE u.sha256 = f.sha256 AND u.uploaded_at >= $1)
      ORDER BY sha256`,
      instant,
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async drop(sha256: string): Promise<void> {
    await this.db.atOnce(lockOfFile(sha256), async (sql) => {
      await forgetUploads(sql, sha256);
      await sql.run('DELETE FROM files WHERE sha256 = $1', sha256);
    });
    await this.db.wipe();
  }
}

const lockOfFile = (sha256: string): string => `file ${sha256}`;

const forgetUploads = (sql: Sql, sha256: string): Promise<number> =>
  sql.run('DELETE FROM file_uploads WHERE sha256 = $1', sha256);
