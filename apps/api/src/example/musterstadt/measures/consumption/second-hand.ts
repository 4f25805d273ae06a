import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Resting: begun, then paused for want of a roof. */
export const secondHand: readonly ExampleStep[] = [
  ...listed('18:49', {
    measure: 'second-hand',
    recorded: { origin: 'ROUND_TABLE' },
    field: 'consumption',
    number: 'E5',
    rank: 5510,
    described: {
      influence: ['SUPPLIES'],
      budget: { totalCents: 11_000_000 },
      text: {
        title: 'Gebrauchtwarenhaus am Wertstoffhof',
        teaser: 'Was andere wegwerfen, steht zwei Tage später im Regal.',
        description:
          'In der alten Fahrzeughalle entsteht ein Verkaufsraum. Ein Sozialbetrieb holt ab, prüft und verkauft.',
        obstacles: 'Die Halle hat ein Asbestdach.',
      },
    },
  }),
  ...story('measure:second-hand', [
    {
      at: '2025-05-16T08:06:00.000Z',
      on: '2025-05-15',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        scope: 'PART',
        outcome: 'ADOPTED_PARTLY',
        votes: { majority: 'MAJORITY', yes: 23, no: 11, abstain: 2 },
        text: {
          paper: 'DS-186',
          result: 'Punkt 1 angenommen mit 23 zu 11, Punkt 2 zurückgestellt',
          note: 'Punkt 1 ist das Haus selbst, Punkt 2 wäre ein Abholdienst gewesen.',
          evidence: [paper('DS-186'), minutes('stvv', 33, 11)],
        },
      },
    },
    {
      at: '2025-09-01T16:30:00.000Z',
      on: '2025-08-25',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Die Halle wird ausgeräumt; ein Löschfahrzeug zog als Letztes aus.' },
      },
    },
    {
      at: '2026-01-12T17:40:00.000Z',
      on: '2026-01-08',
      by: 'monitor',
      command: 'pause-implementation',
      data: {
        text: {
          note: 'Baustopp: Das Dach darf nur eine Fachfirma anfassen, und die kostet mehr als der ganze Umbau.',
          evidence: [seen('site-visit', 'Blick durchs Tor des Wertstoffhofs')],
        },
      },
    },
    {
      at: '2026-08-10T16:35:00.000Z',
      on: '2026-08-06',
      by: 'monitor',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Der Sozialbetrieb sucht inzwischen selbst nach einem Laden in der Innenstadt.',
        },
      },
    },
    ...assessed(27, {
      '2025-10': {
        rating: 'GREEN',
        achieved: 'Helfer, Träger und Räume waren binnen eines Jahres beisammen.',
      },
      '2026-04': { rating: 'RED', factChecked: true, missing: 'Ein Dach ohne Asbest.' },
      '2026-10': {
        rating: 'RED',
        missing: 'Eine Entscheidung, ob es in der Halle überhaupt noch weitergeht.',
      },
    }),
  ]),
];
