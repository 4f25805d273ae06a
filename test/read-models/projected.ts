import { DatabaseSync } from 'node:sqlite';
import { ReadModels } from '@klimaspur/read-models';
import { TestLog } from '@klimaspur/read-models/testing';
import type { Raw } from './recount.js';

/** Writes a made-up history into a log. */
export const logOf = async (history: readonly Raw[]): Promise<TestLog> => {
  const log = await TestLog.open();
  await append(log, history);
  return log;
};

export const append = (log: TestLog, history: readonly Raw[]): Promise<string[]> =>
  log.tell(
    ...history.map(({ stream, type, data, occurredOn, recordedAt, id }) => ({
      ...{ stream, type, data, id },
      on: occurredOn,
      at: recordedAt,
    })),
  );

/** The read models of a history, asked, and thrown away. */
export const projected = async (
  history: readonly Raw[],
  batch: number,
  ask: (models: ReadModels) => void,
): Promise<void> => {
  const log = await logOf(history);
  const models = await ReadModels.openInThread({ log: log.store, views: log.views(), batch });
  try {
    ask(models);
  } finally {
    await models.close();
    await log.close();
  }
};

/** Every row of a views file but the search index, whose parts follow from the texts. */
export const rowsOf = (views: string): Record<string, string[]> => {
  const db = new DatabaseSync(views, { readOnly: true });
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'measure_search%'
      AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all() as { name: string }[];
  const rows = Object.fromEntries(
    tables.map(({ name }) => {
      const found = db.prepare(`SELECT * FROM ${name}`).all();
      return [name, found.map((columns) => JSON.stringify(columns)).sort()];
    }),
  );
  db.close();
  return rows;
};

/** Throws where the search index holds other words than the texts. */
export const checkSearch = (views: string): void => {
  const db = new DatabaseSync(views);
  try {
    db.exec(`INSERT INTO measure_search (measure_search, rank) VALUES ('integrity-check', 1)`);
  } finally {
    db.close();
  }
};
