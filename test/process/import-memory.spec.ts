import { startBuiltServer, token } from '../tools/running-server.js';

const ROWS = 20_000;
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
const sheet = [headings, ...Array.from({ length: ROWS }, (_, row) => cells(row).join(';'))].join(
  '\n',
);

interface Report {
  readonly refused: readonly unknown[];
  readonly done: boolean;
  readonly places: readonly { readonly measures: number; readonly drafts: number }[];
}

describe('a server with 128 MB for its objects', () => {
  it('takes over a list of 20,000 rows, and all of them are there after', async () => {
    const server = await startBuiltServer({ NODE_OPTIONS: '--max-old-space-size=128' });
    const answer = await fetch(`${server.url}/api/v1/imports/measures?newTown=Gro%C3%9Fstadt`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
      },
      body: sheet,
    });
    const lines = (await answer.text()).trim().split('\n');
    const { report } = JSON.parse(lines.at(-1)!) as { report: Report };
    // Counted by the pages' own rows, once they know the import.
    expect(report).toMatchObject({
      refused: [],
      done: true,
      places: [{ measures: ROWS, drafts: ROWS }],
    });
    await server.stop();
  }, 600_000);
});
