import { roles } from '@klimaspur/domain';
import { count, list, object, oneOf, orNull, type Schema, string, uuid } from './schema.js';

/** `municipality`: the town the role is held for; the operator's is for the whole instance. */
export const personDetail: Schema = object({
  id: uuid,
  label: orNull(string),
  roles: list(object({ role: oneOf(roles) }, { municipality: uuid })),
  revision: orNull(count),
});
