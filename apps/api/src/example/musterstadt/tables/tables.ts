import type { ExampleStep } from '../../example-step.js';
import { consumption } from './consumption.js';
import { fixed } from './fixed.js';
import { guest } from './guest.js';
import { hochfeld } from './hochfeld.js';
import { roofs } from './roofs.js';
import { ways } from './ways.js';

/** Round tables on one topic each, a fixed appointment, and a body that has the group as guest. */
export const tables: readonly ExampleStep[] = [
  ...roofs,
  ...ways,
  ...consumption,
  ...hochfeld,
  ...fixed,
  ...guest,
];
