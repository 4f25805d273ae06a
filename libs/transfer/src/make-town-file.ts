import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { packProven, partOf } from '@klimaspur/backup';
import { canonicalJson, type EventReader } from '@klimaspur/event-store';
import { lineOf } from './line.js';
import {
  EVENTS,
  filePart,
  LABELS,
  type NamedFile,
  type TownManifest,
  townManifest,
} from './manifest.js';
import { type TownEvent, townEvents } from './town-events.js';

/** What a file of a town is made from. */
export interface TownSources {
  readonly log: EventReader;
  /** Signed; everything that was entered before it goes along. */
  readonly checkpoint: { readonly size: number; readonly note: string };
  /** The proof that the entry at this index is under the checkpoint. */
  readonly pathOf: (index: number) => readonly Uint8Array[];
  /** Of the documents that entries name, those that are here. */
  readonly files: (hashes: readonly string[]) => Promise<readonly NamedFile[]>;
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | undefined>;
  /** Absent: the names of persons stay here. */
  readonly labelsOf?: (persons: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export type TownFacts = Pick<
  TownManifest,
  'app' | 'madeAt' | 'address' | 'logId' | 'municipality' | 'key'
>;

export interface TownFile {
  readonly manifest: TownManifest;
  /** The tar file, to be read to the end or destroyed. */
  readonly stream: Readable;
  /** Resolves when the copies are gone: then the next file may be made. */
  readonly cleared: Promise<void>;
}

/** Writes a town into a folder of its own, which is removed here, and packs it. Answers when everything is copied. */
export async function makeTownFile(
  sources: TownSources,
  facts: TownFacts,
  staging: string,
): Promise<TownFile> {
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(join(staging, 'files'), { recursive: true, mode: 0o700 });
    const town = new Seen();
    await pipeline(
      Readable.from(linesOf(sources, facts.municipality, town)),
      createWriteStream(join(staging, EVENTS), { mode: 0o600 }),
    );
    const files = await copyFiles(sources, [...town.hashes], staging);
    const names = [EVENTS, ...files.map(({ sha256 }) => filePart(sha256))];
    if (sources.labelsOf) {
      const labels = await sources.labelsOf([...town.persons]);
      await writeFile(join(staging, LABELS), JSON.stringify(Object.fromEntries(labels)));
      names.push(LABELS);
    }
    const parts = [];
    for (const name of names) parts.push(await partOf(staging, name));
    const { note } = sources.checkpoint;
    const { events, streams } = town;
    const counted = { events, streams: streams.size, checkpoint: note, files, parts };
    const manifest = townManifest({ ...facts, ...counted });
    const stream = packProven(staging, manifest);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    return { manifest, stream, cleared: closed.then(() => discard(staging)) };
  } catch (error) {
    await discard(staging);
    throw error;
  }
}

/** What is removed later at the latest: before the next file, and at the next start. */
const discard = (staging: string): Promise<void> =>
  rm(staging, { recursive: true, force: true }).catch(() => undefined);

/** What the events of a town name. */
class Seen {
  events = 0;
  readonly streams = new Set<string>();
  readonly persons = new Set<string>();
  readonly hashes = new Set<string>();

  see({ event }: TownEvent): void {
    this.events++;
    this.streams.add(event.stream);
    const { person } = (event.metadata['actor'] ?? {}) as { person?: string };
    if (person !== undefined) this.persons.add(person);
    for (const [, hash] of canonicalJson(event.data).matchAll(/"([0-9a-f]{64})"/g)) {
      this.hashes.add(hash!);
    }
  }
}

async function* linesOf(
  { log, checkpoint, pathOf }: TownSources,
  town: string,
  seen: Seen,
): AsyncGenerator<string> {
  for await (const one of townEvents(log, town, checkpoint.size)) {
    seen.see(one);
    yield lineOf(one, pathOf(one.index));
  }
}

async function copyFiles(
  { files, bytesOf }: TownSources,
  hashes: readonly string[],
  staging: string,
): Promise<NamedFile[]> {
  const copied: NamedFile[] = [];
  for (const file of await files(hashes)) {
    const bytes = await bytesOf(file.sha256);
    if (!bytes) continue;
    const path = join(staging, filePart(file.sha256));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, bytes, { mode: 0o600 });
    copied.push({ sha256: file.sha256, mediaType: file.mediaType });
  }
  return copied;
}
