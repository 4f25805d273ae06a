import type { DatabaseSync } from 'node:sqlite';
import type { Erasure, FileUpload, KeptFile, KeptFiles } from '../kept-file.js';
import { atOnce } from './at-once.js';

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
  constructor(
    private readonly db: DatabaseSync,
    private readonly emptyLog: () => void,
  ) {}

  async keep(file: Omit<KeptFile, 'erased'>, upload: FileUpload): Promise<void> {
    const { sha256, person, municipality, name, uploadedAt } = upload;
    atOnce(this.db, () => {
      this.db
        .prepare('INSERT INTO files VALUES (?, ?, ?, NULL, NULL, NULL) ON CONFLICT DO NOTHING')
        .run(file.sha256, file.mediaType, file.bytes);
      this.db
        .prepare('REPLACE INTO file_uploads VALUES (?, ?, ?, ?, ?)')
        .run(sha256, person, municipality, name, uploadedAt);
    });
  }

  async some(hashes: Iterable<string>): Promise<Map<string, KeptFile>> {
    const rows = this.db
      .prepare('SELECT * FROM files WHERE sha256 IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify([...hashes])) as unknown as FileRow[];
    return new Map(rows.map((row) => [row.sha256, fileOf(row)]));
  }

  async uploads(sha256: string): Promise<FileUpload[]> {
    const rows = this.db
      .prepare('SELECT * FROM file_uploads WHERE sha256 = ? ORDER BY uploaded_at, person')
      .all(sha256) as unknown as UploadRow[];
    return rows.map(({ uploaded_at, ...row }) => ({ ...row, uploadedAt: uploaded_at }));
  }

  async erase(sha256: string, { at, reason, by }: Erasure): Promise<void> {
    atOnce(this.db, () => {
      this.db
        .prepare('UPDATE files SET erased_at = ?, reason = ?, erased_by = ? WHERE sha256 = ?')
        .run(at, reason, by ?? null, sha256);
      this.forgetUploads(sha256);
    });
    this.emptyLog();
  }

  async before(instant: number): Promise<string[]> {
    const rows = this.db
      .prepare(
        `SELECT sha256 FROM files f WHERE erased_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM file_uploads u WHERE u.sha256 = f.sha256 AND u.uploaded_at >= ?)
        ORDER BY sha256`,
      )
      .all(instant) as unknown as { sha256: string }[];
    return rows.map(({ sha256 }) => sha256);
  }

  async drop(sha256: string): Promise<void> {
    atOnce(this.db, () => {
      this.forgetUploads(sha256);
      this.db.prepare('DELETE FROM files WHERE sha256 = ?').run(sha256);
    });
    this.emptyLog();
  }

  private forgetUploads(sha256: string): void {
    this.db.prepare('DELETE FROM file_uploads WHERE sha256 = ?').run(sha256);
  }
}
