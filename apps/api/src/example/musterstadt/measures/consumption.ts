import type { ExampleStep } from '../../example-step.js';
import { businessAdvice } from './consumption/business-advice.js';
import { canteens } from './consumption/canteens.js';
import { energyChecks } from './consumption/energy-checks.js';
import { lendingLibrary } from './consumption/lending-library.js';
import { procurement } from './consumption/procurement.js';
import { repairCafe } from './consumption/repair-cafe.js';
import { reusables } from './consumption/reusables.js';
import { secondHand } from './consumption/second-hand.js';
import { wasteAdvice } from './consumption/waste-advice.js';

export const consumption: readonly ExampleStep[] = [
  ...reusables,
  ...canteens,
  ...procurement,
  ...businessAdvice,
  ...energyChecks,
  ...lendingLibrary,
  ...repairCafe,
  ...secondHand,
  ...wasteAdvice,
];
