import { openEventStore, type EventStore } from '@klimaspur/event-store';
import { readImport, type GrowingList, type ImportedMeasure } from '@klimaspur/importers';
import { readCalmly } from './read-calmly.js';
import { runImport } from './run-import.js';
import { knownFromLog } from './testing/known-from-log.js';

const ROWS = 1_200;
/** So many rows may be handled before somebody else is answered: two handfuls, as it is open who is first to come back. */
const IN_ONE_GO = 400;
const today = '2026-11-20';
const sheet = Buffer.from(
  [
    'Nr.;Handlungsfeld;Maßnahme;Status',
    ...Array.from({ length: ROWS }, (_, row) => `M${row};Energie;Vorhaben ${row};läuft`),
  ].join('\n'),
);
const options = { fileName: 'liste.csv', today, standOn: null };

/** Counts what is handled between one turn of the others and the next. */
class Turns {
  most = 0;
  private now = 0;
  private next: NodeJS.Immediate | undefined;

  begin(): void {
    this.most = 0;
    this.end();
    this.wait();
  }

  one(): void {
    this.now += 1;
    this.most = Math.max(this.most, this.now);
  }

  end(): void {
    clearImmediate(this.next);
  }

  private wait(): void {
    this.now = 0;
    this.next = setImmediate(() => this.wait());
  }
}

let turns: Turns;
let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
  turns = new Turns();
  turns.begin();
});
afterEach(async () => {
  turns.end();
  await store.close();
});

/** Tells of each measure that goes in or out. */
const watched = (): GrowingList => {
  const list: ImportedMeasure[] = [];
  return {
    get length() {
      return list.length;
    },
    push(measure: ImportedMeasure) {
      turns.one();
      list.push(measure);
    },
    *[Symbol.iterator]() {
      for (const measure of list) {
        turns.one();
        yield measure;
      }
    },
  };
};

describe('while a long list comes in, others are answered', () => {
  it('between its rows as it is read', async () => {
    const reading = readCalmly(sheet, options, watched);
    let step = await reading.next();
    while (!step.done) step = await reading.next();
    const [town] = step.value.municipalities;
    expect(town?.plan.measures.length).toBe(ROWS);
    expect(turns.most).toBeLessThanOrEqual(IN_ONE_GO);
  });

  it('between its measures as they are matched, decided and written', async () => {
    const read = readImport(sheet, options);
    const municipalities = read.municipalities.map(({ plan, ...town }) => {
      const measures = watched();
      for (const measure of plan.measures) measures.push(measure);
      return { ...town, plan: { ...plan, measures } };
    });
    turns.begin();
    const { done } = await runImport(store, knownFromLog(store), {
      document: { ...read, municipalities },
      bytes: sheet,
      actor: (municipality) => ({
        person: '00000000-0000-7000-8000-000000000009',
        role: 'LEAD',
        municipality,
      }),
      now: `${today}T12:00:00.000Z`,
      acceptGoodRows: false,
      publish: false,
      dryRun: false,
    });
    expect(done).toBe(true);
    expect(turns.most).toBeLessThanOrEqual(IN_ONE_GO);
  });
});
