import { entryText, votes } from '../shared/event-definition.js';
import { boolean, code, id, list, object, optional, text } from '../shared/fields.js';
import { decisionEffects, decisionOutcomes, scopes } from '../shared/vocabulary.js';

/** Events of a decision that concerns several measures, such as the vote on a whole plan. */
export const decisionEvents = {
  DecisionRecorded: {
    type: 'DecisionRecorded',
    category: 'decision',
    command: 'record-decision',
    mode: 'creating',
    recordKeeping: false,
    data: {
      municipality: id('municipality'),
      organ: id('organ'),
      outcome: code(decisionOutcomes),
      final: boolean('true where this vote ended the matter'),
      votes,
      plan: optional(object({ plan: id('plan'), scope: code(scopes) })),
      effects: list(
        object({ measure: id('measure'), effect: code(decisionEffects), scope: code(scopes) }),
        2000,
        'the measures it concerns, each named',
      ),
    },
    text: {
      ...entryText,
      title: text(300),
      paper: optional(text(120, 'number of the paper (Drucksache)')),
      result: optional(text(1000, 'the result in the words of the minutes')),
    },
    doc: 'A body voted. A policy writes the effect into the stream of each measure named, and of the plan.',
  },
} as const;
