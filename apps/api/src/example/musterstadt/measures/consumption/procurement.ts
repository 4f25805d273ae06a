import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Adopted in full, not begun, and stale. */
export const procurement: readonly ExampleStep[] = [
  ...listed('18:22', {
    measure: 'procurement',
    recorded: { origin: 'PLAN' },
    field: 'consumption',
    number: 'E3',
    rank: 5300,
    described: {
      text: {
        title: 'Einkaufen nach Klimakriterien',
        teaser: 'Von Papier bis Fahrzeug: Die Stadt kauft sparsam und langlebig.',
        description:
          'Eine Dienstanweisung legt fest, was bei Ausschreibungen mindestens gefordert wird: Recyclingpapier, reparierbare Geräte, Fahrzeuge ohne Abgas, wo immer es geht.',
        obstacles: 'Kleine Fachdienste haben kaum Zeit für neue Ausschreibungstexte.',
      },
    },
  }),
  ...story('measure:procurement', [
    {
      at: '2025-05-16T07:40:00.000Z',
      on: '2025-05-15',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 19, no: 15, abstain: 2 },
        text: {
          paper: 'DS-187',
          result: 'knapp beschlossen, 19 zu 15, zwei enthalten sich',
          evidence: [paper('DS-187'), minutes('stvv', 33, 9)],
        },
      },
    },
    {
      at: '2025-10-20T18:44:00.000Z',
      on: '2025-10-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'LIGHT_GREY',
        text: {
          missing: 'Die Dienstanweisung selbst; bisher gibt es nur einen Entwurf.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-02-23T18:10:00.000Z',
      on: '2026-02-19',
      by: 'monitor',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Der Entwurf liegt beim Personalrat, einen Termin nennt niemand.',
          evidence: [seen('conversation', 'Auskunft der Zentralen Vergabestelle')],
        },
      },
    },
  ]),
];
