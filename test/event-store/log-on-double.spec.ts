import { openEventStore } from '@klimaspur/event-store';
import { keepsThePromisesOfAnEventStore } from '@klimaspur/event-store/testing';
import { EsdbDouble } from '../esdb-double/esdb-double.js';

describe('the log on the double of a single server', () => {
  let double: EsdbDouble;
  afterAll(() => double.stop());

  keepsThePromisesOfAnEventStore(async () => {
    double = await EsdbDouble.start();
    return openEventStore(double.url);
  });
});
