import { evidence } from './event-definition.js';
import { boolean, entryData, id, list, optional, text } from './fields.js';

/** The only public trace of a reader's notice. */
const dueToNotice = optional(boolean('„Korrigiert aufgrund eines Hinweises“'));

/** Events that every stream may hold; their names carry no prefix. */
export const entryEvents = {
  EntryCorrected: {
    type: 'EntryCorrected',
    command: 'correct-entry',
    mode: 'additive',
    recordKeeping: true,
    data: {
      entry: id('entry'),
      replacement: entryData('all terms of the entry as corrected, of the same type, without text'),
      dueToNotice,
    },
    text: {
      reason: text(1000),
      replacement: optional(entryData('all text of the entry as corrected')),
    },
    doc: 'An entry was wrong: this is what it should have said, in full; `occurredOn` is the day as corrected.',
  },
  EntryVoided: {
    type: 'EntryVoided',
    command: 'void-entry',
    mode: 'additive',
    recordKeeping: true,
    data: { entry: id('entry', 'may be a correction: then only that one falls'), dueToNotice },
    text: { reason: text(1000) },
    doc: 'An entry should not have been made. It stays visible, struck through, and no longer counts.',
  },
  EvidenceAdded: {
    type: 'EvidenceAdded',
    command: 'add-evidence',
    mode: 'additive',
    recordKeeping: true,
    data: { entry: id('entry') },
    text: { evidence: list(evidence, 20), note: optional(text(4000)) },
    doc: 'Evidence that came after the entry.',
  },
  TextRedacted: {
    type: 'TextRedacted',
    command: 'redact-text',
    mode: 'additive',
    recordKeeping: true,
    data: {
      entry: id('entry', 'any event of this stream that has text'),
      agreedBy: optional(id('person', 'who looked at it as the second person')),
    },
    text: { reason: text(1000) },
    doc: 'The text of an entry was taken out for good, with that of the corrections, voids and evidence it had by then.',
  },
} as const;
