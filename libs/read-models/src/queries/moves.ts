import { streamName } from '@klimaspur/event-store';
import { MOVED } from '../project/codes.js';
import { OPEN } from '../store/schema.js';
import type { Statements } from '../store/statements.js';
import type { Arrival, MovedTown, View } from '../types.js';
import { townKey } from './scope.js';

/** Where the records of a town came from, newest first, as far as it was known then. */
export const arrivalsOf = (db: Statements, town: number, { knownAt }: View): Arrival[] =>
  db
    .all<{ facts: string }>(
      `SELECT facts FROM arrival WHERE municipality = $town AND known_from <= $known
      ORDER BY known_from DESC, source DESC`,
      { town, known: knownAt ?? OPEN },
    )
    .map(({ facts }) => JSON.parse(facts) as Arrival);

/** For doors: the streams that tell of a transfer by which events of the town are on their way here. */
export const arrivingBy = (db: Statements, municipality: string): string[] =>
  db
    .all<{ id: string }>(
      `SELECT s.id FROM arrival a JOIN stream t ON t.key = a.municipality
      JOIN stream s ON s.key = a.source WHERE t.id = $municipality AND a.known_from IS NULL`,
      { municipality },
    )
    .map(({ id }) => streamName('source', id));

const named = `SELECT t.id, g.slug, m.name, t.moved AS address FROM stream t
  JOIN slug g ON g.municipality = t.key AND g.current = 1
  JOIN municipality_interval m ON m.municipality = t.key
    AND m.known_to = ${OPEN}
    AND m.valid_to = (SELECT max(n.valid_to) FROM municipality_interval n
      WHERE n.municipality = t.key AND n.known_to = m.known_to)
  WHERE t.published = ${MOVED}`;

/** Towns that everybody could see here, and that are kept elsewhere now; by name. */
export const movedTowns = (db: Statements): MovedTown[] =>
  db.all<MovedTown>(`${named} ORDER BY m.name_key, t.key`);

/** That everybody could see the stream `s`, as long as they saw its town. */
const wasSeen = `(s.published IN (1, ${MOVED}) OR s.category = 'organ'
  OR (s.category = 'decision' AND (
    NOT EXISTS (SELECT 1 FROM entry_name en WHERE en.stream = s.key)
    OR EXISTS (SELECT 1 FROM entry_name en JOIN stream n ON n.key = en.named
      WHERE en.stream = s.key AND n.published = 1))))`;

/** Towns to which something belongs; of a document those alone that name it, if nobody else here does. */
const owners = {
  thing: `SELECT s.municipality FROM stream s WHERE s.id = $asked AND ${wasSeen}`,
  entry: `SELECT c.municipality FROM change c JOIN stream s ON s.key = c.stream
    WHERE c.entry = $asked AND c.told = 1 AND ${wasSeen}`,
  file: `SELECT s.municipality FROM file_named f JOIN stream s ON s.key = f.stream
    WHERE f.sha256 = $asked AND ${wasSeen} AND NOT EXISTS (SELECT 1 FROM file_named o
      JOIN stream os ON os.key = o.stream JOIN stream ot ON ot.key = os.municipality
      WHERE o.sha256 = $asked AND ot.moved IS NULL)`,
} as const;
export type Belonging = keyof typeof owners | 'town';

/** The town that is kept elsewhere now, by its id or slug, or by something of it that everybody could see. */
export const movedWith = (db: Statements, asked: string, as: Belonging): MovedTown | undefined =>
  db.get<MovedTown>(`${named} AND t.key IN (${as === 'town' ? townKey('$asked') : owners[as]})`, {
    asked,
  });
