import type { ExampleStep } from '../../example-step.js';
import { brook } from './green/brook.js';
import { busStopRoofs } from './green/bus-stop-roofs.js';
import { butterfly } from './green/butterfly.js';
import { coolPlaces } from './green/cool-places.js';
import { floodMap } from './green/flood-map.js';
import { forest } from './green/forest.js';
import { fountains } from './green/fountains.js';
import { greenSponsors } from './green/green-sponsors.js';
import { heatAction } from './green/heat-action.js';
import { marketSquare } from './green/market-square.js';
import { rainStorage } from './green/rain-storage.js';
import { schoolyards } from './green/schoolyards.js';
import { trees } from './green/trees.js';

export const green: readonly ExampleStep[] = [
  ...trees,
  ...schoolyards,
  ...fountains,
  ...heatAction,
  ...brook,
  ...greenSponsors,
  ...butterfly,
  ...rainStorage,
  ...floodMap,
  ...forest,
  ...marketSquare,
  ...busStopRoofs,
  ...coolPlaces,
];
