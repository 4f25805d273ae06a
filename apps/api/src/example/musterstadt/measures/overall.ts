import type { ExampleStep } from '../../example-step.js';
import { climateCheck } from './overall/climate-check.js';
import { climateStaff } from './overall/climate-staff.js';
import { neighbourhoodFund } from './overall/neighbourhood-fund.js';

export const overall: readonly ExampleStep[] = [
  ...climateStaff,
  ...climateCheck,
  ...neighbourhoodFund,
];
