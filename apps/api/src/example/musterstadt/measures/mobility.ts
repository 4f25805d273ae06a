import type { ExampleStep } from '../../example-step.js';
import { bikeAxis } from './mobility/bike-axis.js';
import { bikeGarage } from './mobility/bike-garage.js';
import { bikeRacks } from './mobility/bike-racks.js';
import { carFreeDay } from './mobility/car-free-day.js';
import { carpoolBenches } from './mobility/carpool-benches.js';
import { carsharing } from './mobility/carsharing.js';
import { cityFleet } from './mobility/city-fleet.js';
import { crossings } from './mobility/crossings.js';
import { eveningBus } from './mobility/evening-bus.js';
import { industrialBus } from './mobility/industrial-bus.js';
import { parkingFees } from './mobility/parking-fees.js';
import { schoolStreets } from './mobility/school-streets.js';
import { speed30 } from './mobility/speed-30.js';
import { stationCentre } from './mobility/station-centre.js';
import { stationNiederau } from './mobility/station-niederau.js';
import { stations } from './mobility/stations.js';

export const mobility: readonly ExampleStep[] = [
  ...speed30,
  ...bikeAxis,
  ...eveningBus,
  ...carsharing,
  ...bikeGarage,
  ...stations,
  ...stationCentre,
  ...stationNiederau,
  ...carFreeDay,
  ...bikeRacks,
  ...parkingFees,
  ...cityFleet,
  ...schoolStreets,
  ...industrialBus,
  ...crossings,
  ...carpoolBenches,
];
