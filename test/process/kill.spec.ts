import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRounds } from './kill-rounds.js';

const KILLS = 50;

describe('a writing process that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-kill-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has lost nothing it acknowledged, wrote nothing by halves, and starts again', async () => {
    const report = await killRounds(folder, KILLS);
    expect(report).toMatchObject({ kills: KILLS, lost: 0, halfWritten: 0, broken: 0 });
    expect(report.acknowledged).toBeGreaterThan(KILLS);
    expect(report.inFlight).toBeGreaterThanOrEqual(0.8 * KILLS);
  });
});
