import { startBuiltServer, token } from '../tools/running-server.js';

const ROWS = 20_000;
const said = 'Was getan werden muss, in vielen Worten. '.repeat(5);
const sheet = [
  'Nr.;Handlungsfeld;Maßnahme;Status;Beschreibung',
  ...Array.from(
    { length: ROWS },
    (_, row) => `M${row};Feld ${row % 200};Vorhaben ${row};in Umsetzung;${said}${row}`,
  ),
].join('\n');

interface Report {
  readonly refused: readonly unknown[];
  readonly done: boolean;
  readonly places: readonly { readonly measures: number; readonly drafts: number }[];
}

describe('a server with 256 MB for its objects', () => {
  it('takes over a list of 20,000 rows, and all of them are there after', async () => {
    const server = await startBuiltServer({ NODE_OPTIONS: '--max-old-space-size=256' });
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
