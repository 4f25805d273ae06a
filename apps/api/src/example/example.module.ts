import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { pngOf } from '@klimaspur/files';
import { Vault } from '@klimaspur/vault';
import { Worlds } from '../persistence/worlds.js';
import { exampleId, examplePerson, loadExample } from './load-example.js';
import { KeptFiles } from '../files/kept-files.js';
import { musterstadt } from './musterstadt/musterstadt.js';
import { pictures } from './musterstadt/pictures.js';

/** The names under which the people of the example appear. */
const labels: Readonly<Record<string, string>> = {
  lead: 'Musterstadt Zero',
  monitor: 'Radgruppe Musterstadt',
  monitor2: 'Energiegruppe Musterstadt',
  administration: 'Klimaschutzmanagement der Stadt',
  guest: 'Gastzugang',
};

const PATIENCE_MS = 30_000;
const NAME = 'musterstadt';

/** Fills the example world once, before anybody asks for it. */
@Module({})
export class ExampleModule implements OnModuleInit {
  constructor(
    @Inject(Worlds) private readonly worlds: Worlds,
    private readonly vault: Vault,
    private readonly files: KeptFiles,
  ) {}

  async onModuleInit(): Promise<void> {
    const { example } = this.worlds;
    if (!example || this.worlds.current() !== example) return;
    const loaded = join(example.folder, 'loaded');
    // Left only by a load that came to its end; one that broke off is finished by the next.
    if (existsSync(loaded)) return;
    const now = new Date().toISOString();
    for (const [name, label] of Object.entries(labels)) {
      await this.vault.keepPerson({ id: examplePerson(name), label, createdAt: Date.parse(now) });
    }
    const files = await this.keepPictures();
    const name = NAME;
    await loadExample(example, { name, steps: musterstadt, now, ending: 'this-week', files });
    const position = await example.store.lastPosition();
    if (position) await example.readModels.waitUntil(position, PATIENCE_MS);
    writeFileSync(loaded, '');
  }

  /** As if they had been uploaded; their hashes by alias. */
  private async keepPictures(): Promise<ReadonlyMap<string, string>> {
    const by = {
      person: examplePerson('monitor'),
      municipality: exampleId(NAME, `@${musterstadt[0]?.stream}`),
    };
    const kept = new Map<string, string>();
    for (const [alias, svg] of Object.entries(pictures)) {
      const sent = { field: 'file', name: '', bytes: await pngOf(svg), tooLarge: false };
      kept.set(alias, (await this.files.receive(sent, by)).sha256);
    }
    return kept;
  }
}
