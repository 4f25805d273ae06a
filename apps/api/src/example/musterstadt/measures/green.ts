import type { ExampleStep } from '../../example-step.js';
import { brook } from './green/brook.js';
import { butterfly } from './green/butterfly.js';
import { fountains } from './green/fountains.js';
import { greenSponsors } from './green/green-sponsors.js';
import { heatAction } from './green/heat-action.js';
import { schoolyards } from './green/schoolyards.js';
import { trees } from './green/trees.js';

export const green: readonly ExampleStep[] = [
  ...trees,
  ...schoolyards,
  ...fountains,
  ...heatAction,
  ...brook,
  ...greenSponsors,
  ...butterfly,
];
