import { REFUSAL } from '../sql/fence.js';

/** Refuses what would be kept under the pseudonym of an erased person in this column. */
const fence = (table: string, column: string): string => `
  CREATE TRIGGER fence_${column} BEFORE INSERT OR UPDATE OF ${column} ON ${table}
    FOR EACH ROW WHEN (NEW.${column} IS NOT NULL) EXECUTE FUNCTION fence('${column}');`;

/** Counts what public pages show, at the end of each change, so that nobody waits for the count while holding anything. */
const shown = (table: string): string => `
  CREATE CONSTRAINT TRIGGER shown AFTER INSERT OR UPDATE OR DELETE ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_public_version();`;

const TEXT = 'TEXT COLLATE "C"';

/**
 * By their number. What has been released is never changed, and an older Klimaspur must go on with the vault of a newer
 * one: a step adds tables or columns that may be empty, and nothing else.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE persons (
    id ${TEXT} PRIMARY KEY,
    label ${TEXT} NOT NULL,
    created_at BIGINT NOT NULL
  );
  CREATE TABLE login_links (
    hash BYTEA PRIMARY KEY,
    id ${TEXT} NOT NULL,
    role ${TEXT} NOT NULL,
    municipality ${TEXT},
    person ${TEXT} NOT NULL,
    made_by ${TEXT} NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
  );
  CREATE TABLE sessions (
    hash BYTEA PRIMARY KEY,
    person ${TEXT} NOT NULL,
    expires_at BIGINT NOT NULL
  );
  CREATE INDEX sessions_of_person ON sessions (person);
  CREATE TABLE pages (
    key ${TEXT} NOT NULL,
    lang ${TEXT} NOT NULL,
    text ${TEXT} NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (key, lang)
  );
  CREATE TABLE responsible (
    municipality ${TEXT} PRIMARY KEY,
    name ${TEXT} NOT NULL,
    address ${TEXT} NOT NULL,
    email ${TEXT} NOT NULL,
    changed_at BIGINT NOT NULL
  );
  CREATE TABLE notices (
    id ${TEXT} PRIMARY KEY,
    municipality ${TEXT} NOT NULL,
    measure ${TEXT} NOT NULL,
    entry ${TEXT},
    text ${TEXT} NOT NULL,
    source ${TEXT},
    email ${TEXT},
    received_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    state ${TEXT} NOT NULL,
    note ${TEXT},
    settled_at BIGINT,
    settled_by ${TEXT}
  );
  CREATE INDEX notices_of_municipality ON notices (municipality, state, received_at);
  CREATE TABLE measure_notes (
    id ${TEXT} PRIMARY KEY,
    municipality ${TEXT} NOT NULL,
    measure ${TEXT} NOT NULL,
    text ${TEXT} NOT NULL,
    written_at BIGINT NOT NULL,
    written_by ${TEXT},
    changed_at BIGINT,
    changed_by ${TEXT}
  );
  CREATE INDEX notes_of_measure ON measure_notes (measure, written_at);
  CREATE TABLE contacts (
    id ${TEXT} PRIMARY KEY,
    municipality ${TEXT} NOT NULL,
    actor ${TEXT} NOT NULL,
    name ${TEXT},
    email ${TEXT},
    note ${TEXT},
    changed_at BIGINT NOT NULL
  );
  CREATE INDEX contacts_of_municipality ON contacts (municipality, actor);
  CREATE TABLE meeting_notes (
    municipality ${TEXT} NOT NULL,
    meeting ${TEXT} NOT NULL,
    join_url ${TEXT},
    text ${TEXT},
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality, meeting)
  );
  CREATE TABLE files (
    sha256 ${TEXT} PRIMARY KEY,
    media_type ${TEXT} NOT NULL,
    bytes BIGINT NOT NULL,
    erased_at BIGINT,
    reason ${TEXT},
    erased_by ${TEXT}
  );
  CREATE TABLE file_uploads (
    sha256 ${TEXT} NOT NULL,
    person ${TEXT} NOT NULL,
    municipality ${TEXT} NOT NULL,
    name ${TEXT} NOT NULL,
    uploaded_at BIGINT NOT NULL,
    PRIMARY KEY (sha256, person, municipality)
  );
  CREATE TABLE secrets (
    name ${TEXT} PRIMARY KEY,
    bytes BYTEA NOT NULL
  );
  CREATE TABLE renewed_secrets (
    name ${TEXT} PRIMARY KEY,
    since BIGINT NOT NULL
  );
  CREATE TABLE checkpoints (
    origin ${TEXT} NOT NULL,
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    note ${TEXT} NOT NULL,
    signed_at BIGINT NOT NULL,
    PRIMARY KEY (origin, size)
  );
  CREATE TABLE erased_persons (
    person ${TEXT} PRIMARY KEY,
    erased_at BIGINT NOT NULL
  );
  CREATE TABLE public_version (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    version BIGINT NOT NULL
  );
  INSERT INTO public_version VALUES (1, 0);

  CREATE FUNCTION count_public_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('klimaspur.filling', true) = 'yes' THEN RETURN NULL; END IF;
    UPDATE public_version SET version = version + 1;
    RETURN NULL;
  END $$;

  -- Whoever writes under a pseudonym shares its lock, and whoever erases it has it alone: what is under way comes
  -- before, and is destroyed, or behind, and is refused.
  CREATE FUNCTION fence() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    owner TEXT COLLATE "C" := to_jsonb(NEW) ->> TG_ARGV[0];
  BEGIN
    IF current_setting('klimaspur.filling', true) = 'yes' THEN RETURN NEW; END IF;
    -- Keys are named for what they are for and, behind a colon, for whom.
    IF TG_TABLE_NAME = 'secrets' THEN owner := substring(owner FROM ':([^:]*)$'); END IF;
    IF owner IS NULL THEN RETURN NEW; END IF;
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('person ' || owner, 0));
    IF EXISTS (SELECT 1 FROM erased_persons WHERE person = owner) THEN
      RAISE EXCEPTION '${REFUSAL}';
    END IF;
    RETURN NEW;
  END $$;
  ${['persons', 'pages', 'responsible', 'files'].map(shown).join('')}
  ${fence('persons', 'id')}
  ${fence('sessions', 'person')}
  ${fence('login_links', 'person')}
  ${fence('file_uploads', 'person')}
  ${fence('files', 'erased_by')}
  ${fence('measure_notes', 'written_by')}
  ${fence('measure_notes', 'changed_by')}
  ${fence('notices', 'settled_by')}
  ${fence('secrets', 'name')}
  `,
  `
  CREATE TABLE leases (
    name ${TEXT} PRIMARY KEY,
    holder ${TEXT} NOT NULL,
    fence BIGINT NOT NULL,
    taken_at BIGINT NOT NULL,
    until BIGINT NOT NULL
  );
  `,
  `
  CREATE TABLE dismissals (
    projection ${TEXT} NOT NULL,
    event ${TEXT} NOT NULL,
    stream ${TEXT} NOT NULL,
    reason ${TEXT} NOT NULL,
    dismissed_at BIGINT NOT NULL,
    PRIMARY KEY (projection, event)
  );
  `,
];
