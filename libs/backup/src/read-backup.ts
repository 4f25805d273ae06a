import { type Manifest, readManifest } from './manifest.js';
import { readProven } from './read-proven.js';

/** Reads a backup to its end; into a folder its parts are written meanwhile. Throws as readProven does. */
export const readBackup = (file: string, folder?: string): Promise<Manifest> =>
  readProven(file, { folder, manifest: readManifest });
