import type { ExampleStep } from '../../example-step.js';
import { floodlights } from './energy/floodlights.js';
import { geothermal } from './energy/geothermal.js';
import { heatNetwork } from './energy/heat-network.js';
import { heatPlan } from './energy/heat-plan.js';
import { solarDuty } from './energy/solar-duty.js';
import { solarSchools } from './energy/solar-schools.js';
import { streetlights, streetlightsTwice } from './energy/streetlights.js';
import { townHall } from './energy/town-hall.js';

export const energy: readonly ExampleStep[] = [
  ...heatPlan,
  ...solarSchools,
  ...streetlights,
  ...streetlightsTwice,
  ...townHall,
  ...heatNetwork,
  ...geothermal,
  ...floodlights,
  ...solarDuty,
];
