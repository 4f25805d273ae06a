import { ratings, scaleNames, shifts } from '@klimaspur/domain';
import {
  count,
  day,
  list,
  listOf,
  object,
  oneOf,
  orNull,
  partialDate,
  type Schema,
  string,
  uuid,
  whole,
} from './schema.js';

const recordedSince = orNull(day);

export const stages: Schema = listOf(
  object({
    day,
    total: count,
    decided: count,
    begun: count,
    finished: count,
    givenUp: count,
    begunUndecided: count,
    decisionUnknown: count,
  }),
  { recordedSince },
);

const rating = object({ rating: oneOf(ratings), count });

export const assessments: Schema = listOf(
  object({
    day,
    total: count,
    assessed: count,
    notAssessed: {
      ...count,
      description: 'expressly not assessed; what is neither this nor assessed is still open',
    },
    scales: list(object({ scale: oneOf(scaleNames), ratings: list(rating) })),
  }),
  { recordedSince },
);

const movedMeasure = object({
  id: uuid,
  title: string,
  first: partialDate,
  now: partialDate,
  times: count,
  days: whole,
});

export const movedDates: Schema = listOf(movedMeasure, {
  measures: count,
  planned: count,
  moves: count,
  shifts: list(object({ shift: oneOf(shifts.map(({ shift }) => shift)), count })),
});
