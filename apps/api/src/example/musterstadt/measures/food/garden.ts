import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Under way: a field for everybody. */
export const garden: readonly ExampleStep[] = [
  ...sheet({
    measure: 'garden',
    at: '2025-09-29T18:22:00.000Z',
    published: '2025-10-01T16:46:00.000Z',
    recorded: { origin: 'CITIZENS_GROUP' },
    field: 'food',
    edition: 'second',
    number: 'F3',
    rank: 5820,
    described: {
      horizon: 'SHORT',
      duration: 'PROJECT',
      priority: 'LOW',
      feasibility: 5,
      impact: 1,
      climateEffect: 'POSITIVE',
      budget: { totalCents: 1_900_000 },
      text: {
        title: 'Gemeinschaftsacker an der Schleuse',
        teaser: 'Vierzig Parzellen, ein Brunnen, ein Bauwagen.',
        description:
          'Die Stadt stellt einen halben Hektar und einen Brunnen. Der Verein verlost die Parzellen, zwei davon sind für Schulklassen.',
        initiator: 'Ackerverein Musterstadt',
        steps: [
          {
            text: 'Fläche abstecken, Boden untersuchen',
            start: '2025-11',
            end: '2026-01',
            state: 'DONE',
          },
          { text: 'Brunnen bohren', start: '2026-02', end: '2026-03', state: 'DONE' },
          {
            text: 'Hochbeete für Rollstuhlfahrer',
            start: '2026-11',
            end: '2027-03',
            state: 'RUNNING',
          },
          { text: 'Backofen aus Lehm', state: 'DROPPED' },
        ],
        coBenefits: 'Nachbarn aus elf Ländern tauschen Saatgut und Rezepte.',
        classes: [{ scheme: 'Eigene Themen', code: 'ERN', label: 'Ernährung' }],
      },
    },
  }),
  ...story('measure:garden', [
    {
      at: '2025-12-12T08:34:00.000Z',
      on: '2025-12-11',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'UNANIMOUS', yes: 37, no: 0, abstain: 0 },
        text: {
          paper: 'DS-220',
          result: 'von allen 37 Stadtverordneten beschlossen',
          evidence: [paper('DS-220'), minutes('stvv', 37, 15)],
        },
      },
    },
    {
      at: '2026-03-30T16:25:00.000Z',
      on: '2026-03-28',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Verlosung unter freiem Himmel: 112 Bewerbungen für 40 Parzellen.',
          evidence: [seen('photo', 'Lostrommel vor dem Bauwagen', 'fotos/lostrommel')],
        },
      },
    },
    {
      at: '2026-03-30T16:31:00.000Z',
      on: '2026-03-28',
      by: 'monitor',
      command: 'reschedule',
      data: { plannedEnd: '2027-05', text: { note: 'Dann sollen auch die Hochbeete stehen.' } },
    },
    {
      at: '2026-08-17T16:30:00.000Z',
      on: '2026-08-15',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 70,
        text: { note: 'Alle Parzellen bestellt. Die Zucchini wurden schließlich verschenkt.' },
      },
    },
    ...assessed(29, {
      '2026-10': {
        rating: 'GREEN',
        achieved: 'Der belebteste halbe Hektar der Stadt.',
        missing: 'Eine Toilette.',
      },
    }),
  ]),
];
