import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { keepsThePromisesOfAnEventStore } from '@klimaspur/event-store/testing';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { broken, faults } from './broken-logs.js';
import { failingCases } from './failing-cases.js';

/** Where a case only waits for what never comes. */
const PATIENCE_MS = 1_000;

let double: EsdbDouble;
beforeAll(async () => void (double = await EsdbDouble.start()));
afterAll(() => double.stop());

describe.each<[string, () => Promise<EventStore>]>([
  ['SQLite', () => openEventStore('sqlite::memory:')],
  ['EventStoreDB', () => openEventStore(double.url)],
])('the contract of a log on %s', (_name, open) => {
  it.each(faults)('turns red for one that %s', async (_fault, part, fault) => {
    const suite = (): void =>
      keepsThePromisesOfAnEventStore(async () => broken(await open(), fault));
    const only = new RegExp(`^${part} `);
    const failing = await failingCases(suite, { only, withinMs: PATIENCE_MS, enough: 1 });
    expect(failing).toHaveLength(1);
  });
});

describe('the contract of a log, run in this way', () => {
  it('stays green for one that keeps its promises', async () => {
    const suite = (): void =>
      keepsThePromisesOfAnEventStore(() => openEventStore('sqlite::memory:'));
    expect(await failingCases(suite)).toEqual([]);
  });
});
