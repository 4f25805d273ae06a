import { REFUSAL } from '../sql/fence.js';

/** Where a pseudonym may be written. */
const written: readonly (readonly [table: string, column: string])[] = [
  ['persons', 'id'],
  ['sessions', 'person'],
  ['login_links', 'person'],
  ['file_uploads', 'person'],
  ['files', 'erased_by'],
  ['measure_notes', 'written_by'],
  ['measure_notes', 'changed_by'],
  ['notices', 'settled_by'],
];

const refuse = (name: string, change: string, isTheirs: string): string =>
  `CREATE TRIGGER IF NOT EXISTS fence_${name} BEFORE ${change}
  WHEN EXISTS (SELECT 1 FROM erased_persons WHERE ${isTheirs})
  BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END;`;

const refuseBoth = (table: string, column: string): readonly string[] => {
  const [name, isTheirs] = [`${table}_${column}`, `person = NEW.${column}`];
  return [
    refuse(name, `INSERT ON ${table}`, isTheirs),
    refuse(`${name}_again`, `UPDATE OF ${column} ON ${table}`, isTheirs),
  ];
};

/**
 * Who was erased. By triggers in the file itself: whoever writes at the same moment, in whichever process, comes before
 * or is refused.
 */
export const FENCE = [
  `CREATE TABLE IF NOT EXISTS erased_persons (
    person TEXT PRIMARY KEY,
    erased_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`,
  ...written.flatMap(([table, column]) => refuseBoth(table, column)),
  refuse('secrets', 'INSERT ON secrets', `NEW.name LIKE '%:' || person`),
].join('\n');
