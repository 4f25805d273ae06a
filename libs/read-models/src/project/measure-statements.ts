import type { DatabaseSync } from 'node:sqlite';

export const intervalColumns = [
  'municipality',
  'measure',
  'known_from',
  'valid_from',
  'known_to',
  'valid_to',
  'published',
  'status',
  'late',
  'stale',
  'unclear',
  'own',
  'decision',
  'implementation',
  'here',
  'last_news',
  'planned_end',
  'state',
] as const;
export const packColumns = [
  'measure',
  'municipality',
  'published',
  'position',
  'present',
  'rows',
  'texts',
] as const;
export const textColumns = [
  'row',
  'municipality',
  'measure',
  'known_from',
  'valid_from',
  'known_to',
  'valid_to',
  'title',
  'title_key',
  'sheet',
  'folded',
] as const;

/** What is written of a measure that was written before. */
export const statementsFor = (db: DatabaseSync) => ({
  indexText: db.prepare('INSERT INTO measure_search (rowid, folded) VALUES (?, ?)'),
  unindexText: db.prepare(
    `INSERT INTO measure_search (measure_search, rowid, folded) VALUES ('delete', ?, ?)`,
  ),
  textsSince: db.prepare(
    'SELECT row, folded FROM measure_text WHERE measure = ? AND known_from >= ?',
  ),
  deleteText: db.prepare('DELETE FROM measure_text WHERE row = ?'),
  deleteIntervals: db.prepare(
    'DELETE FROM measure_interval WHERE municipality = ? AND measure = ? AND known_from >= ?',
  ),
  deleteStates: db.prepare('DELETE FROM measure_state WHERE measure = ? AND state >= ?'),
  closeInterval: db.prepare(
    `UPDATE measure_interval SET known_to = ?
          WHERE municipality = ? AND measure = ? AND known_from = ? AND valid_from = ?`,
  ),
  closeText: db.prepare(
    'UPDATE measure_text SET known_to = ? WHERE measure = ? AND known_from = ? AND valid_from = ?',
  ),
  repack: db.prepare(
    `INSERT OR REPLACE INTO measure_pack (${packColumns.join(', ')}) 
      VALUES (${packColumns.map(() => '?').join(', ')})`,
  ),
  publish: db.prepare(
    'UPDATE measure_interval SET published = ? WHERE municipality = ? AND measure = ?',
  ),
});
