import {
  actorKinds,
  catalogue,
  contributions,
  handedTo,
  itemKinds,
  itemResults,
  replies,
  rhythmUnits,
  roundtableFormats,
  seatKinds,
} from '@klimaspur/domain';
import { evidence } from './history.schema.js';
import {
  count,
  day,
  flag,
  list,
  object,
  oneOf,
  orNull,
  partialDate,
  type Schema,
  stored,
  string,
  uuid,
  whole,
} from './schema.js';

const head = {
  id: uuid,
  municipality: uuid,
  published: flag,
  revision: orNull(count),
};
const on = orNull(partialDate);
const words = orNull(string);

/** An organisation that takes part. */
export const actor: Schema = object({
  ...head,
  kind: oneOf(actorKinds),
  organ: orNull(uuid),
  name: string,
  website: words,
  contact: words,
  description: words,
  inAlliance: orNull(object({ entry: uuid, on })),
  offers: list(object({ entry: uuid, contribution: oneOf(contributions), what: string, on })),
});

const rhythm = object(
  {
    entry: uuid,
    from: day,
    every: whole,
    unit: oneOf(rhythmUnits),
    place: words,
    endedOn: orNull(day),
  },
  { until: partialDate, time: string, minutes: whole, online: flag },
);

const seat = object({
  seat: uuid,
  entry: uuid,
  actor: uuid,
  kind: oneOf(seatKinds),
  voting: flag,
  places: count,
  on,
  endedOn: on,
  ended: flag,
});

const protocol = object({
  step: oneOf(['NONE', 'DRAFT', 'CIRCULATED', 'APPROVED', 'PUBLISHED']),
  circulatedOn: on,
  approvalUntil: on,
  approvedOn: on,
  changedSince: flag,
  objections: list(object({ entry: uuid, actor: uuid, item: orNull(uuid), note: string, on })),
});

const meeting = object({
  meeting: uuid,
  key: string,
  entry: uuid,
  on: partialDate,
  time: words,
  minutes: orNull(count),
  online: flag,
  place: words,
  topic: words,
  occurrence: on,
  rhythm: orNull(uuid),
  changes: count,
  cancelled: orNull(object({ entry: uuid, note: words })),
  off: flag,
  held: orNull(
    object({
      entry: uuid,
      on,
      groups: list(uuid),
      guests: orNull(count),
      summary: words,
      note: words,
    }),
  ),
  invited: list(uuid),
  replies: list(object({ actor: uuid, reply: oneOf(replies), persons: orNull(count) })),
  protocol,
});

const conclusion = object(
  {
    entry: uuid,
    meeting: uuid,
    result: oneOf(itemResults),
    on,
    commonGround: words,
    text: words,
    note: words,
    evidence: list(evidence),
    releases: list(object({ entry: uuid, actor: uuid })),
  },
  {
    dissent: list(uuid),
    handedTo: oneOf(handedTo),
    recipient: uuid,
    answerBy: partialDate,
  },
);

const answer = object({
  entry: uuid,
  kind: oneOf(['ANSWER', 'FACT_CHECK']),
  answeredBy: orNull(uuid),
  answer: string,
  note: words,
  evidence: list(evidence),
  on,
});

const item = object({
  item: uuid,
  entry: uuid,
  meeting: uuid,
  rank: whole,
  kind: oneOf(itemKinds),
  measure: orNull(uuid),
  followUp: orNull(uuid),
  broughtBy: orNull(uuid),
  topic: string,
  text: words,
  commonGround: words,
  evidence: list(evidence),
  conclusions: list(conclusion),
  takenUp: list(object({ entry: uuid, measure: uuid, on })),
  answers: list(answer),
});

const end = orNull(object({ entry: uuid, on, note: words }));
const followUp = object({
  followUp: uuid,
  entry: uuid,
  actor: uuid,
  meeting: orNull(uuid),
  item: orNull(uuid),
  measure: orNull(uuid),
  what: string,
  note: words,
  on,
  due: on,
  moves: count,
  reminded: list(on),
  done: end,
  dropped: end,
});

const own = {
  ...head,
  format: oneOf(roundtableFormats),
  name: string,
  ended: orNull(object({ entry: uuid, on })),
};

/** A round table in a list. `meetings`: the days for which it was convened and not called off, earliest first. */
export const roundtableItem: Schema = object({
  ...own,
  topic: words,
  meetings: list(object({ meeting: uuid, on: partialDate, held: flag })),
});

const { data, text } = catalogue.RoundtableDescribed;

/** `unnamed`: organisations that did not agree to be named; `groups`: how many of them were at a meeting, by its id. */
export const roundtableDetail: Schema = object({
  ...own,
  since: orNull(day),
  described: orNull(stored({ ...data, text: { kind: 'object', fields: text, optional: true } })),
  rhythms: list(rhythm),
  seats: list(seat),
  meetings: list(meeting),
  items: list(item),
  followUps: list(followUp),
  unnamed: object({ seats: count, groups: { type: 'object', additionalProperties: count } }),
});
