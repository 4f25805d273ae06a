import type { Row } from '../row.js';

/** An object with this key, or without it. */
export const present = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;

/** Columns of every node that stay outside, measure or field. */
export const leaveNodeColumns = (row: Row, model: string) => {
  row.value('path', 'depth', 'numchild', 'city');
  row.leave(`${model}.`, 'slugs', 'technical');
  row.leave(`${model}.`, 'internal_information', 'personal');
  row.leave(`${model}.`, 'execution_completion', 'not-yet', (value) => value === 0);
  row.leaveTheRest(`${model}.`);
};
