import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { logFacts } from '@klimaspur/event-store';
import { packTar } from 'modern-tar/fs';
import {
  FORMAT,
  hashLine,
  LOG,
  type Manifest,
  MANIFEST,
  MANIFEST_HASH,
  manifestText,
  type Part,
  TOKEN,
  VAULT,
} from './manifest.js';
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

const FILES_OPEN = 2;

/** Answers when everything is copied: what is written from then on waits for the next backup. */
export async function makeBackup(sources: Sources, options: BackupOptions): Promise<Backup> {
  const { staging, app, now } = options;
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true, mode: 0o700 });
    await takeSnapshot(sources, staging);
    const names = [LOG, VAULT, TOKEN, ...(await uploadedFiles(staging))];
    const parts: Part[] = [];
    for (const name of names.filter((each) => existsSync(join(staging, each)))) {
      parts.push(await partOf(staging, name));
    }
    const facts = logFacts(join(staging, LOG));
    const manifest = { format: FORMAT, app, madeAt: now.toISOString(), ...facts, parts };
    const stream = pack(staging, manifest);
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

async function partOf(staging: string, name: string): Promise<Part> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(staging, name))) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

/** The manifest first: whoever reads knows from then on what must come. */
function pack(staging: string, manifest: Manifest): Readable {
  const text = manifestText(manifest);
  const hash = createHash('sha256').update(text).digest('hex');
  const common = { mode: 0o600, uid: 0, gid: 0, mtime: new Date(manifest.madeAt) };
  return packTar(
    [
      { type: 'content', target: MANIFEST, content: text, ...common },
      { type: 'content', target: MANIFEST_HASH, content: hashLine(hash), ...common },
      ...manifest.parts.map(({ name }) => ({
        type: 'file' as const,
        source: join(staging, name),
        target: name,
        ...common,
      })),
    ],
    { concurrency: FILES_OPEN },
  );
}
