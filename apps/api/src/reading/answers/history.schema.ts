import { status } from './common.schema.js';
import {
  anything,
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

const change = (value: Schema) => object({ from: value, to: value });
export const evidence = object(
  { kind: string },
  {
    title: string,
    url: string,
    page: string,
    quote: string,
    sha256: string,
    file: object({ mediaType: string, bytes: count }, { name: string }),
  },
);
const move = object({
  entry: uuid,
  which: oneOf(['start', 'end']),
  from: orNull(partialDate),
  to: partialDate,
});

const entry = {
  id: uuid,
  revision: count,
  type: string,
  recordKeeping: flag,
  data: anything,
  occurredOn: orNull(partialDate),
  effectiveOn: {
    ...day,
    description: 'day from which it counts; where `occurredOn` is null, that of recording',
  },
  recordedAt: instant,
  role: string,
  person: uuid,
  recordedBy: orNull(string),
  correctedBy: list(uuid),
  voidedBy: orNull(uuid),
  about: orNull(uuid),
  evidence: list(evidence),
  source: orNull(
    object({ decision: orNull(uuid), plan: orNull(uuid), roundtable: orNull(uuid), entry: uuid }),
  ),
};
const original = object({ data: anything, occurredOn: orNull(partialDate) });

/** `data`: as it counts now, after corrections; `original`: as it was first recorded. */
export const streamEntry: Schema = object(entry, { original });

/** Of a stream whose number of entries would tell how many of them are internal. */
export const roundtableEntry: Schema = object({ ...entry, revision: orNull(count) }, { original });

export const historyEntry: Schema = object(
  { ...entry, moves: list(move) },
  {
    original,
    status: change(orNull(status)),
    decision: change(string),
    implementation: change(string),
  },
);
