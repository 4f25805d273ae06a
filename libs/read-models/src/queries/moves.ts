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

/** For doors: whether events of the town are on their way here. */
export const isArriving = (db: Statements, municipality: string): boolean =>
  db.get(
    `SELECT 1 FROM arrival a JOIN stream t ON t.key = a.municipality
    WHERE t.id = $municipality AND a.known_from IS NULL`,
    { municipality },
  ) !== undefined;

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

/** The same by the id of a town or of something of it, or by a slug; only what everybody could see. */
export const movedWith = (db: Statements, idOrSlug: string): MovedTown | undefined =>
  db.get<MovedTown>(
    `${named} AND t.key IN (${townKey('$asked')}, (SELECT s.municipality FROM stream s
      WHERE s.id = $asked AND (s.published = 1 OR s.category IN ('organ', 'decision'))))`,
    { asked: idOrSlug },
  );
