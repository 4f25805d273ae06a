import { atTheBeginning, clockOf, type EventType, type Past } from '@klimaspur/domain';
import { categoryOf, idOf, streamName } from '@klimaspur/event-store';
import { readCheckpoint } from '../project/checkpoint.js';
import { END, OPEN } from '../store/schema.js';
import type { Statements } from '../store/statements.js';
import type {
  Imported,
  ImportedKind,
  ImportKey,
  MeasureNames,
  PersonRole,
  View,
} from '../types.js';
import { minutesSeen, paramsOf, streamSeen, visible } from './scope.js';

// For those who write, not for pages: an import must find what a draft holds, a door whose role counts.

interface Row {
  readonly kind: ImportedKind;
  readonly id: string;
  readonly category: string;
  readonly streamId: string;
  readonly voided: number;
  readonly municipality: string;
  readonly baseline: string;
}

/**
 * What an import brought under this key of its source, oldest first; usually one thing, or none. A key that does not
 * say of which town it is fits those of any, and stands behind those that fit as a whole.
 */
export const findImported = (
  db: Statements,
  { system, town, key, kind }: ImportKey,
): readonly Imported[] =>
  db
    .all<Row>(
      `SELECT k.kind, k.id, s.category, s.id AS streamId, t.id AS municipality,
        s.voided OR (k.kind = 'field' AND NOT EXISTS (
          SELECT 1 FROM field_interval f WHERE f.plan = k.stream AND f.field = k.id
          AND f.known_to = ${OPEN})) AS voided,
        (SELECT json_group_array(json_object('type', v.type, 'revision', v.revision, 'entry', v.entry,
          'category', vs.category, 'id', vs.id))
          FROM imported_value v JOIN stream vs ON vs.key = v.stream
          WHERE v.id = k.id AND v.revision = (
            SELECT max(w.revision) FROM imported_value w JOIN import_run r USING (correlation)
            WHERE w.id = v.id AND w.type = v.type AND w.stream = v.stream)) AS baseline
      FROM external_key k
      JOIN stream s ON s.key = k.stream
      JOIN stream t ON t.key = s.municipality
      WHERE k.system = $system AND k.key = $key AND ($town = '' OR k.town IN ($town, ''))
      AND ($kind IS NULL OR k.kind = $kind) ORDER BY k.town <> $town, k.stream, k.revision`,
      { system, key, town: town ?? '', kind: kind ?? null },
    )
    .map((row) => ({
      kind: row.kind,
      id: row.id,
      municipality: row.municipality,
      plan: row.category === 'plan' ? row.streamId : null,
      voided: row.voided === 1,
      baseline: (
        JSON.parse(row.baseline) as {
          type: EventType;
          revision: number;
          entry: string;
          category: string;
          id: string;
        }[]
      ).map(({ type, revision, entry, category, id }) => ({
        ...{ type, revision, entry },
        stream: streamName(category, id),
      })),
    }));

/** What the measures of a plan are called now, with all titles they ever had, the newest first. */
export const measureNames = (db: Statements, plan: string): readonly MeasureNames[] =>
  db
    .all<{ readonly id: string; readonly number: string | null; readonly titles: string }>(
      `SELECT s.id, p.number, (SELECT json_group_array(x.title ORDER BY x.valid_from DESC)
          FROM measure_text x WHERE x.measure = p.measure AND x.known_to = ${OPEN}) AS titles
      FROM placement p JOIN stream s ON s.key = p.measure
      WHERE p.plan = (SELECT key FROM stream WHERE id = $plan AND category = 'plan')
      AND p.known_to = ${OPEN} AND p.valid_to = ${END} AND s.voided = 0
      ORDER BY p.rank, s.key`,
      { plan },
    )
    .map(({ id, number, titles }) => ({ id, number, titles: JSON.parse(titles) as string[] }));

/** Roles that are held now, of a person or in a town (`null`: of the whole instance). */
export const roles = (
  db: Statements,
  { person, municipality }: { person?: string; municipality?: string | null },
): readonly PersonRole[] =>
  db
    .all<{ person: string; role: PersonRole['role']; municipality: string }>(
      `SELECT person, role, municipality FROM person_role
      WHERE ($person IS NULL OR person = $person)
      AND ($municipality IS NULL OR municipality = $municipality) ORDER BY person, role, municipality`,
      {
        person: person ?? null,
        municipality: municipality === undefined ? null : (municipality ?? ''),
      },
    )
    .map((row) => ({ ...row, municipality: row.municipality || null }));

/** Which of these streams the viewer may see: published towns, plans and measures, and bodies of such towns. */
export const shownStreams = (
  db: Statements,
  streams: readonly string[],
  view: View,
): ReadonlySet<string> => {
  const rows = db.all<{ name: string }>(
    `SELECT s.category || '-' || s.id AS name FROM json_each($names) n
    JOIN stream s ON s.id = substr(n.value, instr(n.value, '-') + 1)
      AND s.category = substr(n.value, 1, instr(n.value, '-') - 1)
    WHERE s.voided = 0 AND ${streamSeen('s', view.viewer)}`,
    { ...paramsOf(view), names: JSON.stringify(streams) },
  );
  return new Set(rows.map(({ name }) => name));
};

