import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream, ReadableWritablePair } from 'node:stream/web';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { hashLine, MANIFEST, MANIFEST_HASH } from './manifest.js';
import type { Part } from './proven-manifest.js';
import { BackupRefused, systemCode } from './refused.js';

type Entries = AsyncIterator<ParsedTarEntry, unknown>;

const BLOCK = 512;
/** A manifest has some 130 bytes for each uploaded file. */
const LARGEST_MANIFEST = 2 ** 26;

/** `what`: a part by its name, or `manifest`, `structure` or `rest`. */
const damaged = (what: string) => new BackupRefused('damaged', { what });

/** What is said of a file before its parts come. */
export interface Announced {
  readonly parts: readonly Part[];
}

/** Where parts are written while they are read, and how the manifest is read; it may refuse. */
export interface HowToRead<M extends Announced> {
  readonly folder?: string | undefined;
  readonly manifest: (text: string) => M;
}

/**
 * Reads a file that proves itself to its end, and holds every byte against its manifest. Throws BackupRefused, or the
 * error of a system call.
 */
export async function readProven<M extends Announced>(
  file: string,
  { folder, manifest: read }: HowToRead<M>,
): Promise<M> {
  const entries = entriesOf(file);
  let manifest: M | undefined;
  let unread: unknown;
  const reading = (text: string): M => {
    try {
      return read(text);
    } catch (error) {
      unread = error;
      throw error;
    }
  };
  try {
    manifest = await manifestFrom(entries, (await stat(file)).size, reading);
    for (const part of manifest.parts) await receive(await entries.next(), part, folder);
    if (!(await entries.next()).done) throw damaged('rest');
    return manifest;
  } catch (error) {
    throw error === unread ? error : refusalOf(error, manifest);
  } finally {
    await entries.return?.().catch(() => undefined);
  }
}

function entriesOf(file: string): Entries {
  const decoder = createTarDecoder({ strict: true }) as ReadableWritablePair;
  return Readable.toWeb(createReadStream(file)).pipeThrough(decoder)[Symbol.asyncIterator]();
}

/** What the tar file itself says is wrong, in our words. */
function refusalOf(error: unknown, manifest: Announced | undefined): unknown {
  if (error instanceof BackupRefused || systemCode(error) !== undefined) return error;
  if (/truncated/.test(String(error))) return new BackupRefused('ends-early');
  return manifest === undefined ? noBackup(error) : damaged('structure');
}

const noBackup = (cause?: unknown) => new BackupRefused('no-backup', {}, { cause });

async function manifestFrom<M extends Announced>(
  entries: Entries,
  bytes: number,
  read: (text: string) => M,
): Promise<M> {
  const text = await textOf(await entries.next(), MANIFEST);
  const line = await textOf(await entries.next(), MANIFEST_HASH);
  const hash = createHash('sha256').update(text).digest('hex');
  if (line.toString() !== hashLine(hash)) throw damaged('manifest');
  const manifest = read(text.toString());
  refuseShort(bytes, [text.length, line.length, ...manifest.parts.map((part) => part.bytes)]);
  return manifest;
}

/** Before anything is written: a copy that was cut off is by far the likeliest accident. */
function refuseShort(bytes: number, contents: readonly number[]): void {
  const blocks = contents.map((length) => 1 + Math.ceil(length / BLOCK));
  const needed = BLOCK * blocks.reduce((sum, count) => sum + count, 0);
  if (bytes >= needed) return;
  throw new BackupRefused('short', { needed, bytes });
}

async function textOf(
  next: IteratorResult<ParsedTarEntry, unknown>,
  name: string,
): Promise<Buffer> {
  if (next.done || next.value.header.name !== name) throw noBackup();
  if (next.value.header.size > LARGEST_MANIFEST) throw noBackup();
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyOf(next.value)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function receive(
  next: IteratorResult<ParsedTarEntry, unknown>,
  { name, bytes, sha256 }: Part,
  folder: string | undefined,
): Promise<void> {
  if (next.done) throw new BackupRefused('part-missing', { name });
  const { header } = next.value;
  if (header.name !== name || header.type !== 'file' || header.size !== bytes) throw damaged(name);
  const hash = createHash('sha256');
  const hashed = async function* () {
    for await (const chunk of bodyOf(next.value)) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(hashed, folder === undefined ? drain : await fileFor(join(folder, name)));
  if (hash.digest('hex') !== sha256) throw damaged(name);
}

const bodyOf = ({ body }: ParsedTarEntry) => body as unknown as ReadableStream<Uint8Array>;

async function drain(source: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of source);
}

/** On the disk when it is closed. */
async function fileFor(path: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
}
