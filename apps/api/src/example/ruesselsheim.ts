import { inOrder } from './example-step.js';
import { measures, plan } from './ruesselsheim/plan.js';
import { decision, proposedAsSettled, treeStory } from './ruesselsheim/story.js';
import { municipality, organs } from './ruesselsheim/town.js';

/** Rüsselsheim am Main as far as public pages tell; each entry with its source. Dates are absolute. */
export const ruesselsheim = inOrder([
  ...municipality,
  ...organs,
  ...plan,
  ...measures,
  ...decision,
  ...proposedAsSettled,
  ...treeStory,
]);
