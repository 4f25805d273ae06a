import { entryText, source } from '../shared/event-definition.js';
import { boolean, code, id, integer, optional, text, url } from '../shared/fields.js';
import { organKinds } from '../shared/vocabulary.js';

/** Events of a body or office (Gremium, Amt). */
export const organEvents = {
  OrganRegistered: {
    type: 'OrganRegistered',
    category: 'organ',
    command: 'register-organ',
    mode: 'creating',
    recordKeeping: true,
    data: {
      municipality: id('municipality'),
      kind: code(organKinds),
      decidesFinally: boolean('true where a vote of this body ends the matter'),
    },
    text: { name: text(200, "the town's own name of the body"), source },
    doc: 'A body or office of the town, with the name the town uses.',
  },
  OrganDescribed: {
    type: 'OrganDescribed',
    category: 'organ',
    command: 'describe-organ',
    mode: 'replacing',
    recordKeeping: false,
    data: {
      kind: code(organKinds),
      decidesFinally: boolean('true where a vote of this body ends the matter'),
      seats: optional(integer(1, 999)),
    },
    text: {
      name: text(200, "the town's own name of the body"),
      website: optional(url()),
      note: optional(text(4000)),
    },
    doc: 'Name, kind and powers of the body from that day; what it decided before stays as it was.',
  },
  OrganClosed: {
    type: 'OrganClosed',
    category: 'organ',
    command: 'close-organ',
    mode: 'additive',
    recordKeeping: false,
    data: {},
    text: entryText,
    doc: 'The body no longer exists from that day, for example after an election.',
  },
} as const;
