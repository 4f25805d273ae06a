import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '@klimaspur/domain';
import type { ColumnMapping } from '@klimaspur/importers';
import type { Settings } from '@klimaspur/settings';
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import { Erasures } from '../persons/erasures.js';
import { SETTINGS } from '../settings.module.js';

/** A file somebody sent and has not taken over yet. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
  /** The town it is for; absent: the file says which. */
  readonly municipality?: string;
  readonly person: string;
  readonly uploadedAt: number;
  /** The day for which the user says it speaks. */
  readonly standOn?: string;
  /** Id of the plan it goes into; absent: found by the file. */
  readonly plan?: string;
  /** What is called so if it begins with this file. */
  readonly newPlan?: string;
  readonly newTown?: string;
  readonly mapping: ColumnMapping;
  readonly acceptGoodRows: boolean;
}

const DAY_MS = 86_400_000;

/** Files wait here for a day at most; nothing of them counts before it is taken over. */
@Injectable()
export class Uploads {
  /** Where they lie. */
  readonly folder: string;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly erasures: Erasures,
  ) {
    this.folder = join(settings.dataFolder, 'uploads');
    erasures.onErased((person) => this.removeBroughtBy(person));
  }

  async keep(bytes: Uint8Array, said: Omit<Upload, 'id' | 'uploadedAt'>): Promise<Upload> {
    await this.tidy();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const upload = { ...said, id: randomUUID(), uploadedAt: Date.now() };
    await writeFile(this.file(upload.id), bytes, { mode: 0o600 });
    await this.write(upload);
    if (this.erasures.has(upload.person)) {
      await this.remove(upload.id);
      throw new Refusal('person/erased');
    }
    return upload;
  }

  /** Those of one person for one place, the oldest stand first. */
  async waiting(person: string, municipality: string | undefined): Promise<readonly Upload[]> {
    const uploads = await Promise.all((await this.ids()).map((id) => this.find(id)));
    return uploads
      .filter((upload) => upload !== undefined)
      .filter((upload) => upload.person === person && upload.municipality === municipality)
      .sort((a, b) => (a.standOn ?? '9999').localeCompare(b.standOn ?? '9999'));
  }

  async find(id: string): Promise<Upload | undefined> {
    if (!isUuid(id)) return undefined;
    try {
      return JSON.parse(await readFile(this.words(id), 'utf8')) as Upload;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  bytes({ id }: Upload): Promise<Uint8Array> {
    return readFile(this.file(id));
  }

  async size({ id }: Upload): Promise<number> {
    return (await stat(this.file(id))).size;
  }

  async change(upload: Upload): Promise<void> {
    await this.write(upload);
  }

  async remove(id: string): Promise<void> {
    const files = [this.words(id), this.file(id), this.report(id)];
    await Promise.all(files.map((file) => rm(file, { force: true })));
  }

  /** Files that may say again what was taken out of the log of a town: those for it, and those that say themselves for which. */
  async removeOf(municipality: string): Promise<void> {
    for (const id of await this.ids()) {
      const upload = await this.find(id);
      if ((upload?.municipality ?? municipality) === municipality) await this.remove(id);
    }
  }

  private async removeBroughtBy(person: string): Promise<void> {
    for (const id of await this.ids()) {
      if ((await this.find(id))?.person === person) await this.remove(id);
    }
  }

  private async write(upload: Upload): Promise<void> {
    // Under a name of its own first: two may write at the same moment, and none of them half.
    const draft = join(this.folder, `${upload.id}.${randomUUID()}.new`);
    await writeFile(draft, JSON.stringify(upload), { mode: 0o600 });
    await rename(draft, this.words(upload.id));
  }

  private async tidy(): Promise<void> {
    for (const id of await this.ids()) {
      const upload = await this.find(id);
      if (upload && upload.uploadedAt + DAY_MS < Date.now()) await this.remove(id);
    }
  }

  private async ids(): Promise<string[]> {
    try {
      const files = await readdir(this.folder);
      return files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  /** Where the whole report on it lies, once somebody has looked at it. */
  report(id: string): string {
    return join(this.folder, `${id}.csv`);
  }

  private file(id: string): string {
    return join(this.folder, `${id}.bin`);
  }

  private words(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}
