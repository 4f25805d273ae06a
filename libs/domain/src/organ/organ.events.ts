import { source } from '../shared/event-definition.js';
import { boolean, code, id, text } from '../shared/fields.js';
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
} as const;
