import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Begun as a trial before anybody had voted: that looks odd, and is shown so. */
export const schoolStreets: readonly ExampleStep[] = [
  ...sheet({
    measure: 'school-streets',
    at: '2024-09-09T17:10:00.000Z',
    published: '2024-09-09T17:30:00.000Z',
    recorded: { origin: 'CITIZENS_GROUP' },
    field: 'mobility',
    rank: 3830,
    described: {
      horizon: 'SHORT',
      influence: ['REGULATES'],
      text: {
        title: 'Schulstraßen: morgens ohne Elterntaxi',
        teaser: 'Eine halbe Stunde am Morgen gehört die Straße den Kindern.',
        description:
          'Vor zwei Grundschulen sperren Eltern zu Schulbeginn mit einer rot-weißen Schranke ab. Anwohner und Busse dürfen durch, Elterntaxis halten an zwei Punkten in der Nähe.',
        targetGroups: ['Schulkinder', 'Eltern'],
        supporters: 'Elternbeirat der Mainuferschule, Kinderarztpraxis am Markt',
      },
    },
  }),
  ...story('measure:school-streets', [
    {
      at: '2024-09-09T17:36:00.000Z',
      on: '2024-08-29',
      by: 'monitor',
      command: 'propose',
      data: {
        origin: 'CITIZENS_GROUP',
        to: '@organ:magistrat',
        text: {
          by: 'Elternbeirat der Mainuferschule',
          note: 'Auslöser war ein Beinaheunfall am Schultor.',
        },
      },
    },
    {
      at: '2025-03-31T16:55:00.000Z',
      on: '2025-03-24',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Die Straßenverkehrsbehörde erlaubt einen Versuch über ein Schuljahr; am ersten Morgen kamen 40 Kinder mit Rollern.',
          evidence: [seen('photo', 'Schranke vor der Mainuferschule', 'fotos/schulstrasse')],
        },
      },
    },
    {
      at: '2025-11-27T08:15:00.000Z',
      on: '2025-11-26',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:soziales',
        votes: { majority: 'UNANIMOUS' },
        text: {
          paper: 'DS-219',
          result: 'Dauerbetrieb ohne Gegenstimme empfohlen',
          evidence: [minutes('soziales', 23, 4)],
        },
      },
    },
    {
      at: '2026-02-04T09:10:00.000Z',
      on: '2026-02-03',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED_AMENDED',
        organ: '@organ:umwelt',
        votes: { yes: 8, no: 3 },
        text: { paper: 'DS-219', result: 'empfohlen mit der Maßgabe, auch Niederau einzubeziehen' },
      },
    },
    {
      at: '2026-05-22T07:48:00.000Z',
      on: '2026-05-21',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        outcome: 'ADOPTED_AMENDED',
        votes: { majority: 'MAJORITY', yes: 29, no: 6, abstain: 2 },
        text: {
          paper: 'DS-219',
          result: 'dauerhaft und an drei Schulen, 29 zu 6 bei 2 Enthaltungen',
          evidence: [paper('DS-219'), minutes('stvv', 40, 8)],
        },
      },
    },
    {
      at: '2026-09-07T17:00:00.000Z',
      on: '2026-08-31',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 65,
        text: {
          note: 'Die dritte Schranke steht in Niederau; dort fehlen noch Freiwillige für zwei Vormittage.',
        },
      },
    },
    ...assessed(17, {
      '2025-04': { rating: 'GREEN', achieved: 'Ein Versuch, der nach drei Tagen Alltag war.' },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Zwei von drei Elterntaxis sind verschwunden.',
        missing: 'Ein Beschluss. Alles hängt an einer befristeten Erlaubnis.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Aus dem Versuch ist eine Einrichtung geworden.',
        missing: 'Versenkbare Poller, damit nicht jeden Morgen jemand schieben muss.',
      },
    }),
  ]),
];
