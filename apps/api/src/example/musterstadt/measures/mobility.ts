import type { ExampleStep } from '../../example-step.js';
import { bikeAxis } from './mobility/bike-axis.js';
import { bikeGarage } from './mobility/bike-garage.js';
import { carFreeDay } from './mobility/car-free-day.js';
import { carsharing } from './mobility/carsharing.js';
import { eveningBus } from './mobility/evening-bus.js';
import { speed30 } from './mobility/speed-30.js';
import { stationCentre } from './mobility/station-centre.js';
import { stationNiederau } from './mobility/station-niederau.js';
import { stations } from './mobility/stations.js';

export const mobility: readonly ExampleStep[] = [
  ...bikeAxis,
  ...speed30,
  ...eveningBus,
  ...carsharing,
  ...bikeGarage,
  ...stations,
  ...stationCentre,
  ...stationNiederau,
  ...carFreeDay,
];
