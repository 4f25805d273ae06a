import type { ExampleStep } from '../../example-step.js';
import { consumption } from './consumption.js';
import { fixed } from './fixed.js';
import { food } from './food.js';
import { guest } from './guest.js';
import { heat } from './heat.js';
import { hochfeld } from './hochfeld.js';
import { mayor } from './mayor.js';
import { plan } from './plan.js';
import { roofs } from './roofs.js';
import { shade } from './shade.js';
import { water } from './water.js';
import { ways } from './ways.js';

/** Nine round tables on a topic each, a fixed appointment, a jour fixe, and a body that had the group as guest. */
export const tables: readonly ExampleStep[] = [
  ...roofs,
  ...ways,
  ...shade,
  ...water,
  ...plan,
  ...consumption,
  ...hochfeld,
  ...heat,
  ...food,
  ...fixed,
  ...mayor,
  ...guest,
];
