import { readFileSync } from 'node:fs';
import { startBuiltServer, token } from '../tools/running-server.js';

const FEW = 2_000;
const MANY = 20_000;
const list = (row: number, length: number, word: string) =>
  Array.from({ length }, (_, at) => `${word} ${row * 10 + at}`).join(' | ');
/** About 750 bytes a row, in lists and texts: as objects with all that is to be written they take 140 MB. */
const cells = (row: number) => [
  `M${row}`,
  `Feld ${row % 200}`,
  `Vorhaben ${row}`,
  'in Umsetzung',
  list(row, 8, 'Schritt wird getan'),
  list(row, 6, 'Gruppe'),
  list(row, 6, 'Kennzahl'),
  list(row, 4, 'Programm'),
  list(row, 6, 'DS 2024/'),
  `Was getan werden muss, in Worten von Zeile ${row}. `.repeat(3),
];
const headings =
  'Nr.;Handlungsfeld;Maßnahme;Status;Handlungsschritte;Zielgruppen;Indikatoren;Förderung;Drucksachen;Beschreibung';
const sheetOf = (rows: number) =>
  [headings, ...Array.from({ length: rows }, (_, row) => cells(row).join(';'))].join('\n');

interface Report {
  readonly refused: readonly unknown[];
  readonly done: boolean;
  readonly places: readonly { readonly measures: number; readonly drafts: number }[];
}

/** The memory of the process at its highest, in MB: objects, buffers, caches, and the files it has mapped. */
const peakOf = (pid: number): number => {
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
};

/** Takes over a list of so many rows; what the server took at most. */
const peakOfImport = async (rows: number): Promise<number> => {
  const server = await startBuiltServer({
    NODE_OPTIONS: '--max-old-space-size=128 --max-semi-space-size=4',
  });
  const answer = await fetch(`${server.url}/api/v1/imports/measures?newTown=Gro%C3%9Fstadt`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
    },
    body: sheetOf(rows),
  });
  const lines = (await answer.text()).trim().split('\n');
  const { report } = JSON.parse(lines.at(-1)!) as { report: Report };
  // Counted by the pages' own rows, once they know the import.
  expect(report).toMatchObject({
    refused: [],
    done: true,
    places: [{ measures: rows, drafts: rows }],
  });
  const peak = peakOf(server.pid);
  await server.stop();
  return peak;
};

/**
 * What ten times the rows may take more: caches of the databases (64 MB each for log and views), the mapped views
 * (80 MB), the file itself, and what the collector leaves. Everything that is written would take 140 MB besides.
 */
const MORE = 300;

describe('a server with 128 MB for its objects', () => {
  it('takes over a list of 20,000 rows, with little more memory than one of 2,000', async () => {
    const few = await peakOfImport(FEW);
    expect(few).toBeGreaterThan(50);
    expect((await peakOfImport(MANY)) - few).toBeLessThan(MORE);
  }, 600_000);
});
