import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@klimaspur/settings';
import { Worlds } from './worlds.js';

let folder: string;
let worlds: Worlds;

const open = (example: 'yes' | 'no') =>
  Worlds.open(readSettings({ KLIMASPUR_DATA: folder, KLIMASPUR_EXAMPLE: example }));

const metadata = { occurredOn: null, recordedAt: '2026-01-01T00:00:00.000Z' };
const somebodyCame = { type: 'PersonRoleGranted', data: { role: 'OPERATOR' } };
const aTownCame = { type: 'MunicipalityFounded', data: { text: { name: 'Musterstadt' } } };

const happened = (category: string, event: typeof somebodyCame | typeof aTownCame) =>
  worlds.own.store.append(
    `${category}-${randomUUID()}`,
    [{ id: randomUUID(), ...event, metadata }],
    'no_stream',
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(async () => {
  await worlds.close();
  rmSync(folder, { recursive: true });
});

describe('the world that is shown', () => {
  it('is the own one where no example is wanted', async () => {
    worlds = await open('no');
    expect(worlds.current()).toBe(worlds.own);
    expect(worlds.all()).toEqual([worlds.own]);
  });

  it('is the example, which lies apart, until there is an own town', async () => {
    worlds = await open('yes');
    expect(worlds.current().name).toBe('example');
    expect(worlds.current().folder).toBe(join(folder, 'example'));
    await happened('person', somebodyCame);
    await worlds.look();
    expect(worlds.current().name).toBe('example');
    await happened('municipality', aTownCame);
    await worlds.look();
    expect(worlds.current().name).toBe('own');
  });

  it('stays the own one at the next start', async () => {
    worlds = await open('yes');
    await happened('municipality', aTownCame);
    await worlds.close();
    worlds = await open('yes');
    expect(worlds.current().name).toBe('own');
  });
});
