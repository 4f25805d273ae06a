import { statuses } from '@klimaspur/domain';
import { count, day, mapOf, object, oneOf, string, uuid } from './schema.js';

export const status = oneOf(statuses);
export const byStatus = mapOf(statuses, count);
export const counts = object({
  byStatus,
  total: count,
  late: count,
  stale: count,
  toBeClarified: count,
});
export const municipalityRef = { id: uuid, slug: string, name: string };
export const assessment = { scale: string, rating: string, since: day, entry: uuid };
