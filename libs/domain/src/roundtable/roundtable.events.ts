import { entryText, source } from '../shared/event-definition.js';
import {
  boolean,
  code,
  date,
  id,
  integer,
  optional,
  pattern,
  text,
  url,
} from '../shared/fields.js';
import { mandates, rhythmUnits, roundtableFormats, seatKinds } from '../shared/vocabulary.js';
import { meetingEvents } from './meeting.events.js';

const category = 'roundtable' as const;
const additive = { category, mode: 'additive' } as const;

const clock = (doc?: string) => pattern('^([01][0-9]|2[0-3]):[0-5][0-9]$', '18:30', doc);
/** When a meeting begins, by the clocks of Germany, and how long it lasts. */
const hours = {
  time: optional(clock('by the clock of Europe/Berlin')),
  minutes: optional(integer(5, 1440, 'how long it lasts')),
  online: optional(boolean()),
} as const;

/** Events of a round table: its shape, its seats, its dates. What is said at its meetings stands in {@link meetingEvents}. */
export const roundtableEvents = {
  RoundtableFounded: {
    type: 'RoundtableFounded',
    category,
    command: 'found-roundtable',
    mode: 'creating',
    recordKeeping: true,
    data: { municipality: id('municipality'), format: code(roundtableFormats) },
    text: { name: text(200), source },
    doc: 'A round table, fixed appointment or jour fixe is kept here from now on, as a draft.',
  },
  RoundtableDescribed: {
    type: 'RoundtableDescribed',
    category,
    command: 'describe-roundtable',
    mode: 'replacing',
    recordKeeping: false,
    data: {
      format: code(roundtableFormats),
      mandate: optional(code(mandates)),
      decision: optional(id('decision', 'the decision that gave it its mandate')),
      organ: optional(id('organ', 'the body of the town it advises or is a guest of')),
      convenor: optional(id('actor', 'the organisation that invites')),
      openToPublic: optional(boolean('true where anybody may come and listen')),
      approvalDays: optional(integer(0, 365, 'usual period for approval of a Protokoll')),
    },
    text: {
      name: text(200),
      topic: optional(text(300)),
      description: optional(text(10_000)),
      mandate: optional(text(4000)),
      rules: optional(text(10_000)),
      rulesUrl: optional(url()),
      moderation: optional(text(300, 'an office or organisation, never a private person')),
      place: optional(text(300)),
    },
    doc: 'Name, mandate and rules of the table from that day, replaced as a whole.',
  },
  RoundtablePublished: {
    ...additive,
    type: 'RoundtablePublished',
    command: 'publish-roundtable',
    recordKeeping: true,
    data: {},
    text: {},
    doc: 'Everybody may see the table, and the Protokolle that are published, from now on.',
  },
  RoundtableUnpublished: {
    ...additive,
    type: 'RoundtableUnpublished',
    command: 'unpublish-roundtable',
    recordKeeping: true,
    data: {},
    text: { reason: text(1000) },
    doc: 'The table is a draft again; a reason is given.',
  },
  RoundtableEnded: {
    ...additive,
    type: 'RoundtableEnded',
    command: 'end-roundtable',
    recordKeeping: false,
    data: {},
    text: entryText,
    doc: 'The table no longer meets from that day.',
  },
  RoundtableRhythmSet: {
    ...additive,
    type: 'RoundtableRhythmSet',
    command: 'set-rhythm',
    recordKeeping: false,
    data: {
      from: date('first day of the rhythm; the later ones count from it'),
      every: integer(1, 52),
      unit: code(rhythmUnits),
      until: optional(date('last day on which it may fall')),
      ...hours,
    },
    text: { note: optional(text(4000)), place: optional(text(300)) },
    doc: 'It meets in a rhythm, such as every six weeks; MONTH: on the same weekday of the month (second Tuesday). Takes the place of the rhythm before.',
  },
  RoundtableRhythmEnded: {
    ...additive,
    type: 'RoundtableRhythmEnded',
    command: 'end-rhythm',
    recordKeeping: false,
    data: {},
    text: { note: optional(text(4000)) },
    doc: 'It meets by single appointments again.',
  },
  RoundtableSeatAdded: {
    ...additive,
    type: 'RoundtableSeatAdded',
    command: 'add-seat',
    recordKeeping: false,
    data: {
      seat: id('seat'),
      actor: id('actor'),
      kind: code(seatKinds, 'the group it is counted in'),
      voting: boolean('false: a guest'),
      places: optional(integer(1, 99, 'how many may come; absent: 1')),
    },
    text: { note: optional(text(1000)) },
    doc: 'An organisation has a seat from that day.',
  },
  RoundtableSeatEnded: {
    ...additive,
    type: 'RoundtableSeatEnded',
    command: 'end-seat',
    recordKeeping: false,
    data: { seat: id('seat') },
    text: { note: optional(text(1000)) },
    doc: 'The organisation left the table on that day.',
  },
  RoundtableMeetingConvened: {
    ...additive,
    type: 'RoundtableMeetingConvened',
    command: 'convene-meeting',
    recordKeeping: true,
    data: {
      meeting: id('meeting'),
      on: date('day of the meeting; a month where the day is not fixed yet'),
      occurrence: optional(date('the day of the rhythm that it stands for')),
      ...hours,
    },
    text: { topic: optional(text(300)), place: optional(text(300)) },
    doc: 'A meeting is to be held.',
  },
  RoundtableMeetingMoved: {
    ...additive,
    type: 'RoundtableMeetingMoved',
    command: 'move-meeting',
    recordKeeping: false,
    data: { meeting: id('meeting'), on: date('the new day'), ...hours },
    text: { note: optional(text(1000)), place: optional(text(300)) },
    doc: 'The meeting is on another day, at another hour or place; what is not named stays, but for the day.',
  },
  RoundtableMeetingCancelled: {
    ...additive,
    type: 'RoundtableMeetingCancelled',
    command: 'cancel-meeting',
    recordKeeping: false,
    data: { meeting: id('meeting') },
    text: { note: optional(text(1000)) },
    doc: 'The meeting is not held.',
  },
  ...meetingEvents,
} as const;
