import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram } from '../tools/built-process.js';

describe('read models beside a projector in its own thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-worker-'));
  let report: Record<string, unknown>;

  beforeAll(() => {
    const words = builtProgram('test/read-models/worker-program.ts', folder);
    report = JSON.parse(
      execFileSync(process.execPath, words, { encoding: 'utf8' }),
    ) as typeof report;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('show a writer what it wrote, once they were asked to wait for it', () => {
    expect(report['seen']).toEqual(Array.from({ length: 20 }, (_, n) => [true, n + 1]));
  });

  it('say which towns look different now', () => {
    expect(report['changed']).toEqual([true]);
  });

  it('do not wait longer than the patience of the asker', () => {
    expect(report['impatient']).toBe(false);
  });

  it('go on answering while they are built anew, and miss nothing of that time', () => {
    expect(report['duringRebuild']).toEqual(Array(20).fill(20));
    expect(report).toMatchObject({ afterRebuild: true, runningAfterRebuild: 20 });
  });

  it('tell of what is written while they are built anew before that is done', () => {
    expect(report['lives']).toContain('rebuilding');
  });

  it('do not finish what they are building once they are closed', () => {
    expect(report['whenClosed']).toBe('given up');
  });

  it.each(['otherStory', 'otherContent', 'otherTables'])(
    'build themselves anew where the file does not fit (%s)',
    (what) => expect(report[what]).toEqual([true, 20, null]),
  );
});
