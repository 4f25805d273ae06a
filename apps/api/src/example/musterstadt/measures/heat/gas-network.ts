import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { sheet } from '../../sheet.js';

/** Of the heat plan, under consultation. */
export const gasNetwork: readonly ExampleStep[] = [
  ...sheet({
    measure: 'gas-network',
    at: '2026-01-19T17:48:00.000Z',
    published: '2026-01-26T17:32:00.000Z',
    recorded: { origin: 'PLAN' },
    plan: 'waermeplan',
    field: 'heat-networks',
    edition: 'heat',
    number: 'W1.2',
    rank: 1200,
    described: {
      horizon: 'LONG',
      priority: 'HIGH',
      influence: ['SUPPLIES', 'REGULATES'],
      notQuantified: ['COST', 'GREENHOUSE_GAS', 'ENERGY'],
      text: {
        title: 'Fahrplan für das Gasnetz',
        description:
          'Die Stadtwerke sollen sagen, welche Leitungen wie lange gebraucht werden, damit niemand mehr in eine Heizung investiert, deren Anschluss verschwindet.',
        notQuantifiedReason: 'Die Zahlen gehören den Stadtwerken und sind vertraulich.',
        obstacles: 'Die Konzession läuft noch viele Jahre.',
      },
    },
  }),
  ...story('measure:gas-network', [
    {
      at: '2026-05-13T07:50:00.000Z',
      on: '2026-05-12',
      by: 'monitor2',
      command: 'submit',
      data: {
        paperKind: 'ADMIN_PAPER',
        organ: '@organ:umwelt',
        text: { paper: 'DS-246', by: 'Stadtwerke über den Magistrat', evidence: [paper('DS-246')] },
      },
    },
    {
      at: '2026-10-28T08:25:00.000Z',
      on: '2026-10-27',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:umwelt',
        text: {
          paper: 'DS-246',
          result: 'vertagt, weil die Tischvorlage erst zu Beginn der Sitzung verteilt wurde',
          evidence: [minutes('umwelt', 37, 8)],
        },
      },
    },
  ]),
];
