import { berlinDay, type Issue } from '@klimaspur/domain';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import type { Door } from './doors.js';
import type { EntryBody } from './record-entry.command.js';

const PATIENCE_MS = 10_000;

/** Each municipality key belongs to one town, whichever way a town came to have it. */
@Injectable()
export class TownKeys {
  constructor(private readonly worlds: Worlds) {}

  /** What is wrong with the key that a command would give a town: another has it. `id`: of the town. */
  async before({ category, definition }: Door, id: string, body: EntryBody): Promise<Issue[]> {
    if (category !== 'municipality') return [];
    const isFounding = definition.type === 'MunicipalityFounded';
    const { ags } = isFounding ? body : ((body['replacement'] as EntryBody | undefined) ?? {});
    if (typeof ags !== 'string') return [];
    const other = (await this.towns()).find((town) => town.ags === ags && town.id !== id);
    const path = isFounding ? 'ags' : 'replacement.ags';
    return other ? [{ path, code: 'municipality/key-taken', params: {} }] : [];
  }

  /** Drafts too; their names are not told. */
  private async towns() {
    const { store, readModels } = this.worlds.current();
    const position = await store.lastPosition();
    if (position && !(await readModels.waitUntil(position, PATIENCE_MS))) {
      throw new Refusal('views/behind');
    }
    const asOf = berlinDay(new Date().toISOString());
    return readModels.municipalities({}, { asOf, viewer: { drafts: 'all' } }).items;
  }
}
