import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Done: drinking fountains, with the day corrected. */
export const fountains: readonly ExampleStep[] = [
  ...listed('18:17', {
    measure: 'fountains',
    recorded: { origin: 'PLAN' },
    field: 'green',
    number: 'D3',
    rank: 4300,
    described: {
      budget: { totalCents: 9_600_000, perYearCents: 840_000 },
      text: {
        title: 'Vier Trinkbrunnen an belebten Orten',
        teaser: 'Kostenloses Wasser am Markt, Bahnhof, Hafen und Spielplatz.',
        description:
          'Die Stadtwerke stellen barrierefreie Brunnen auf und beproben sie alle zwei Wochen. Eine Schale am Boden ist für Hunde gedacht.',
      },
    },
  }),
  ...story('measure:fountains', [
    {
      at: '2025-02-14T08:10:00.000Z',
      on: '2025-02-13',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'UNANIMOUS' },
        text: {
          paper: 'DS-179',
          result: 'einstimmig, gezählt wurde nicht',
          evidence: [minutes('stvv', 31, 11)],
        },
      },
    },
    {
      at: '2025-06-23T16:20:00.000Z',
      on: '2025-06',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Der Brunnen am Markt ist angeschlossen und wird gespült.' },
      },
    },
    {
      at: '2026-06-08T17:00:00.000Z',
      on: '2026-06-02',
      by: 'monitor2',
      command: 'complete-implementation',
      name: 'fountains-done',
      data: { text: { note: 'Alle vier Brunnen laufen.' } },
    },
    {
      at: '2026-06-15T16:45:00.000Z',
      on: '2026-06-05',
      by: 'monitor',
      command: 'correct-entry',
      data: {
        entry: '@entry:fountains-done',
        replacement: {},
        text: {
          reason: 'Der Brunnen am Spielplatz ging erst drei Tage später ans Netz.',
          replacement: {
            note: 'Mit dem Brunnen am Spielplatz laufen nun alle vier.',
            evidence: [seen('photo', 'Kinder am vierten Brunnen', 'fotos/vierter-brunnen')],
          },
        },
      },
    },
    {
      at: '2026-10-19T18:23:00.000Z',
      on: '2026-10-17',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'GREEN',
        factChecked: true,
        text: {
          achieved: 'Gut genutzt, gut gepflegt, gut zu finden.',
          missing: 'Ein fünfter Brunnen in Niederau, den sich viele wünschen.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
  ]),
];
