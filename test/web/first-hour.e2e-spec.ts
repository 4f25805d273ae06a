import { startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { Evening } from './first-hour/evening.js';
import { worksOnMeasures } from './first-hour/measures.js';
import { beginsATown } from './first-hour/plan.js';
import { publishes } from './first-hour/publishing.js';

let evening: Evening;
beforeAll(async () => {
  evening = await Evening.begin(await startBuiltServer({}), await launchChromium());
});
afterAll(async () => {
  await evening?.browser.close();
  await evening?.server.stop();
});

describe('the first hour of a new group, on a telephone without JavaScript', () => {
  beginsATown(() => evening);
  worksOnMeasures(() => evening);
  publishes(() => evening);
});
