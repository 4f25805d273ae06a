import { existsSync, statSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type Announced, type Manifest, readBackup, readProven } from '@klimaspur/backup';
import type { Translate } from '@klimaspur/messages';
import { Refused } from './command.js';

/** Sorted by name they are sorted by time; backups of another log in the same folder have other names. */
const nameOf = ({ logId, madeAt }: Manifest): string =>
  `klimaspur-${logId.slice(0, 8)}-${madeAt.replaceAll(/[-:]|\.\d+/g, '')}.tar`;

/** A folder is filled with names of ours; anything else is the name of the file. */
export const isFolder = (target: string): boolean =>
  target.endsWith('/') || (existsSync(target) && statSync(target).isDirectory());

/**
 * Keeps an answer as a backup: under another name until all of it is on the disk and held against its manifest. Never
 * overwrites.
 */
export async function keepBackup(
  answer: Response,
  target: string,
  t: Translate,
): Promise<{ file: string; bytes: number; manifest: Manifest }> {
  const folder = isFolder(target) ? target : dirname(target);
  const draft = join(
    folder,
    `.${isFolder(target) ? 'klimaspur' : basename(target)}.${process.pid}.part`,
  );
  try {
    await write(answer, draft);
    const manifest = await readBackup(draft);
    const file = isFolder(target) ? join(folder, nameOf(manifest)) : target;
    refuseExisting(file, t);
    await rename(draft, file);
    await settle(folder);
    return { file, bytes: statSync(file).size, manifest };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Keeps an answer that proves itself under the name that was given, in the same way. Answers its size. */
export async function keepProven(answer: Response, file: string, t: Translate): Promise<number> {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await write(answer, draft);
    await readProven(draft, { manifest: (text) => JSON.parse(text) as Announced });
    refuseExisting(file, t);
    await rename(draft, file);
    await settle(dirname(file));
    return statSync(file).size;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export function refuseExisting(file: string, t: Translate): void {
  if (existsSync(file)) throw new Refused(t('cli.backup.there', { file }));
}

async function write({ body }: Response, file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  const content = Readable.fromWeb((body ?? new Blob().stream()) as ReadableStream);
  await pipeline(content, handle.createWriteStream({ flush: true }));
}

/** A new name is safe when its folder is on the disk too. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

/** Removes all but the newest backups of this log from a folder. Answers the names. */
export async function removeOld(
  folder: string,
  manifest: Manifest,
  keep: number,
): Promise<string[]> {
  const pattern = new RegExp(`^klimaspur-${manifest.logId.slice(0, 8)}-\\d{8}T\\d{6}Z\\.tar$`);
  const found = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  const old = found.slice(0, Math.max(0, found.length - keep));
  for (const name of old) await rm(join(folder, name));
  return old;
}
