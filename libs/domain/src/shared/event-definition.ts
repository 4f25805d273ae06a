import type { Fields, Shape } from './fields.js';
import {
  boolean,
  code,
  date,
  integer,
  list,
  object,
  optional,
  pattern,
  text,
  url,
} from './fields.js';
import { evidenceKinds, majorities, mediaTypes } from './vocabulary.js';

export const categories = [
  'municipality',
  'person',
  'organ',
  'plan',
  'measure',
  'decision',
  'actor',
  'roundtable',
] as const;
export type Category = (typeof categories)[number];

/**
 * - `creating`: the first event of a new stream; its id comes from the command.
 * - `additive`: says that something happened; decided again after a conflict.
 * - `replacing`: overwrites what others may have changed; needs `If-Match` over HTTP.
 */
export type CommandMode = 'creating' | 'additive' | 'replacing';

/** Which axis of a measure an entry speaks about; `CHECK` says only that somebody looked. */
export type Axis = 'DECISION' | 'IMPLEMENTATION' | 'ASSESSMENT' | 'CHECK';

/** One kind of stored event: its name, its fields, the command that asks for it. */
export interface EventDefinition {
  readonly type: string;
  readonly category: Category;
  readonly command: string;
  readonly mode: CommandMode;
  /** Record-keeping events are about our records, not about the town: `asOf` never drops them. */
  readonly recordKeeping: boolean;
  readonly axis?: Axis;
  /** Terms, ids, numbers and dates. */
  readonly data: Fields;
  /** What a person typed or a source wrote; stored under `data.text`, can be taken out. */
  readonly text: Fields;
  readonly doc: string;
}

/** `data` as stored: the terms, and beside them what was typed. */
export type DataOf<D extends Pick<EventDefinition, 'data' | 'text'>> = Shape<D['data']> & {
  readonly text?: Shape<D['text']>;
};

/** A document kept here. Its bytes lie outside the log, under their hash, and can be erased. */
export const keptFile = object({
  mediaType: code(mediaTypes),
  bytes: integer(1, 100_000_000),
  name: optional(text(200, 'as it was uploaded')),
});

export const evidence = object({
  kind: code(evidenceKinds),
  title: optional(text(300)),
  url: optional(url()),
  page: optional(text(40)),
  quote: optional(text(2000)),
  sha256: optional(pattern('^[0-9a-f]{64}$', 'e3b0c442…', 'of the document as it was seen')),
  file: optional(keptFile),
});

/** What every entry about the town may carry. Without evidence the entry says „ohne Beleg“. */
export const entryText = {
  note: optional(text(4000)),
  evidence: optional(list(evidence, 20)),
} as const;

/** Where an imported thing came from: never a path. */
export const source = optional(
  object(
    {
      system: text(60, 'such as "LocalZero"'),
      town: optional(text(120)),
      key: text(200, 'the key the source uses'),
    },
    'where an imported thing came from; a second import finds it by this',
  ),
);

/** Marks what a file said: „Aus Bestandsdaten übernommen“; a second import compares with it. */
export const imported = optional(
  boolean('true: taken from an imported file, not seen by a monitor'),
);

/** A list tells what had happened by its day, and often not when. */
export const dayIsLatest = optional(
  boolean(
    'true: it had happened by `occurredOn`, the day for which a list speaks; on which day is unknown',
  ),
);

/** Votes as far as they are known: any part may be missing. */
export const votes = optional(
  object({
    majority: optional(code(majorities)),
    yes: optional(integer(0, 9999)),
    no: optional(integer(0, 9999)),
    abstain: optional(integer(0, 9999)),
  }),
);

export const plannedDates = {
  plannedStart: optional(date('first day, month or year planned for the start')),
  plannedEnd: optional(date('last day, month or year planned for the end')),
} as const;
