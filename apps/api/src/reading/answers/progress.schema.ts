import { byStatus, counts, ownProjects, planField } from './common.schema.js';
import { count, day, list, object, orNull, type Schema, uuid } from './schema.js';

const field = object({ ...planField, plan: uuid, own: counts, all: counts });

export const statusPoint: Schema = object({ day, byStatus, total: count });

export const townProgress: Schema = object({
  counts,
  ownProjects,
  fields: list(field),
  withoutField: counts,
  inSeveralFields: {
    ...count,
    description: 'measures that stand in several fields at the top and are counted in each of them',
  },
  firstDay: orNull(day),
  recordedSince: orNull(day),
  overTime: list(statusPoint),
});
