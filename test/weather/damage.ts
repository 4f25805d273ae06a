import { closeSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const PAGE = 4_096;

const sizeOf = (file: string): number => statSync(file).size;

/** What a power cut or a broken disk leaves of a file. */
export const damages = {
  /** The rest was never written. */
  cutInHalf: (file: string): void => truncateSync(file, Math.floor(sizeOf(file) / 2)),
  /** The last page is not whole. */
  cutAtTheTail: (file: string): void => truncateSync(file, sizeOf(file) - PAGE - 100),
  emptied: (file: string): void => truncateSync(file, 0),
  wrongAtTheHead: (file: string): void => overwrite(file, 0),
  wrongInTheMiddle: (file: string): void =>
    overwrite(file, Math.floor(sizeOf(file) / 2 / PAGE) * PAGE),
  /** Some bytes within an entry; the file is whole. */
  noJson: (file: string): void => {
    const log = new DatabaseSync(file);
    log.prepare('UPDATE events SET data = ? WHERE position = 1').run('{"text":{"na\u0001me');
    log.close();
  },
  /** The page on which the entries begin. */
  wrongEntries: (file: string): void => {
    const log = new DatabaseSync(file, { readOnly: true });
    const sql = `SELECT rootpage AS page FROM sqlite_schema WHERE name = 'events'`;
    const { page } = log.prepare(sql).get() as { page: number };
    const { page_size: size } = log.prepare('PRAGMA page_size').get() as { page_size: number };
    log.close();
    overwrite(file, (page - 1) * size);
  },
} as const;

export type Damage = keyof typeof damages;

/** No byte stays as it was. */
function overwrite(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  const page = Buffer.alloc(PAGE);
  readSync(handle, page, 0, PAGE, at);
  writeSync(
    handle,
    page.map((byte) => byte ^ 0xa5),
    0,
    PAGE,
    at,
  );
  closeSync(handle);
}
