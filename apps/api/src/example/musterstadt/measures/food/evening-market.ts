import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Done; it moved from consumption into the new field of the continuation. */
export const eveningMarket: readonly ExampleStep[] = [
  ...listed('18:51', {
    measure: 'evening-market',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'consumption',
    number: 'E8',
    rank: 5530,
    described: {
      text: {
        title: 'Wochenmarkt in den Abend verlegen',
        teaser: 'Einkaufen nach Feierabend, direkt vom Hof.',
        description:
          'Der Markt öffnet von fünfzehn bis zwanzig Uhr. Stände mit Ware aus höchstens fünfzig Kilometern zahlen die halbe Standgebühr.',
      },
    },
  }),
  ...story('measure:evening-market', [
    {
      at: '2024-05-17T08:26:00.000Z',
      on: '2024-05-16',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY' },
        text: {
          paper: 'DS-135',
          result: 'Satzung mehrheitlich geändert',
          evidence: [minutes('stvv', 26, 17)],
        },
      },
    },
    {
      at: '2024-09-09T16:50:00.000Z',
      on: '2024-09-05',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Erster Abendmarkt mit 14 Ständen, um halb acht war alles ausverkauft.' },
      },
    },
    {
      at: '2025-04-28T16:45:00.000Z',
      on: '2025-04-24',
      by: 'monitor2',
      command: 'complete-implementation',
      data: {
        text: {
          note: 'Die Probezeit ist vorbei, der Abendmarkt bleibt. 22 Stände, davon 15 aus der Nähe.',
          evidence: [
            seen('press', '„Markt unter Lampions“, Mainbogen-Anzeiger', 'presse/abendmarkt'),
          ],
        },
      },
    },
    ...assessed(30, {
      '2024-10': { rating: 'GREEN', achieved: 'Ein Platz voller Menschen.' },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Die halbe Gebühr wirkt: Es kommen mehr Höfe als Händler.',
      },
      '2026-10': { rating: 'GREEN', achieved: 'Längst selbstverständlich.' },
    }),
  ]),
];
