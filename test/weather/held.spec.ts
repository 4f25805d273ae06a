import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { TestApp } from '../api/app.js';
import { damages } from './damage.js';

let klimaspur: TestApp;
let municipality: string;

beforeEach(async () => {
  klimaspur = await TestApp.start();
  municipality = await klimaspur.given('municipalities', { text: { name: 'Musterau' } });
  await klimaspur.settle();
});
afterEach(() => klimaspur.stop());

const fileOf = (name: string) => join(klimaspur.worlds.own.folder, name);
const record = () => klimaspur.post('measures', { municipality, text: { title: 'Radweg' } });

describe('while the server runs', () => {
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
