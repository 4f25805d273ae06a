/**
 * What a disk, or a file on it, does to a program: it is full, may not be written, is not what it was written as, is held
 * by another for too long, or fails.
 */
export type StorageTrouble = 'no-space' | 'no-access' | 'damaged' | 'held' | 'failing';

/** The primary result codes of SQLite. */
const ofSqlite: Readonly<Record<number, StorageTrouble>> = {
  3: 'no-access', // PERM
  5: 'held', // BUSY
  6: 'held', // LOCKED
  8: 'no-access', // READONLY
  10: 'failing', // IOERR
  11: 'damaged', // CORRUPT
  13: 'no-space', // FULL
  14: 'no-access', // CANTOPEN
  26: 'damaged', // NOTADB
};

const ofSystem: Readonly<Record<string, StorageTrouble>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EROFS: 'no-access',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EISDIR: 'no-access',
  ENOTDIR: 'no-access',
  EIO: 'failing',
};

const PRIMARY = 0xff;

/** Reads an error of node:sqlite or of the file system, also behind others; undefined: it has nothing to do with storage. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { errcode, code, cause } = error as { errcode?: number; code?: unknown; cause?: unknown };
  const known = errcode === undefined ? ofSystem[String(code)] : ofSqlite[errcode & PRIMARY];
  return known ?? storageTrouble(cause);
}
