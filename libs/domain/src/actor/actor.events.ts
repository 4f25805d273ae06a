import { entryText, source } from '../shared/event-definition.js';
import { code, id, optional, text, url } from '../shared/fields.js';
import { actorKinds, contributions } from '../shared/vocabulary.js';

const category = 'actor' as const;
const additive = { category, mode: 'additive' } as const;

/** Events of an organisation that takes part: an office, an association, a company, a party. Never a private person. */
export const actorEvents = {
  ActorRegistered: {
    type: 'ActorRegistered',
    category,
    command: 'register-actor',
    mode: 'creating',
    recordKeeping: true,
    data: {
      municipality: id('municipality'),
      kind: code(actorKinds),
      organ: optional(id('organ', 'where it is an office or body that is already kept as one')),
    },
    text: { name: text(200), source },
    doc: 'An organisation is kept here from now on, as a draft: invited is not yet named in public.',
  },
  ActorDescribed: {
    type: 'ActorDescribed',
    category,
    command: 'describe-actor',
    mode: 'replacing',
    recordKeeping: false,
    data: { kind: code(actorKinds), organ: optional(id('organ')) },
    text: {
      name: text(200),
      website: optional(url()),
      contact: optional(text(300, 'of the organisation, never of a private person')),
      description: optional(text(10_000)),
    },
    doc: 'Name, kind and texts of the organisation from that day, replaced as a whole.',
  },
  ActorPublished: {
    ...additive,
    type: 'ActorPublished',
    command: 'publish-actor',
    recordKeeping: true,
    data: {},
    text: {},
    doc: 'The organisation agreed to be named: everybody may see its page from now on.',
  },
  ActorUnpublished: {
    ...additive,
    type: 'ActorUnpublished',
    command: 'unpublish-actor',
    recordKeeping: true,
    data: {},
    text: { reason: text(1000) },
    doc: 'The organisation is no longer named in public; a reason is given.',
  },
  ActorMerged: {
    ...additive,
    type: 'ActorMerged',
    command: 'merge-actor',
    recordKeeping: true,
    data: { actor: id('actor', 'the organisation that it is') },
    text: { note: optional(text(1000)) },
    doc: 'The organisation was registered twice: whatever names it is about the other one from now on. Voiding the entry parts them again.',
  },
  ActorAllianceJoined: {
    ...additive,
    type: 'ActorAllianceJoined',
    command: 'join-alliance',
    recordKeeping: false,
    data: {},
    text: entryText,
    doc: "The organisation belongs to the town's climate alliance from that day.",
  },
  ActorAllianceLeft: {
    ...additive,
    type: 'ActorAllianceLeft',
    command: 'leave-alliance',
    recordKeeping: false,
    data: {},
    text: entryText,
    doc: 'The organisation no longer belongs to the alliance from that day.',
  },
  ActorOfferMade: {
    ...additive,
    type: 'ActorOfferMade',
    command: 'make-offer',
    recordKeeping: false,
    data: { contribution: code(contributions) },
    text: { ...entryText, what: text(1000) },
    doc: '„Was wir einbringen“: what the organisation offers to all, not for one measure.',
  },
  ActorOfferWithdrawn: {
    ...additive,
    type: 'ActorOfferWithdrawn',
    command: 'withdraw-offer',
    recordKeeping: false,
    data: { offer: id('entry', 'the entry that made it') },
    text: entryText,
    doc: 'The offer no longer stands from that day.',
  },
} as const;
