import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type {
  LinkRecord,
  Mention,
  NoteRecord,
  PersonRecord,
  SettledRecord,
} from '../person-record.js';
import type { Person } from '../vault.js';

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Columns under the names of our types; what is not said is left out. */
const named = <T>(row: Row): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

const LINKS = `SELECT role, municipality, expires_at AS expiresAt, used_at AS usedAt,
  person = $id AS forThem, made_by = $id AS madeByThem
  FROM login_links WHERE $id IN (person, made_by) ORDER BY expires_at`;
const SETTLED = `SELECT id, municipality, measure, state, note, settled_at AS settledAt
  FROM notices WHERE settled_by = $id ORDER BY settled_at`;
const NOTES = `SELECT id, municipality, measure,
  CASE WHEN coalesce(changed_by, CASE WHEN changed_at IS NULL THEN written_by END) = $id THEN text END AS text,
  written_at AS writtenAt, changed_at AS changedAt
  FROM measure_notes WHERE $id IN (written_by, changed_by) ORDER BY written_at`;
const UPLOADS = `SELECT sha256, municipality, name, uploaded_at AS uploadedAt
  FROM file_uploads WHERE person = $id ORDER BY uploaded_at`;
const ERASED = 'SELECT sha256, erased_at AS at FROM files WHERE erased_by = $id ORDER BY erased_at';

/** All that a vault keeps of one person. */
export function recordOf(db: DatabaseSync, person: Person): PersonRecord {
  const { id } = person;
  const all = <T>(sql: string) =>
    db
      .prepare(sql)
      .all({ id })
      .map((row) => named<T>(row));
  return {
    person,
    sessions: all('SELECT expires_at AS expiresAt FROM sessions WHERE person = $id'),
    links: all<LinkRecord>(LINKS).map((link) => ({
      ...link,
      forThem: Boolean(link.forThem),
      madeByThem: Boolean(link.madeByThem),
    })),
    keys: all<{ name: string }>("SELECT name FROM secrets WHERE name LIKE '%:' || $id").map(
      ({ name }) => name.slice(0, name.indexOf(':')),
    ),
    settled: all<SettledRecord>(SETTLED),
    notes: all<NoteRecord>(NOTES),
    uploads: all(UPLOADS),
    erasedFiles: all(ERASED),
  };
}

/** Where people may be named: what is typed by hand, and by whom it is found. */
const PLACES: readonly (readonly [Mention['kind'], sql: string])[] = [
  ['person', 'SELECT id, label FROM persons'],
  ['contact', 'SELECT id, municipality, name, email, note FROM contacts'],
  ['notice', 'SELECT id, municipality, measure, text, source, email, note FROM notices'],
  ['note', 'SELECT id, municipality, measure, text FROM measure_notes'],
  ['meeting-note', 'SELECT meeting AS id, municipality, join_url, text FROM meeting_notes'],
  ['responsible', 'SELECT municipality AS id, municipality, name, address, email FROM responsible'],
  ['page', "SELECT key || '/' || lang AS id, text FROM pages"],
];

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('de');

/** Compared here and not by SQLite, which knows no case beyond ASCII. */
export function* mentionsOf(db: DatabaseSync, text: string): Generator<Mention> {
  const wanted = folded(text);
  for (const [kind, sql] of PLACES) {
    for (const row of db.prepare(sql).iterate()) {
      const { id, municipality, measure, ...said } = named<Record<string, string>>(row);
      if (!Object.values(said).some((value) => folded(value).includes(wanted))) continue;
      yield {
        kind,
        id: id!,
        said,
        ...(municipality === undefined ? {} : { municipality }),
        ...(measure === undefined ? {} : { measure }),
      };
    }
  }
}
