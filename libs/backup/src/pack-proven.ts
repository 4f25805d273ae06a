import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { packTar } from 'modern-tar/fs';
import { hashLine, MANIFEST, MANIFEST_HASH } from './manifest.js';
import { manifestText, type Part } from './proven-manifest.js';

const FILES_OPEN = 2;

/** A file of the folder, as a manifest names it. */
export async function partOf(staging: string, name: string): Promise<Part> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(staging, name))) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

/** The manifest first: whoever reads knows from then on what must come. */
export function packProven(
  staging: string,
  manifest: { readonly madeAt: string; readonly parts: readonly Part[] },
): Readable {
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
