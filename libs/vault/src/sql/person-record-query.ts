import type {
  LinkRecord,
  Mention,
  NoteRecord,
  PersonRecord,
  SettledRecord,
} from '../person-record.js';
import type { Person } from '../vault.js';
import type { Sql } from './sql-database.js';

type Row = Readonly<Record<string, unknown>>;

/** Columns under the names of our types; what is not said is left out. */
const named = <T>(row: Row): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

const LINKS = `SELECT role, municipality, expires_at AS "expiresAt", used_at AS "usedAt",
  person = $1 AS "forThem", made_by = $1 AS "madeByThem"
  FROM login_links WHERE $1 IN (person, made_by) ORDER BY expires_at`;
const SETTLED = `SELECT id, municipality, measure, state, note, settled_at AS "settledAt"
  FROM notices WHERE settled_by = $1 ORDER BY settled_at`;
const NOTES = `SELECT id, municipality, measure,
  CASE WHEN coalesce(changed_by, CASE WHEN changed_at IS NULL THEN written_by END) = $1 THEN text END AS text,
  written_at AS "writtenAt", changed_at AS "changedAt"
  FROM measure_notes WHERE $1 IN (written_by, changed_by) ORDER BY written_at`;
const UPLOADS = `SELECT sha256, municipality, name, uploaded_at AS "uploadedAt"
  FROM file_uploads WHERE person = $1 ORDER BY uploaded_at`;
const KEYS = "SELECT name FROM secrets WHERE name LIKE '%:' || $1 ORDER BY name";
const ERASED = 'SELECT sha256, erased_at AS at FROM files WHERE erased_by = $1 ORDER BY erased_at';

/** All that a vault keeps of one person. */
export async function recordOf(sql: Sql, person: Person): Promise<PersonRecord> {
  const { id } = person;
  const all = async <T>(statement: string) =>
    (await sql.all<Row>(statement, id)).map((row) => named<T>(row));
  const [links, keys] = [await all<LinkRecord>(LINKS), await all<{ name: string }>(KEYS)];
  return {
    person,
    sessions: await all('SELECT expires_at AS "expiresAt" FROM sessions WHERE person = $1'),
    links: links.map((link) => ({
      ...link,
      forThem: Boolean(link.forThem),
      madeByThem: Boolean(link.madeByThem),
    })),
    keys: keys.map(({ name }) => name.slice(0, name.indexOf(':'))),
    settled: await all<SettledRecord>(SETTLED),
    notes: await all<NoteRecord>(NOTES),
    uploads: await all(UPLOADS),
    erasedFiles: await all(ERASED),
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
  ['dismissal', 'SELECT event AS id, reason FROM dismissals'],
];

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('de');

/** Compared here and not by the database: SQLite knows no case beyond ASCII. */
export async function mentionsOf(sql: Sql, text: string): Promise<Mention[]> {
  const wanted = folded(text);
  const mentions: Mention[] = [];
  for (const [kind, statement] of PLACES) {
    for (const row of await sql.all<Row>(statement)) {
      const { id, municipality, measure, ...said } = named<Record<string, string>>(row);
      if (!Object.values(said).some((value) => folded(value).includes(wanted))) continue;
      mentions.push({
        kind,
        id: id!,
        said,
        ...(municipality === undefined ? {} : { municipality }),
        ...(measure === undefined ? {} : { measure }),
      });
    }
  }
  return mentions;
}
