import { clean, FileStore, OneByOne, refused } from '@klimaspur/files';
import type { Settings } from '@klimaspur/settings';
import { type Erasure, type KeptFile, Vault } from '@klimaspur/vault';
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import type { SentFile } from '../http/multipart-forms.js';
import { SETTINGS } from '../settings.module.js';

const LONGEST_NAME = 200;

/** Who brings a file, and for which town. */
export interface Bringer {
  readonly person: string;
  readonly municipality: string;
}

/** Uploaded files: the bytes in the data folder under their hash, all else about them in the vault. */
@Injectable()
export class KeptFiles {
  private readonly store: FileStore;
  /** Bringing and taking away, one after the other. */
  private readonly changes = new OneByOne();

  constructor(
    private readonly vault: Vault,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.store = new FileStore(settings.dataFolder);
  }

  /** Megabytes of the largest file that is taken. */
  get limit(): number {
    return this.settings.fileMegabytes;
  }

  /**
   * Keeps what may be kept of a file; it counts for nothing before an entry names its hash. Refused as a command is,
   * with the field it came in.
   */
  async receive(sent: SentFile, by: Bringer): Promise<KeptFile> {
    if (sent.tooLarge) throw refused(sent.field, 'file/too-large', { limit: this.limit });
    const { bytes, mediaType } = await clean(sent.bytes, sent.field);
    const sha256 = FileStore.hashOf(bytes);
    const file = { sha256, mediaType, bytes: bytes.length };
    const name = nameOf(sent.name);
    // Known first, kept afterwards: bytes that nobody knows of would never be removed.
    return this.changes.do(async () => {
      const { erased } = (await this.vault.files.some([sha256])).get(sha256) ?? {};
      if (erased) throw refused(sent.field, 'file/erased', { reason: erased.reason });
      await this.vault.files.keep(file, { sha256, ...by, name, uploadedAt: Date.now() });
      await this.store.keep(bytes);
      return file;
    });
  }

  /** A file that comes with a town, checked by whoever brings it: as it is, because entries name its hash. */
  takeOver(
    { sha256, mediaType, bytes }: Omit<KeptFile, 'bytes' | 'erased'> & { readonly bytes: Buffer },
    by: Bringer,
  ): Promise<void> {
    return this.changes.do(async () => {
      const file = { sha256, mediaType, bytes: bytes.length };
      const known = (await this.vault.files.some([sha256])).get(sha256);
      if (known?.erased) return;
      await this.vault.files.keep(file, { sha256, ...by, name: '', uploadedAt: Date.now() });
      await this.store.keep(bytes);
    });
  }

  /**
   * A file that a form brings along again; brought just now, so that it is not taken away meanwhile. Undefined: it is
   * not here any more.
   */
  again(sha256: string, by: Bringer): Promise<KeptFile | undefined> {
    return this.changes.do(async () => {
      const file = (await this.vault.files.some([sha256])).get(sha256);
      if (!file || file.erased) return undefined;
      const uploads = await this.vault.files.uploads(sha256);
      const own = uploads.find((upload) => upload.person === by.person);
      if (own) await this.vault.files.keep(file, { ...own, uploadedAt: Date.now() });
      return file;
    });
  }

  /** What is known of these files, by hash; what was never brought here is missing. */
  some(hashes: Iterable<string>): Promise<ReadonlyMap<string, KeptFile>> {
    return this.vault.files.some(hashes);
  }

  /** Refused where there is none. */
  async one(sha256: string): Promise<KeptFile> {
    const file = (await this.vault.files.some([sha256])).get(sha256);
    if (!file) throw new Refusal('file/unknown');
    return file;
  }

  read(sha256: string): Promise<Uint8Array | undefined> {
    return this.store.read(sha256);
  }

  preview(sha256: string): Promise<Uint8Array | undefined> {
    return this.store.preview(sha256);
  }

  /** For ever; that there was a file, and why it is gone, stays. */
  async erase(sha256: string, erasure: Erasure): Promise<void> {
    await this.changes.do(async () => {
      await this.vault.files.erase(sha256, erasure);
      await this.store.erase(sha256);
    });
  }

  /** Takes away, as if they had never been brought, older files that `unused` names. */
  async tidy(
    before: number,
    unused: (hashes: readonly string[]) => Promise<readonly string[]>,
  ): Promise<void> {
    await this.store.tidy(before);
    for (const sha256 of await unused(await this.vault.files.before(before))) {
      await this.changes.do(async () => {
        // Somebody may have brought it again meanwhile.
        if (!(await this.vault.files.before(before)).includes(sha256)) return;
        await this.store.erase(sha256);
        await this.vault.files.drop(sha256);
      });
    }
  }
}

/** Without folders and control characters. */
const nameOf = (name: string): string =>
  name
    .replaceAll(/^.*[/\\]|\p{Cc}/gu, '')
    .normalize('NFC')
    .slice(-LONGEST_NAME);
