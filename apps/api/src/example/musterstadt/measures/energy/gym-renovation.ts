import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Deferred five times in three years: nobody is against it, and it does not come. */
export const gymRenovation: readonly ExampleStep[] = [
  ...listed('18:31', {
    measure: 'gym-renovation',
    recorded: { origin: 'FACTION' },
    field: 'energy',
    number: 'B13',
    rank: 2940,
    described: {
      priority: 'MEDIUM',
      notQuantified: ['COST', 'GREENHOUSE_GAS'],
      text: {
        title: 'Turnhalle der Weiherschule dämmen',
        teaser: 'Einfachglas, Ölkessel, tropfende Duschen.',
        description:
          'Gefordert werden neue Fenster, ein gedämmtes Dach und warmes Wasser aus einer Wärmepumpe.',
        notQuantifiedReason: 'Ein Gutachten wurde nie beauftragt.',
      },
    },
  }),
  ...story('measure:gym-renovation', [
    {
      at: '2023-12-15T09:26:00.000Z',
      on: '2023-12-14',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REMOVED_FROM_AGENDA',
        organ: '@organ:stvv',
        text: { result: 'aus dem Plan genommen, um es mit dem Schulbau zu behandeln' },
      },
    },
    {
      at: '2024-04-15T16:40:00.000Z',
      on: '2024-04-12',
      by: 'monitor2',
      command: 'submit',
      data: {
        paperKind: 'MOTION',
        organ: '@organ:stvv',
        text: { paper: 'AT-120', by: 'Drei Fraktionen', evidence: [paper('AT-120')] },
      },
    },
    {
      at: '2024-06-20T07:45:00.000Z',
      on: '2024-06-19',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:finanzen',
        text: { paper: 'AT-120', result: 'vertagt, bis der Schulentwicklungsplan vorliegt' },
      },
    },
    {
      at: '2024-12-05T08:15:00.000Z',
      on: '2024-12-04',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:finanzen',
        text: {
          paper: 'AT-120',
          result: 'vertagt auf die Haushaltsberatungen',
          evidence: [minutes('finanzen', 38, 12)],
        },
      },
    },
    {
      at: '2025-03-13T08:24:00.000Z',
      on: '2025-03-12',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:finanzen',
        text: {
          paper: 'AT-120',
          result: 'vertagt, weil die Beratungen zu lange dauerten',
          evidence: [minutes('finanzen', 40, 15)],
        },
      },
    },
    {
      at: '2025-09-11T07:55:00.000Z',
      on: '2025-09-10',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'REMITTED_TO_ADMIN',
        organ: '@organ:finanzen',
        text: {
          paper: 'AT-120',
          result: 'Prüfauftrag an die Verwaltung: dämmen oder neu bauen?',
          evidence: [minutes('finanzen', 43, 6)],
        },
      },
    },
    {
      at: '2026-05-14T07:35:00.000Z',
      on: '2026-05-13',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:finanzen',
        text: { paper: 'AT-120', result: 'vertagt, Prüfergebnis steht aus' },
      },
    },
    {
      at: '2026-09-10T07:58:00.000Z',
      on: '2026-09-09',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:finanzen',
        text: {
          paper: 'AT-120',
          result: 'zum fünften Mal vertagt',
          note: 'Die Prüfung ergab: Dämmen lohnt sich. Nun fehlt die Stelle, die den Bau begleitet.',
          evidence: [minutes('finanzen', 49, 8)],
        },
      },
    },
    ...assessed(10, {
      '2025-04': { rating: 'RED', missing: 'Ein Beschluss. Dagegen ist erklärtermaßen niemand.' },
      '2026-10': {
        rating: 'RED',
        factChecked: true,
        achieved: 'Immerhin ein Prüfergebnis, und ein eindeutiges.',
        missing: 'Der nächste Anlauf muss sitzen: In den Duschen wächst Schimmel.',
      },
    }),
  ]),
];
