import { assessment, byStatus, counts } from './common.schema.js';
import { count, day, list, object, orNull, type Schema, string, uuid, whole } from './schema.js';

const field = object({
  id: uuid,
  plan: uuid,
  parent: orNull(uuid),
  depth: count,
  rank: whole,
  name: string,
  description: orNull(string),
  number: orNull(string),
  own: counts,
  all: counts,
  assessment: orNull(object({ ...assessment, note: orNull(string) })),
});

export const statusPoint: Schema = object({ day, byStatus, total: count });

export const townProgress: Schema = object({
  counts,
  fields: list(field),
  withoutField: counts,
  firstDay: orNull(day),
  recordedSince: orNull(day),
  overTime: list(statusPoint),
});
