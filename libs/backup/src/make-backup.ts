import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { logFacts } from '@klimaspur/event-store';
import { formatOf, LISTS, LOG, type Manifest, TOKEN, VAULT } from './manifest.js';
import { packProven, partOf } from './pack-proven.js';
import type { Part } from './proven-manifest.js';
import { type Sources, takeSnapshot, uploadedFiles } from './snapshot.js';

export interface Backup {
  readonly manifest: Manifest;
  /** The tar file, to be read to the end or destroyed. */
  readonly stream: Readable;
  /** Resolves when the copies are gone: then the next backup may begin. */
  readonly cleared: Promise<void>;
}

export interface BackupOptions {
  /** A folder of its own, made and removed here; on the file system of the data folder. */
  readonly staging: string;
  /** Version of this program. */
  readonly app: string;
  readonly now: Date;
}

/** Answers when everything is copied: what is written from then on waits for the next backup. */
export async function makeBackup(sources: Sources, options: BackupOptions): Promise<Backup> {
  const { staging, app, now } = options;
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true, mode: 0o700 });
    await takeSnapshot(sources, staging);
    const names = [LOG, VAULT, TOKEN, ...LISTS, ...(await uploadedFiles(staging))];
    const parts: Part[] = [];
    for (const name of names.filter((each) => existsSync(join(staging, each)))) {
      parts.push(await partOf(staging, name));
    }
    const facts = logFacts(join(staging, LOG));
    const format = formatOf(parts.map(({ name }) => name));
    const manifest = { format, app, madeAt: now.toISOString(), ...facts, parts };
    const stream = packProven(staging, manifest);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    return { manifest, stream, cleared: closed.then(() => discard(staging)) };
  } catch (error) {
    await discard(staging);
    throw error;
  }
}

/** What cannot be removed now is removed before the next backup. */
const discard = (staging: string): Promise<void> =>
  rm(staging, { recursive: true, force: true }).catch(() => undefined);
