import { decisionEffects, decisionOutcomes, majorities, scopes } from '@klimaspur/domain';
import { evidence, streamEntry } from './history.schema.js';
import {
  count,
  day,
  flag,
  instant,
  list,
  object,
  oneOf,
  orNull,
  partialDate,
  type Schema,
  string,
  uuid,
} from './schema.js';

const scope = oneOf(scopes);

/** `history`: every entry about it, newest effect first, corrected and voided ones too. */
export const decisionDetail: Schema = object({
  id: uuid,
  municipality: uuid,
  revision: count,
  entry: uuid,
  title: string,
  paper: orNull(string),
  result: orNull(string),
  note: orNull(string),
  organ: object({ id: uuid, name: orNull(string) }),
  outcome: oneOf(decisionOutcomes),
  final: flag,
  votes: orNull(object({}, { majority: oneOf(majorities), yes: count, no: count, abstain: count })),
  occurredOn: orNull(partialDate),
  effectiveOn: day,
  recordedAt: instant,
  plan: orNull(object({ id: uuid, title: string, scope })),
  effects: list(object({ measure: uuid, title: string, effect: oneOf(decisionEffects), scope })),
  evidence: list(evidence),
  voidedBy: orNull(uuid),
  history: list(streamEntry),
});
