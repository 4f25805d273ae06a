import type { ExampleStep } from '../../example-step.js';
import { balconySolar } from './energy/balcony-solar.js';
import { energyManagement } from './energy/energy-management.js';
import { floodlights } from './energy/floodlights.js';
import { geothermal } from './energy/geothermal.js';
import { greenPower } from './energy/green-power.js';
import { gymRenovation } from './energy/gym-renovation.js';
import { heatNetwork } from './energy/heat-network.js';
import { heatPlan } from './energy/heat-plan.js';
import { poolCarport } from './energy/pool-carport.js';
import { renovationAdvice } from './energy/renovation-advice.js';
import { sewagePlant } from './energy/sewage-plant.js';
import { solarDuty } from './energy/solar-duty.js';
import { solarSchools } from './energy/solar-schools.js';
import { streetlights, streetlightsTwice } from './energy/streetlights.js';
import { townHall } from './energy/town-hall.js';
import { wind } from './energy/wind.js';

export const energy: readonly ExampleStep[] = [
  ...streetlights,
  ...streetlightsTwice,
  ...heatPlan,
  ...solarSchools,
  ...townHall,
  ...heatNetwork,
  ...geothermal,
  ...floodlights,
  ...solarDuty,
  ...energyManagement,
  ...balconySolar,
  ...renovationAdvice,
  ...sewagePlant,
  ...gymRenovation,
  ...wind,
  ...greenPower,
  ...poolCarport,
];
