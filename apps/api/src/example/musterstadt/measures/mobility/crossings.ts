import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Planned, with a start that was put off twice. */
export const crossings: readonly ExampleStep[] = [
  ...listed('18:38', {
    measure: 'crossings',
    recorded: { origin: 'ORTSBEIRAT' },
    field: 'mobility',
    number: 'C12',
    rank: 3850,
    described: {
      horizon: 'MEDIUM',
      duration: 'PROJECT',
      priority: 'LOW',
      influence: ['SUPPLIES'],
      climateEffect: 'NONE',
      budget: { totalCents: 44_000_000 },
      text: {
        title: 'Sechs sichere Querungen für Fußgänger',
        teaser: 'Zebrastreifen und Mittelinseln, wo heute gerannt wird.',
        description:
          'Der Ortsbeirat und die Seniorenvertretung haben sechs Stellen benannt, an denen die Wartezeit zu lang oder die Straße zu breit ist.',
        remarks:
          'Der Plan schreibt der Maßnahme keine eigene Wirkung auf das Klima zu; sie macht das Gehen bequemer.',
        classes: [{ scheme: 'BISKO', code: 'VERKEHR', label: 'Verkehr' }],
      },
    },
  }),
  ...story('measure:crossings', [
    {
      at: '2024-11-01T08:22:00.000Z',
      on: '2024-10-31',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 34, no: 1, abstain: 1 },
        text: {
          paper: 'DS-163',
          result: 'Reihenfolge der Querungen beschlossen, 34 dafür',
          evidence: [paper('DS-163'), minutes('stvv', 29, 9)],
        },
      },
    },
    {
      at: '2024-12-09T17:15:00.000Z',
      on: '2024-12',
      by: 'monitor',
      command: 'plan-implementation',
      data: {
        plannedStart: '2025-09',
        plannedEnd: '2026-12',
        budgetCents: 44_000_000,
        text: { note: 'Zwei Querungen je Bauabschnitt, zuerst an der Apotheke.' },
      },
    },
    {
      at: '2025-09-10T08:10:00.000Z',
      on: '2025-09-09',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedStart: '2026-05',
        plannedEnd: '2027-08',
        text: {
          note: 'Die Stelle im Tiefbau ist unbesetzt, niemand kann ausschreiben.',
          evidence: [minutes('umwelt', 30, 7)],
        },
      },
    },
    {
      at: '2026-04-29T16:15:00.000Z',
      on: '2026-04-24',
      by: 'administration',
      command: 'reschedule',
      data: {
        plannedStart: '2027-04',
        plannedEnd: '2028-07',
        text: {
          note: 'Erst wenn die Umleitung für die Radachse aufgehoben ist, kann an der Apotheke gebaut werden.',
        },
      },
    },
    {
      at: '2026-05-19T08:00:00.000Z',
      on: '2026-05-18',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'NOTED',
        organ: '@organ:ortsbeirat',
        text: {
          result: 'neuer Zeitplan zur Kenntnis genommen, mit Bedauern',
          evidence: [minutes('ortsbeirat', 24, 3)],
        },
      },
    },
    ...assessed(19, {
      '2025-10': { rating: 'YELLOW', missing: 'Jemand, der eine Ausschreibung schreiben kann.' },
      '2026-10': {
        rating: 'RED',
        achieved: 'Eine provisorische Insel aus Bakenfüßen, gut gemeint.',
        missing: 'Die erste richtige Querung.',
      },
    }),
  ]),
];
