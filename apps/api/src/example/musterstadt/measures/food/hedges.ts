import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Planned; it moved from the green of the town to its fields. */
export const hedges: readonly ExampleStep[] = [
  ...listed('18:48', {
    measure: 'hedges',
    recorded: { origin: 'FUNDING_PROGRAMME' },
    field: 'green',
    number: 'D10',
    rank: 4560,
    described: {
      horizon: 'MEDIUM',
      duration: 'PROJECT',
      climateEffect: 'POSITIVE',
      budget: { totalCents: 7_000_000 },
      text: {
        title: 'Fünf Kilometer Hecken und Blühstreifen',
        teaser: 'Windschutz, Schatten und Wohnraum für Rebhühner.',
        description:
          'Entlang städtischer Feldwege wachsen Hecken aus heimischen Sträuchern, dazwischen Streifen, die nur einmal im Jahr gemäht werden.',
        funding: [
          {
            source: 'Ausgleichsgelder der Umgehungsstraße',
            amountCents: 5_200_000,
            state: 'GRANTED',
          },
        ],
      },
    },
  }),
  ...story('measure:hedges', [
    {
      at: '2026-06-26T07:42:00.000Z',
      on: '2026-06-25',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 35, abstain: 2 },
        text: {
          paper: 'DS-256',
          result: 'Wegeplan gebilligt, 35 dafür bei 2 Enthaltungen',
          evidence: [paper('DS-256'), minutes('stvv', 41, 13)],
        },
      },
    },
    {
      at: '2026-08-03T16:20:00.000Z',
      on: '2026-08',
      by: 'monitor',
      command: 'plan-implementation',
      data: {
        plannedStart: '2027-02',
        plannedEnd: '2029-04',
        budgetCents: 7_000_000,
        text: { note: 'Gepflanzt wird nach der Ernte, zuerst am Weg zum Hochfeld.' },
      },
    },
    ...assessed(31, {
      '2026-10': {
        rating: 'YELLOW',
        achieved: 'Ein Wegeplan, dem auch der Bauernverband zugestimmt hat.',
      },
    }),
  ]),
];
