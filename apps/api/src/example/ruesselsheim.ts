import { inOrder } from './example-step.js';
import { measures, plan, proposedAsSettled } from './ruesselsheim/plan.js';
import { decision, treeStory } from './ruesselsheim/story.js';
import { municipality, organNotes, organs } from './ruesselsheim/town.js';

/** Rüsselsheim am Main as far as public pages tell; each entry with its source. Dates are absolute. */
export const ruesselsheim = inOrder([
  ...municipality,
  ...organs,
  ...organNotes,
  ...plan,
  ...proposedAsSettled,
  ...measures,
  ...decision,
  ...treeStory,
]);
