import { comparePositions, type EventReader, type Position } from '@klimaspur/event-store';
import { makeIndexesInTurn, stampVersion } from '../store/schema.js';
import { fillSearch } from '../store/search-index.js';
import { openToBuild } from '../store/views-file.js';
import { Builder } from './builder.js';
import type { Parking } from './parking.js';
import { Projector } from './projector.js';

export interface BuildOptions {
  /** Awaited between steps, with the place in the log that is reached: to see to other work, and to stop by an error. */
  readonly pause: (reached: Position | null) => Promise<void>;
  /** Events in one transaction, once it follows the log. */
  readonly batch: number;
  /** Some stream cannot be told, so each is told for itself; what was parked before is known from there. */
  readonly apart?: Pick<Parking, 'get'>;
  /** What people see already. */
  readonly shown: () => Position;
}

/** Makes a views file from the whole log, and brings it level with what was shown meanwhile: nobody is to see less. */
export async function buildFile(
  log: EventReader,
  path: string,
  { pause, batch, apart, shown }: BuildOptions,
): Promise<void> {
  const db = openToBuild(path, apart !== undefined);
  const between = () => pause(null);
  try {
    await new Builder(log, db, pause, apart).build();
    await makeIndexesInTurn(db, between);
    await fillSearch(db, between);
    stampVersion(db);
    db.exec('PRAGMA optimize = 0x10002; PRAGMA journal_mode = MEMORY');
    const rest = new Projector(log, db, { batch });
    // Without a pause: where one writes as fast as this tells, it would never end.
    while (comparePositions(rest.level, shown()) < 0 && (await rest.next()));
  } finally {
    db.close();
  }
}
