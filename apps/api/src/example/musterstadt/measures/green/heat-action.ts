import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Planned: a heat action plan, first asked to be reported, then adopted. */
export const heatAction: readonly ExampleStep[] = [
  ...listed('18:18', {
    measure: 'heat-action',
    recorded: { origin: 'PLAN' },
    field: 'green',
    number: 'D4',
    rank: 4400,
    described: {
      text: {
        title: 'Hitzeaktionsplan für Ältere und Kinder',
        teaser: 'Wer warnt wen, wo ist es kühl, wer sieht nach?',
        description:
          'Warnkette, Karte kühler Orte, Telefonpaten für alleinlebende Menschen, Regeln für Kitas und Sportvereine. Erarbeitet mit Pflegediensten und Ärztinnen.',
        goal: 'Bei jeder Hitzewarnung ist binnen zwei Stunden klar, wer was tut.',
      },
    },
  }),
  ...story('measure:heat-action', [
    {
      at: '2024-10-31T18:40:00.000Z',
      on: '2024-10-31',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'MANDATES_REPORT',
        scope: 'PART',
        outcome: 'ADOPTED_PARTLY',
        final: true,
        organ: '@organ:stvv',
        votes: { yes: 27, no: 4, abstain: 5 },
        text: {
          paper: 'AT-126',
          result: 'nur der Berichtsauftrag angenommen, 27 zu 4 bei 5 Enthaltungen',
          note: 'Der Magistrat soll darlegen, was ein solcher Plan an Personal bindet.',
        },
      },
    },
    {
      at: '2025-05-08T07:40:00.000Z',
      on: '2025-05-07',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'ANSWERED',
        organ: '@organ:soziales',
        text: {
          paper: 'AT-126',
          result: 'Bericht mündlich erstattet',
          note: 'Eine halbe Stelle würde genügen; der Kreis beteiligt sich.',
          evidence: [minutes('soziales', 20, 6)],
        },
      },
    },
    {
      at: '2026-05-22T07:35:00.000Z',
      on: '2026-05-21',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 34, no: 2 },
        text: {
          paper: 'DS-251',
          result: 'Hitzeaktionsplan mit 34 zu 2 beauftragt',
          evidence: [paper('DS-251'), minutes('stvv', 40, 5)],
        },
      },
    },
    {
      at: '2026-07-13T17:05:00.000Z',
      on: '2026-07',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2027-02',
        plannedEnd: '2028-05',
        budgetCents: 7_500_000,
        text: { note: 'Zuerst entsteht die Karte kühler Orte, danach das Telefonnetz.' },
      },
    },
    {
      at: '2026-11-09T18:00:00.000Z',
      on: '2026-11-05',
      by: 'monitor',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'LEAD',
        organ: '@organ:klimastelle',
        text: {
          name: 'Stabsstelle Klimaschutz',
          explanation: 'Die Stabsstelle führt, die Seniorenberatung arbeitet zu.',
          evidence: [minutes('stvv', 43, 12)],
        },
      },
    },
    ...assessed(44, {
      '2025-10': {
        rating: 'YELLOW',
        achieved: 'Ein Bericht, der Mut macht.',
        missing: 'Der Auftrag, nach ihm zu handeln.',
      },
      '2026-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Beschlossen, geplant, jemand ist zuständig.',
        missing: 'Telefonpaten.',
      },
    }),
  ]),
];
