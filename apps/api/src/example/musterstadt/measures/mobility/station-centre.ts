import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';

/** What became of the stations at the railway. */
export const stationCentre: readonly ExampleStep[] = [
  ...sheet({
    measure: 'station-centre',
    at: '2025-09-29T18:00:00.000Z',
    published: '2025-10-01T16:34:00.000Z',
    recorded: { origin: 'PLAN' },
    field: 'mobility',
    edition: 'second',
    number: 'C6a',
    rank: 3610,
    described: {
      horizon: 'MEDIUM',
      duration: 'PROJECT',
      priority: 'HIGH',
      cost: { oneOffCents: 96_000_000, asOf: '2025-08' },
      text: {
        title: 'Umsteigepunkt am Bahnhof',
        description: 'Der Vorplatz wird geordnet; Bus und Rad bekommen ein gemeinsames Dach.',
        steps: [
          { text: 'Entwurf mit der Bahn abstimmen', end: '2025-06', state: 'DONE' },
          { text: 'Dach und Pflaster ausschreiben', start: '2026-10', state: 'OPEN' },
          { text: 'Vorplatz umbauen', start: '2027-05', end: '2028-03', state: 'OPEN' },
        ],
        funding: [
          { source: 'Landesprogramm Nahmobilität', amountCents: 42_000_000, state: 'APPLIED' },
        ],
      },
    },
  }),
  ...story('measure:station-centre', [
    {
      at: '2025-10-29T08:44:00.000Z',
      on: '2025-10-28',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'NO_DECISION',
        organ: '@organ:umwelt',
        text: {
          paper: 'DS-211',
          result: 'Entwurf vorgestellt, ohne Abstimmung',
          note: 'Gefragt wurde vor allem nach Toiletten.',
          evidence: [minutes('umwelt', 31, 6)],
        },
      },
    },
    {
      at: '2026-06-24T08:12:00.000Z',
      on: '2026-06-23',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REFERRED',
        organ: '@organ:umwelt',
        referredTo: '@organ:finanzen',
        text: {
          paper: 'DS-211',
          result: 'zur Prüfung der Folgekosten weitergereicht',
          evidence: [
            minutes('umwelt', 35, 9),
            seen('conversation', 'Gespräch mit dem Bahnhofsmanagement'),
          ],
        },
      },
    },
    ...assessed(20, {
      '2026-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Ein Entwurf, auf den sich Bahn, Busbetrieb und Fahrradverein verständigt haben.',
        missing: 'Eine Antwort aus dem Finanzausschuss.',
      },
    }),
  ]),
];
