import type { ExampleStep } from '../../example-step.js';
import { gasNetwork } from './heat/gas-network.js';
import { heatGuides } from './heat/heat-guides.js';
import { heatStudy } from './heat/heat-study.js';
import { sewageHeat } from './heat/sewage-heat.js';

export const heat: readonly ExampleStep[] = [
  ...heatStudy,
  ...gasNetwork,
  ...heatGuides,
  ...sewageHeat,
];
