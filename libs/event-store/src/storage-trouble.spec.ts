import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LogWriteFailed, OutcomeUnknown } from './errors.js';
import { storageTrouble } from './storage-trouble.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('trouble with storage', () => {
  it('is seen in what SQLite throws', () => {
    const file = join(folder, 'small.db');
    const db = new DatabaseSync(file);
    db.exec('PRAGMA max_page_count = 2; CREATE TABLE a (b TEXT)');
    const full = thrownBy(() => db.exec(`INSERT INTO a VALUES (zeroblob(100000))`));
    expect(storageTrouble(full)).toBe('no-space');
    db.exec('BEGIN EXCLUSIVE');
    const other = new DatabaseSync(file, { timeout: 0 });
    expect(storageTrouble(thrownBy(() => other.exec('BEGIN IMMEDIATE')))).toBe('held');
    other.close();
    db.close();
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(storageTrouble(thrownBy(() => reader.exec('DELETE FROM a')))).toBe('no-access');
    reader.close();
    writeFileSync(file, 'no database '.repeat(999));
    const none = new DatabaseSync(file);
    expect(storageTrouble(thrownBy(() => none.exec('SELECT * FROM a')))).toBe('damaged');
    none.close();
    expect(storageTrouble(thrownBy(() => new DatabaseSync(folder)))).toBe('no-access');
  });

  it('is seen in what the file system throws, and behind other errors', () => {
    const noSpace = Object.assign(new Error(), { code: 'ENOSPC' });
    expect(storageTrouble(noSpace)).toBe('no-space');
    expect(storageTrouble(new OutcomeUnknown('s', new LogWriteFailed(noSpace)))).toBe('no-space');
    expect(storageTrouble(thrownBy(() => writeFileSync(folder, '')))).toBe('no-access');
  });

  it('is not seen where there is none', () => {
    const gone = Object.assign(new Error(), { code: 'ENOENT' });
    const refused = Object.assign(new Error(), { errcode: 19 });
    for (const error of [gone, refused, new Error('x'), 'x', undefined]) {
      expect(storageTrouble(error)).toBeUndefined();
    }
  });
});
