import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { TestApp } from '../api/app.js';
import { damages } from './damage.js';

const PAGE = 4_096;

let klimaspur: TestApp;
let municipality: string;

beforeEach(async () => {
  klimaspur = await TestApp.start();
  municipality = await klimaspur.given('municipalities', { text: { name: 'Musterau' } });
  await klimaspur.settle();
});
afterEach(() => klimaspur.stop());

const fileOf = (name: string) => join(klimaspur.worlds.own.folder, name);
/** No page but the first is what was written. */
function spoil(file: string): void {
  const other = new DatabaseSync(file);
  other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  other.close();
  const handle = openSync(file, 'r+');
  const { size } = fstatSync(handle);
  writeSync(handle, Buffer.alloc(size - PAGE, 0xa5), 0, size - PAGE, PAGE);
  closeSync(handle);
}

const record = () => klimaspur.post('measures', { municipality, text: { title: 'Radweg' } });

describe('while the server runs', () => {
  it('views that were damaged are built anew by themselves; until then nothing is shown that is not so', async () => {
    const measure = String((await record()).json['id']);
    await klimaspur.settle();
    const before = await klimaspur.ask({ path: `/api/v1/measures/${measure}` });
    spoil(fileOf('views.db'));
    const ready = () => klimaspur.ask({ path: '/health/ready', token: null });
    const page = () => klimaspur.ask({ path: `/api/v1/measures/${measure}` });
    const first = await page();
    expect([first.status, first.json['code']]).toEqual([503, 'views/damaged']);
    let answer = first;
    while (answer.status !== 200) {
      expect(answer.json['code']).toBe('views/damaged');
      answer = await page();
    }
    expect(answer.json).toEqual(before.json);
    expect((await ready()).status).toBe(200);
    const { json } = await klimaspur.ask({ path: '/api/v1/projections' });
    expect(json['items']).toContainEqual(
      expect.objectContaining({
        ...{ name: 'views', state: 'live' },
        fault: expect.objectContaining({ message: 'The views file is damaged' }),
      }),
    );
    expect((await record()).status).toBe(201);
  });

  it('a vault that another program holds refuses by name what must be kept in it, and goes on afterwards', async () => {
    const other = new DatabaseSync(fileOf('vault.db'));
    other.exec('BEGIN IMMEDIATE');
    const held = await klimaspur.post('login-links', { role: 'OPERATOR' });
    expect([held.status, held.json['code']]).toEqual([503, 'storage/held']);
    expect((await klimaspur.ask({ path: '/de/kommunen', token: null })).status).toBe(200);
    other.exec('ROLLBACK');
    other.close();
    expect((await klimaspur.post('login-links', { role: 'OPERATOR' })).status).toBe(201);
  });

  it('a log that was damaged takes nothing on top of it, and says so', async () => {
    const other = new DatabaseSync(fileOf('log.db'));
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    damages.wrongInTheMiddle(fileOf('log.db'));
    const answers = [await record(), await record()];
    for (const { status, json } of answers) {
      expect([status, json['code']]).toEqual([503, 'storage/damaged']);
    }
    expect((await klimaspur.ask({ path: '/de/kommunen', token: null })).status).toBe(200);
    const { status, json } = await klimaspur.ask({ path: '/health/ready' });
    expect([status, json['checks']]).toEqual([
      503,
      expect.arrayContaining([{ name: 'log', ok: false }]),
    ]);
  });
});
