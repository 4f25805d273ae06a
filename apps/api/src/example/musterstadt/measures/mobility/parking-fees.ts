import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { rejects } from '../../votes.js';

/** Rejected by a tie: in Hesse a motion needs more ayes than noes. */
export const parkingFees: readonly ExampleStep[] = [
  ...listed('18:35', {
    measure: 'parking-fees',
    recorded: { origin: 'PLAN' },
    field: 'mobility',
    number: 'C9',
    rank: 3810,
    described: {
      influence: ['REGULATES'],
      climateEffect: 'POSITIVE',
      text: {
        title: 'Parken in der Innenstadt bewirtschaften',
        teaser: 'Erste halbe Stunde frei, danach ein Euro je Stunde.',
        description:
          'Statt Parkscheibe gilt auf 640 Plätzen eine Gebühr. Die Einnahmen gehen in Bus und Radwege. Anwohner bekommen einen Ausweis.',
        planText: 'Der öffentliche Raum in der Innenstadt bekommt einen Preis.',
      },
    },
  }),
  ...story('measure:parking-fees', [
    {
      at: '2023-12-15T09:32:00.000Z',
      on: '2023-12-14',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REMOVED_FROM_AGENDA',
        organ: '@organ:stvv',
        text: {
          result: 'vom Grundsatzbeschluss ausgenommen',
          note: 'Der Gewerbeverein hatte am Nachmittag 700 Unterschriften übergeben.',
        },
      },
    },
    {
      at: '2025-01-27T17:12:00.000Z',
      on: '2025-01-22',
      by: 'monitor',
      command: 'submit',
      data: {
        paperKind: 'ADMIN_PAPER',
        organ: '@organ:magistrat',
        text: { paper: 'DS-180', by: 'Magistrat', evidence: [paper('DS-180')] },
      },
    },
    {
      at: '2025-03-19T08:10:00.000Z',
      on: '2025-03-18',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'MAJORITY', yes: 6, no: 4, abstain: 1 },
        text: {
          paper: 'DS-180',
          result: '6 dafür, 4 dagegen, 1 Enthaltung',
          evidence: [minutes('umwelt', 27, 4)],
        },
      },
    },
    {
      at: '2025-03-28T08:26:00.000Z',
      on: '2025-03-27',
      by: 'monitor',
      command: 'decide',
      data: {
        ...rejects,
        votes: { majority: 'TIE', yes: 18, no: 18 },
        text: {
          paper: 'DS-180',
          result: 'bei Stimmengleichheit abgelehnt, 18 zu 18',
          note: 'Eine Stadtverordnete stand im Stau.',
          evidence: [
            minutes('stvv', 32, 5),
            seen('press', '„Patt ums Parken“, Mainbogen-Anzeiger', 'presse/patt-ums-parken'),
          ],
        },
      },
    },
    {
      at: '2026-06-15T16:52:00.000Z',
      on: '2026-06-12',
      by: 'monitor',
      command: 'check-unchanged',
      data: {
        text: { note: 'In der Vereinbarung der neuen Mehrheit kommt das Wort Parken nicht vor.' },
      },
    },
    ...assessed(15, {
      '2025-04': {
        rating: 'DARK_GREY',
        missing: 'Die Einnahmen, mit denen der Abendbus bezahlt werden sollte.',
      },
    }),
  ]),
];
