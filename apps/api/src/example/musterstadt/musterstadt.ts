import { inOrder } from '../example-step.js';
import { alliance } from './alliance/alliance.js';
import { supports } from './alliance/support.js';
import { continuation } from './continuation.js';
import { decisionSteps } from './decisions.js';
import { consumption } from './measures/consumption.js';
import { energy } from './measures/energy.js';
import { food } from './measures/food.js';
import { green } from './measures/green.js';
import { heat } from './measures/heat.js';
import { mobility } from './measures/mobility.js';
import { overall } from './measures/overall.js';
import { heatPlanSteps } from './heat-plan.js';
import { organs } from './organs.js';
import { planSteps } from './plan.js';
import { tables } from './tables/tables.js';
import { townSteps } from './town.js';

export { draftMarker } from './measures/green/butterfly.js';

/** The example town „Musterstadt am Main“: every step, in the order in which it was recorded. */
export const musterstadt = inOrder([
  ...townSteps,
  ...organs,
  ...planSteps,
  ...decisionSteps,
  ...overall,
  ...energy,
  ...mobility,
  ...green,
  ...consumption,
  ...food,
  ...continuation,
  ...heatPlanSteps,
  ...heat,
  ...alliance,
  ...tables,
  ...supports,
]);
