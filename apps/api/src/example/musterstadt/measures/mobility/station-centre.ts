import type { ExampleStep } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** What became of the stations at the railway. */
export const stationCentre: readonly ExampleStep[] = sheet({
  measure: 'station-centre',
  at: '2025-09-29T18:00:00.000Z',
  published: '2025-10-01T16:34:00.000Z',
  recorded: { origin: 'PLAN' },
  field: 'mobility',
  edition: 'second',
  number: 'C6a',
  rank: 3610,
  described: {
    text: {
      title: 'Umsteigepunkt am Bahnhof',
      description: 'Der Vorplatz wird geordnet; Bus und Rad bekommen ein gemeinsames Dach.',
      steps: [
        { text: 'Entwurf mit der Bahn abstimmen', state: 'DONE' },
        { text: 'Ausschreibung', state: 'RUNNING' },
        { text: 'Bau', state: 'OPEN' },
      ],
      funding: [
        { source: 'Landesprogramm Nahmobilität', amountCents: 42_000_000, state: 'APPLIED' },
      ],
    },
  },
});
