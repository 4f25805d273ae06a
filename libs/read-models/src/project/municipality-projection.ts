import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { folded, slugOf } from '../store/folded-text.js';
import type { Touched } from './batch.js';
import type { LogEvent } from './past-reader.js';
import { rectanglesOf } from './fold-to-rows.js';
import {
  evolveMunicipality,
  municipalityFacts,
  unknownMunicipality,
} from './municipality-state.js';

/** Writes the rows of towns, and gives them their slugs. */
export class MunicipalityProjection {
  private readonly clear: StatementSync;
  private readonly insert: StatementSync;
  private readonly ownerOf: StatementSync;
  private readonly retire: StatementSync;
  private readonly giveSlug: StatementSync;

  constructor(db: DatabaseSync) {
    this.clear = db.prepare('DELETE FROM municipality_interval WHERE municipality = ?');
    this.insert = db.prepare('INSERT INTO municipality_interval VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.ownerOf = db.prepare('SELECT municipality FROM slug WHERE slug = ?');
    this.retire = db.prepare('UPDATE slug SET current = 0 WHERE municipality = ?');
    this.giveSlug = db.prepare('INSERT OR REPLACE INTO slug VALUES (?, ?, 1)');
  }

  project({ history }: Touched, key: number): void {
    this.clear.run(key);
    for (const { knownFrom, from, knownTo, to, value } of rectanglesOf(
      history,
      unknownMunicipality,
      evolveMunicipality,
      municipalityFacts,
    )) {
      const { name } = value;
      this.insert.run(key, knownFrom, from, knownTo, to, name, folded(name), JSON.stringify(value));
    }
  }

  /** To be called in log order: the first town of a name gets `x`, the next `x-2`. */
  nameGiven(event: LogEvent, history: readonly LogEvent[], key: number): void {
    const name = nameIn(event, history);
    if (name === undefined) return;
    const wanted = slugOf(name);
    for (let n = 1; ; n++) {
      const slug = n === 1 ? wanted : `${wanted}-${n}`;
      const owner = this.ownerOf.get(slug) as { municipality: number } | undefined;
      if (owner && owner.municipality !== key) continue;
      this.retire.run(key);
      this.giveSlug.run(slug, key);
      return;
    }
  }
}

const naming = new Set(['MunicipalityFounded', 'MunicipalityDescribed']);

const nameIn = ({ type, data }: LogEvent, history: readonly LogEvent[]): string | undefined => {
  const text = data['text'] as { name?: string; replacement?: { name?: string } } | undefined;
  if (naming.has(type)) return text?.name;
  if (type !== 'EntryCorrected') return undefined;
  const corrected = history.find(({ id }) => id === data['entry']);
  return corrected && naming.has(corrected.type) ? text?.replacement?.name : undefined;
};
