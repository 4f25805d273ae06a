import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';

const ROWS = 1_500;
const authorization = `Bearer ${token}`;
const sheet = [
  'Nr.;Handlungsfeld;Titel;Status;Zuständig',
  ...Array.from(
    { length: ROWS },
    (_, row) => `M${row};Feld ${row % 7};Maßnahme ${row};in Umsetzung;Amt ${row % 5}`,
  ),
].join('\n');

interface Line {
  readonly progress?: readonly [number, number];
  readonly report?: Readonly<Record<string, unknown>>;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const startOn = (name: string) => startBuiltServer({ KLIMASPUR_DATA: join(folder, name) });

/** Imports the list, or until so much of the work is done; then the server is killed in the middle of it. */
async function importing(server: RunningServer, until = Infinity): Promise<Line['report']> {
  const answer = await fetch(`${server.url}/api/v1/imports/measures?fileName=l.csv&publish=true`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/octet-stream' },
    body: sheet,
  });
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of answer.body!) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const { progress, report } = JSON.parse(line) as Line;
        if (report) return report;
        if (!progress || progress[0] / progress[1] < until) continue;
        // What still arrives was sent before the end.
        await server.kill();
        return undefined;
      }
    }
  } catch {
    // The answer ends where the server does.
  }
  return undefined;
}

/** How many events there are of each kind. */
async function countsOf({ url }: RunningServer): Promise<Record<string, number>> {
  const answer = await fetch(`${url}/api/v1/exports/events`, { headers: { authorization } });
  const counts: Record<string, number> = {};
  for (const line of (await answer.text()).split('\n').filter(Boolean)) {
    const { type } = JSON.parse(line) as { type: string };
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

describe('an import whose server is killed', () => {
  it('goes on when it is run again, and leaves what one run would have left', async () => {
    const undisturbed = await startOn('undisturbed');
    expect(await importing(undisturbed)).toMatchObject({ measures: ROWS, done: true });
    const expected = await countsOf(undisturbed);
    await undisturbed.stop();
    expect(expected).toMatchObject({ MeasureRecorded: ROWS, PlanMeasurePlaced: ROWS });

    let written = 0;
    // While measures are written, while they are published.
    for (const share of [0.55, 0.65, 0.85]) {
      const killed = await startOn('killed');
      const { MeasureRecorded: there = 0 } = await countsOf(killed);
      expect(there).toBeGreaterThanOrEqual(written);
      written = there;
      expect(await importing(killed, share)).toBeUndefined();
    }
    const server = await startOn('killed');
    expect(written).toBeGreaterThan(0);
    expect(await importing(server)).toMatchObject({ measures: ROWS, refused: [], done: true });
    expect(await countsOf(server)).toEqual(expected);
    expect(await importing(server)).toMatchObject({ new: 0, changed: 0 });
    expect(await countsOf(server)).toEqual(expected);
    await server.stop();
  }, 480_000);
});
