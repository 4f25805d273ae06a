import { municipalityRef, status } from './common.schema.js';
import {
  count,
  flag,
  instant,
  object,
  orNull,
  partialDate,
  type Schema,
  string,
  uuid,
} from './schema.js';

/** Texts are read in the history of the measure. */
export const changeItem: Schema = object({
  position: string,
  stream: string,
  revision: orNull(count),
  entry: uuid,
  type: string,
  municipality: object(municipalityRef),
  measure: orNull(object({ id: uuid, title: string })),
  recordedAt: instant,
  occurredOn: orNull(partialDate),
  before: orNull(status),
  after: orNull(status),
  voided: flag,
  corrected: flag,
});
