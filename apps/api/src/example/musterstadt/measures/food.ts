import type { ExampleStep } from '../../example-step.js';
import { eveningMarket } from './food/evening-market.js';
import { garden } from './food/garden.js';
import { hedges } from './food/hedges.js';
import { kitaMenu } from './food/kita-menu.js';
import { leases } from './food/leases.js';
import { orchard } from './food/orchard.js';

export const food: readonly ExampleStep[] = [
  ...kitaMenu,
  ...leases,
  ...garden,
  ...eveningMarket,
  ...hedges,
  ...orchard,
];
