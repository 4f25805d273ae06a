import type { DatabaseSync } from 'node:sqlite';
import { openToBuild, openToWrite } from '../store/views-file.js';
import { TestLog, uuid } from '../testing/test-log.js';
import { Builder } from './builder.js';
import { Projector } from './projector.js';

const town = uuid(1);
const MEASURES = 40;
const measure = (n: number) => `measure-${uuid(100 + n)}`;

let log: TestLog;
let most: number;

/** Counts the streams that are asked for at the same time, as of a server that takes a while. */
function answerLate(): void {
  const read = log.store.readStream.bind(log.store);
  let open = 0;
  most = 0;
  log.store.readStream = async (...asked) => {
    most = Math.max(most, ++open);
    await new Promise(setImmediate);
    open--;
    return read(...asked);
  };
}

async function toldOfMeasures(): Promise<void> {
  await log.tell({
    stream: `municipality-${town}`,
    type: 'MunicipalityFounded',
    data: { text: { name: 'Neustadt' } },
  });
  const all = Array.from({ length: MEASURES }, (_, n) => n);
  const data = { municipality: town, text: { title: 'Radweg' } };
  await log.tell(...all.map((n) => ({ stream: measure(n), type: 'MeasureRecorded', data })));
}
const goOn = () =>
  log.tell(
    ...Array.from({ length: MEASURES }, (_, n) => ({
      ...{ stream: measure(n), type: 'MeasureDescribed', data: { text: { title: `Radweg ${n}` } } },
    })),
  );

const rowsOf = (db: DatabaseSync) => {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .all() as { name: string }[];
  const rows = (name: string) =>
    db
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted();
  return tables.map(({ name }) => [name, rows(name)]);
};

beforeEach(async () => {
  log = await TestLog.open();
  await toldOfMeasures();
});
afterEach(() => log.close());

describe('streams that are read again', () => {
  it('are asked for side by side where a rebuild cannot hold them, and give the same rows', async () => {
    await goOn();
    answerLate();
    const built = async (name: string, held?: number): Promise<unknown> => {
      const db = openToBuild(log.views(name));
      await new Builder(log.store, db, async () => undefined, { held }).build();
      const rows = rowsOf(db);
      db.close();
      return rows;
    };
    const whole = await built('whole');
    expect(most).toBe(0);
    expect(await built('again', 1)).toEqual(whole);
    expect(most).toBeGreaterThan(20);
  });

  it('are asked for side by side when a batch goes on with them', async () => {
    const db = openToWrite(log.views());
    const projector = new Projector(log.store, db);
    await projector.next();
    await goOn();
    answerLate();
    await projector.next();
    expect(most).toBe(MEASURES);
    db.close();
  });
});
