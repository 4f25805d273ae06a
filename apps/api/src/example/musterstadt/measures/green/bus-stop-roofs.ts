import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Not feasible: the shelters cannot carry what was to grow on them. */
export const busStopRoofs: readonly ExampleStep[] = [
  ...listed('18:47', {
    measure: 'bus-stop-roofs',
    recorded: { origin: 'CITIZENS_GROUP' },
    field: 'green',
    number: 'D9',
    rank: 4550,
    described: {
      budget: { totalCents: 4_200_000 },
      text: {
        title: 'Bienendächer auf Bushaltestellen',
        teaser: 'Fetthenne und Thymian auf 48 Wartehäuschen.',
        description:
          'Die flachen Dächer der Wartehäuschen werden mit Substrat belegt und bepflanzt.',
      },
    },
  }),
  ...story('measure:bus-stop-roofs', [
    {
      at: '2024-04-08T16:50:00.000Z',
      on: '2024-04-02',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Am Friedhof wird ein erstes Dach zur Probe bepflanzt.' },
      },
    },
    {
      at: '2024-10-07T17:05:00.000Z',
      on: '2024-10-01',
      by: 'administration',
      command: 'abandon-implementation',
      data: {
        reason: 'NOT_FEASIBLE',
        text: {
          note: 'Das Probedach hat sich um vier Zentimeter gesenkt. Die Häuschen tragen nassen Boden nicht.',
          evidence: [seen('other', 'Stellungnahme des Tragwerksplaners', 'haltestellen/statik')],
        },
      },
    },
    ...assessed(25, {
      '2024-10': {
        rating: 'DARK_GREY',
        factChecked: true,
        achieved: 'Erst probiert, dann gerechnet, dann offen abgebrochen.',
        note: 'Beim nächsten Kauf von Wartehäuschen sollen begrünbare Modelle verlangt werden.',
      },
    }),
  ]),
];
