import {
  barRules,
  changeKinds,
  decisionStates,
  implementationStates,
  ratings,
  scaleNames,
} from '@klimaspur/domain';
import { counts, status } from './common.schema.js';
import { place } from './measure.schema.js';
import {
  count,
  day,
  flag,
  happenedOn,
  instant,
  list,
  listOf,
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

const moment = object({ asOf: day, knownAt: orNull(instant), counts });

const stand = object({
  status: orNull(status),
  rule: oneOf(barRules.map(({ rule }) => rule)),
  decision: oneOf(decisionStates),
  implementation: oneOf(implementationStates),
  plannedStart: orNull(partialDate),
  plannedEnd: orNull(partialDate),
  rating: orNull(object({ scale: oneOf(scaleNames), rating: oneOf(ratings) })),
});

const change = object(
  { kind: oneOf(changeKinds), entry: orNull(uuid), on: orNull(happenedOn), since: orNull(day) },
  {
    latest: { ...flag, description: 'it had happened by then; on which day is unknown' },
    days: {
      ...orNull(whole),
      description:
        'delayed: days late so far; finished: days after the planned end; rescheduled: days by which it was moved',
    },
    which: oneOf(['start', 'end']),
    from: orNull(partialDate),
    to: orNull(partialDate),
  },
);

const compared = object({
  id: uuid,
  title: string,
  published: flag,
  place: orNull(object(place)),
  before: orNull(stand),
  after: orNull(stand),
  heirs: list(uuid),
  changes: list(change),
  corrections: orNull(object({ corrected: count, voided: count, entry: uuid })),
  recordedOn: orNull(day),
});

export const comparison: Schema = listOf(compared, {
  from: moment,
  to: moment,
  byKind: mapOf(changeKinds, count),
});
