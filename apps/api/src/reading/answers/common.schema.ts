import { statuses } from '@klimaspur/domain';
import {
  count,
  day,
  mapOf,
  object,
  oneOf,
  orNull,
  partialDate,
  type Schema,
  string,
  uuid,
  whole,
} from './schema.js';

export const status = oneOf(statuses);
export const byStatus = mapOf(statuses, count);
export const counts = object({
  byStatus,
  total: count,
  late: count,
  stale: count,
  toBeClarified: count,
});
/** Where it stands beside `counts`, these hold the measures of the town without them. */
export const ownProjects: Schema = {
  ...counts,
  description:
    'projects of allies that need no decision, counted apart from the measures of the town',
};
export const municipalityRef = { id: uuid, slug: string, name: string };
export const assessment = {
  scale: string,
  rating: string,
  since: day,
  on: orNull(partialDate),
  entry: uuid,
};
/** A field where it stands in its plan. */
export const planField = {
  id: uuid,
  parent: orNull(uuid),
  depth: count,
  rank: whole,
  name: string,
  description: orNull(string),
  number: orNull(string),
  assessment: orNull(object({ ...assessment, note: orNull(string) })),
};
