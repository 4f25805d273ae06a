import type { ExampleStep } from '../../example-step.js';
import { citizensAssembly } from './overall/citizens-assembly.js';
import { climateCheck } from './overall/climate-check.js';
import { climateReport } from './overall/climate-report.js';
import { climateStaff } from './overall/climate-staff.js';
import { holdingsTargets } from './overall/holdings-targets.js';
import { neighbourhoodFund } from './overall/neighbourhood-fund.js';
import { savingsFund } from './overall/savings-fund.js';
import { staffTraining } from './overall/staff-training.js';

export const overall: readonly ExampleStep[] = [
  ...climateStaff,
  ...climateCheck,
  ...neighbourhoodFund,
  ...climateReport,
  ...savingsFund,
  ...staffTraining,
  ...holdingsTargets,
  ...citizensAssembly,
];