/** Which of these files are named by something that the viewer may see. */
export const shownFiles = (
  db: Statements,
  hashes: readonly string[],
  view: View,
): ReadonlySet<string> => {
  const rows = db.all<{ sha256: string }>(
    `SELECT DISTINCT f.sha256 FROM file_named f JOIN stream s ON s.key = f.stream
    WHERE f.sha256 IN (SELECT value FROM json_each($hashes))
      AND s.voided = 0 AND ${streamSeen('s', view.viewer)}
      AND (${minutesSeen('s.municipality', view.viewer)} OR NOT EXISTS (
        SELECT 1 FROM story y WHERE y.stream = s.key AND instr(y.told, f.sha256) = 0))`,
    { ...paramsOf(view), hashes: JSON.stringify(hashes) },
  );
  return new Set(rows.map(({ sha256 }) => sha256));
};

/** Which of these files are named at all, and by the entries of which towns: for those who take them away. */
export const townsNaming = (
  db: Statements,
  hashes: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const rows = db.all<{ sha256: string; towns: string }>(
    `SELECT f.sha256, json_group_array(DISTINCT t.id) AS towns FROM file_named f
    JOIN stream s ON s.key = f.stream JOIN stream t ON t.key = s.municipality
    WHERE f.sha256 IN (SELECT value FROM json_each($hashes)) GROUP BY f.sha256`,
    { hashes: JSON.stringify(hashes) },
  );
  return new Map(rows.map(({ sha256, towns }) => [sha256, JSON.parse(towns) as string[]]));
};

/** The town of a measure whose recording was voided; undefined: it was not, or the viewer may not see it. */
export const townOfVoidedMeasure = (db: Statements, id: string, view: View): string | undefined =>
  db.get<{ readonly town: string }>(
    `SELECT t.id AS town FROM stream s JOIN stream t ON t.key = s.municipality
    WHERE s.id = $id AND s.category = 'measure' AND s.voided = 1
      AND ${streamSeen('s', view.viewer)}`,
    { ...paramsOf(view), id },
  )?.town;

/** Which town a decision belongs to, and its revision; undefined: there is none that the viewer may see. */
export const decisionHead = (
  db: Statements,
  id: string,
  view: View,
): { readonly municipality: string; readonly revision: number } | undefined =>
  db.get(
    `SELECT t.id AS municipality, s.revision FROM stream s JOIN stream t ON t.key = s.municipality
    WHERE s.id = $id AND s.category = 'decision' AND ${streamSeen('s', view.viewer)}`,
    { ...paramsOf(view), id },
  );

/** Decisions of a town that the viewer may see, newest effect of the record first. */
export const decisionsOf = (db: Statements, municipality: string, view: View): readonly string[] =>
  db
    .all<{ id: string }>(
      `SELECT s.id FROM stream s JOIN stream t ON t.key = s.municipality
      WHERE t.id = $town AND s.category = 'decision' AND ${streamSeen('s', view.viewer)}
      AND EXISTS (SELECT 1 FROM change c WHERE c.stream = s.key AND c.known_since <= $known
        AND (c.recorded_on <= $day OR c.occurred_on <= $dayText))
      ORDER BY (SELECT max(coalesce(c.occurred_on, '')) FROM change c WHERE c.stream = s.key
        AND c.known_since <= $known) DESC,
        s.key DESC`,
      { ...paramsOf(view), town: municipality, dayText: view.asOf },
    )
    .map(({ id }) => id);

/**
 * Since when each event of a stream is known, as the projector gave it to each event of a stream; of one that it
 * has not come to, from the place where it is.
 */
export const knownSince = (db: Statements, stream: string): ((past: Past) => number) => {
  const params = { id: idOf(stream), category: categoryOf(stream) };
  const rows = db.all<{ revision: number; since: number }>(
    `SELECT k.revision, k.known_since AS since FROM stream s JOIN event_known k ON k.stream = s.key
    WHERE s.id = $id AND s.category = $category`,
    params,
  );
  const last =
    db.get<{ revision: number }>(
      'SELECT revision FROM stream WHERE id = $id AND category = $category',
      params,
    )?.revision ?? -1;
  const clock = clockOf(readCheckpoint(db.db)?.clocks ?? atTheBeginning, stream);
  const later = new Map(rows.map(({ revision, since }) => [revision, since]));
  return ({ revision, metadata }) => {
    const recordedAt = Date.parse(metadata.recordedAt);
    if (revision > last) return Math.max(recordedAt, clock);
    return later.get(revision) ?? recordedAt;
  };
};

/** How many events the rows were made from: a stream's revisions count from 0. */
export const eventCount = (db: Statements): number =>
  db.get<{ n: number | null }>('SELECT sum(revision + 1) AS n FROM stream')?.n ?? 0;

/** The measures of a plan that are (not) published, also those that go on elsewhere. */
export const measuresOfPlan = (
  db: Statements,
  { plan, published }: { readonly plan: string; readonly published: boolean },
  view: View,
): string[] =>
  db
    .all<{ id: string }>(
      `${visible(view)} SELECT m.id FROM shown s JOIN stream m ON m.key = s.measure
      WHERE s.municipality = (SELECT municipality FROM stream WHERE id = $plan)
      AND s.published = $published AND s.measure IN (
        SELECT p.measure FROM place p JOIN stream l ON l.key = p.plan WHERE l.id = $plan)
      ORDER BY s.measure`,
      { ...paramsOf(view), plan, published: Number(published) },
    )
    .map(({ id }) => id);

export const parkedAt = (db: Statements, stream: string): number | undefined =>
  db.get<{ revision: number }>('SELECT revision FROM parked WHERE stream = $stream', { stream })
    ?.revision;

export const hasNewer = (db: Statements, ids: readonly string[]): boolean =>
  db.get(
    `SELECT 1 FROM newer n JOIN stream s ON s.key = n.stream
    WHERE s.id IN (SELECT value FROM json_each($ids)) LIMIT 1`,
    { ids: JSON.stringify(ids) },
  ) !== undefined;
