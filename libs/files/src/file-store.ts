import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { previewOf } from './pictures.js';

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);
/** Such a file is still on its way; backups leave it out. */
const COMING = '.coming-';

/** Files under the hash of their bytes: the same file twice is one file, and none ever changes. */
export class FileStore {
  private readonly files: string;
  private readonly previews: string;

  constructor(dataFolder: string) {
    this.files = join(dataFolder, 'files');
    this.previews = join(dataFolder, 'previews');
  }

  static hashOf(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** On the disk when it answers with the hash. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = FileStore.hashOf(bytes);
    if (!(await this.has(sha256))) await write(place(this.files, sha256), bytes);
    return sha256;
  }

  async has(sha256: string): Promise<boolean> {
    if (!isHash(sha256)) return false;
    return stat(place(this.files, sha256)).then(
      () => true,
      () => false,
    );
  }

  /** Undefined: it is not here. */
  async read(sha256: string): Promise<Buffer | undefined> {
    return isHash(sha256) ? present(readFile(place(this.files, sha256))) : undefined;
  }

  /** Of a picture; made when it is asked for the first time, and again after a restore. */
  async preview(sha256: string): Promise<Buffer | undefined> {
    if (!isHash(sha256)) return undefined;
    const known = await present(readFile(place(this.previews, sha256)));
    if (known) return known;
    const bytes = await this.read(sha256);
    if (!bytes) return undefined;
    const preview = await previewOf(bytes);
    await write(place(this.previews, sha256), preview);
    return preview;
  }

  /** Takes a file away for ever, with what was made of it. */
  async erase(sha256: string): Promise<void> {
    if (!isHash(sha256)) return;
    for (const folder of [this.files, this.previews]) {
      await rm(place(folder, sha256), { force: true });
    }
  }

  /** Removes what a killed process left on its way before `instant`. */
  async tidy(instant: number): Promise<void> {
    for (const folder of [this.files, this.previews]) {
      const names = (await present(readdir(folder, { recursive: true }))) ?? [];
      for (const name of names.filter((each) => each.includes(COMING))) {
        const file = join(folder, name);
        const facts = await present(stat(file));
        if (facts && facts.mtimeMs < instant) await rm(file, { force: true });
      }
    }
  }
}

const place = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

/** Under another name until all of it is on the disk: whoever finds the file finds all of it. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, COMING + randomUUID());
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  for (const each of [folder, dirname(folder)]) await settle(each);
}

/** A new name is safe when its folder is on the disk too. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

const present = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
