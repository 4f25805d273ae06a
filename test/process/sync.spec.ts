import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traceWriter } from './sync-trace.js';

// A kill leaves what the operating system has in its memory; only a power cut would show a missing sync. So the calls
// themselves are watched.
describe('what the log acknowledges', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klimaspur-sync-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([1, 8])('was synced to the disk before, with %i callers', (callers) => {
    expect(traceWriter(folder, 'full', callers, 40)).toEqual({
      acknowledged: 40 * callers,
      tooEarly: 0,
    });
  });

  it('would be seen to be too early if the log did not sync', () => {
    expect(traceWriter(folder, 'off', 8, 40)).toEqual({ acknowledged: 320, tooEarly: 320 });
  });
});
