import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupRefused, readProven } from '@klimaspur/backup';
import {
  isSignedBy,
  NotANote,
  nodeSha256,
  nodeVerifyEd25519,
  parseCheckpoint,
  parseKey,
  parseNote,
} from '@klimaspur/proofs';
import { LABELS, readTownManifest, type TownManifest } from './manifest.js';
import { TransferRefused } from './refused.js';

/** A file of a town whose parts lie in a folder and are those of its manifest; its events are not looked at yet. */
export interface OpenTownFile {
  readonly folder: string;
  readonly manifest: TownManifest;
  readonly size: number;
  readonly root: Uint8Array;
  /** The key by which it is signed is known from elsewhere than the file. */
  readonly keyKnown: boolean;
}

/** Unpacks a file of a town, and holds bytes and signature against what it says. Throws TransferRefused. */
export async function openTownFile(
  tar: string,
  folder: string,
  knownKey?: string,
): Promise<OpenTownFile> {
  const manifest = await unpacked(tar, folder);
  const { checkpoint, key, logId } = manifest;
  try {
    const note = parseNote(checkpoint);
    const { origin, size, root } = parseCheckpoint(note.text);
    const crypto = { sha256: nodeSha256, verify: nodeVerifyEd25519 };
    const signed = await isSignedBy(crypto, note, parseKey(nodeSha256, knownKey ?? key));
    if (!signed || !origin.endsWith(logId)) throw new TransferRefused('transfer/not-signed');
    return { folder, manifest, size, root, keyKnown: knownKey !== undefined };
  } catch (error) {
    if (!(error instanceof NotANote)) throw error;
    throw new TransferRefused('transfer/not-signed', {}, { cause: error });
  }
}

async function unpacked(tar: string, folder: string): Promise<TownManifest> {
  try {
    return await readProven(tar, { folder, manifest: readTownManifest });
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    const { code, params } = error;
    if (code === 'no-backup' || code === 'no-manifest' || code === 'ends-early') {
      throw new TransferRefused('transfer/no-town-file', {}, { cause: error });
    }
    const what = params['name'] ?? params['what'] ?? code;
    throw new TransferRefused('transfer/damaged', { what }, { cause: error });
  }
}

/** Public labels by pseudonym; none: they stayed where they were. */
export async function labelsIn({ folder, manifest }: OpenTownFile): Promise<[string, string][]> {
  if (!manifest.parts.some(({ name }) => name === LABELS)) return [];
  const labels: unknown = JSON.parse(await readFile(join(folder, LABELS), 'utf8'));
  return Object.entries(labels as object).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
}
