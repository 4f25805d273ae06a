import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { sheet } from '../../sheet.js';

/** What became of the stations in Niederau. */
export const stationNiederau: readonly ExampleStep[] = [
  ...sheet({
    measure: 'station-niederau',
    at: '2025-09-29T18:01:00.000Z',
    published: '2025-10-01T16:35:00.000Z',
    recorded: { origin: 'ORTSBEIRAT' },
    field: 'mobility',
    edition: 'second',
    number: 'C6b',
    rank: 3620,
    described: {
      notQuantified: ['COST', 'GREENHOUSE_GAS'],
      text: {
        title: 'Umsteigepunkt in Niederau',
        description: 'Neben der Haltestelle am Dorfplatz, mit acht Bügeln und zwei Stellplätzen.',
        notQuantifiedReason: 'Der Standort steht noch nicht fest.',
      },
    },
  }),
  ...story('measure:station-niederau', [
    {
      at: '2026-10-05T16:50:00.000Z',
      on: '2026-09-29',
      by: 'monitor',
      command: 'submit',
      data: {
        paperKind: 'MOTION',
        organ: '@organ:umwelt',
        text: {
          paper: 'AT-155',
          by: 'Ortsbeirat Niederau',
          note: 'Der Ortsbeirat hat sich für den Dorfplatz entschieden und bittet um einen Entwurf.',
          evidence: [paper('AT-155'), minutes('ortsbeirat', 25, 4)],
        },
      },
    },
  ]),
];
