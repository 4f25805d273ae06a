import { boolean, id, integer, list, optional, pattern, url } from '../shared/fields.js';

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const written = { category: 'source', recordKeeping: true } as const;

/** Streams that one event may name: far below the largest append. */
export const STREAMS_NAMED = 10_000;

/** What is told of a town whose records were kept elsewhere before: written when they are taken over, by no command. */
export const sourceEvents = {
  SourceTransferBegun: {
    ...written,
    type: 'SourceTransferBegun',
    data: {
      municipality: id('municipality'),
      log: pattern(`^${uuid}$`, '0190a5e2-…', 'id of the log in which the town was kept before'),
      size: optional(
        integer(
          1,
          Number.MAX_SAFE_INTEGER,
          'of that log at its checkpoint; absent: no proofs came',
        ),
      ),
      root: optional(pattern('^[0-9a-f]{64}$', 'e3b0c442…', 'of that log at that size')),
      keyKnown: optional(
        boolean('true: the operator had the key of that log from elsewhere than the file'),
      ),
      skipped: integer(
        0,
        Number.MAX_SAFE_INTEGER,
        'first events of the file that were here already',
      ),
      streams: list(
        pattern(`^[a-z]+-${uuid}$`, 'measure-0190a5e2-…'),
        STREAMS_NAMED,
        'whose events follow; where there are more, in several events of this type',
      ),
    },
    text: { address: url('where the town was kept') },
    doc: 'The events of a town follow, as they stood in another log. Until the end of the transfer they are known since that log knew them.',
  },
  SourceClockNoted: {
    ...written,
    type: 'SourceClockNoted',
    data: {
      municipality: id('municipality'),
      knownSince: pattern(
        '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
        '2026-01-31T12:00:00.000Z',
      ),
    },
    text: {},
    doc: 'So late it had been in the other log before the next event of the transfer: its clock had stepped back since.',
  },
  SourceTransferCompleted: {
    ...written,
    type: 'SourceTransferCompleted',
    data: { municipality: id('municipality') },
    text: {},
    doc: 'All events of the town have come. From now on it is kept here.',
  },
} as const;
