import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** A standing task that changed hands: the yearly report on the climate. */
export const climateReport: readonly ExampleStep[] = [
  ...listed('18:24', {
    measure: 'climate-report',
    recorded: { origin: 'PLAN' },
    field: 'overall',
    number: 'A4',
    rank: 6400,
    described: {
      horizon: 'SHORT',
      duration: 'PERMANENT',
      priority: 'HIGH',
      climateEffect: 'UNKNOWN',
      cost: { perYearCents: 1_400_000, staffHundredths: 20 },
      text: {
        title: 'Jährlicher Klimabericht mit Treibhausgasbilanz',
        teaser: 'Einmal im Jahr schwarz auf weiß: Wo steht die Stadt?',
        description:
          'Der Bericht nennt den Ausstoß nach Bereichen, vergleicht ihn mit dem Weg zum Ziel und sagt zu jeder Maßnahme des Plans in zwei Sätzen, wie weit sie ist.',
        planText:
          'Der Magistrat legt der Stadtverordnetenversammlung jedes Jahr bis zur ersten Sitzung nach der Sitzungspause einen Klimabericht vor.',
        targetGroups: ['Stadtverordnete', 'Presse', 'alle Einwohnerinnen und Einwohner'],
        indicators: [
          { name: 'Ausstoß je Kopf', unit: 't CO₂e', baseline: '7,9', target: '0' },
          { name: 'Berichte, die zur vereinbarten Zeit vorlagen', target: 'alle' },
        ],
        classes: [
          { scheme: 'European Energy Award', code: '5', label: 'Interne Organisation' },
          { scheme: 'BISKO', code: 'KOMMUNALE_EINRICHTUNGEN', label: 'Kommunale Einrichtungen' },
        ],
      },
    },
  }),
  ...story('measure:climate-report', [
    {
      at: '2024-06-28T07:50:00.000Z',
      on: '2024-06-27',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 27, no: 8, abstain: 1 },
        text: {
          paper: 'DS-143',
          result: 'jährlicher Bericht beschlossen, 27 dafür, 8 dagegen, 1 enthalten',
          note: 'Ein Antrag, nur alle zwei Jahre zu berichten, fand vorher keine Mehrheit.',
          evidence: [paper('DS-143'), minutes('stvv', 27, 9)],
        },
      },
    },
    {
      at: '2024-08-19T16:10:00.000Z',
      on: '2024-08-01',
      by: 'monitor',
      command: 'assign-responsible-body',
      name: 'climate-report-office',
      data: {
        responsibility: 'LEAD',
        text: {
          name: 'Umweltabteilung im Bauamt',
          explanation: 'Macht die Bilanz nebenher, bis die Stabsstelle besetzt ist.',
        },
      },
    },
    {
      at: '2025-06-19T17:25:00.000Z',
      on: '2025-06-12',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Der erste Bericht ist da: 187.000 Tonnen im letzten Jahr mit vollständigen Zahlen, gut die Hälfte davon aus Heizungen.',
          evidence: [paper('DS-194')],
        },
      },
    },
    {
      at: '2025-06-27T07:20:00.000Z',
      on: '2025-06-26',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'NOTES',
        scope: 'FULL',
        outcome: 'NOTED',
        final: true,
        organ: '@organ:stvv',
        text: {
          paper: 'DS-194',
          result: 'zur Kenntnis genommen nach einer Stunde Aussprache',
          evidence: [minutes('stvv', 34, 11)],
        },
      },
    },
    {
      at: '2025-10-06T07:15:00.000Z',
      on: '2025-10-01',
      by: 'administration',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'LEAD',
        organ: '@organ:klimastelle',
        text: { name: 'Stabsstelle Klimaschutz', explanation: 'Übernimmt die Bilanz ganz.' },
      },
    },
    {
      at: '2026-06-22T07:10:00.000Z',
      on: '2026-06-18',
      by: 'administration',
      command: 'report-progress',
      data: {
        text: {
          note: 'Zweiter Bericht: 181.500 Tonnen. Erstmals stehen auch die Wege der Pendlerinnen und Pendler darin.',
          evidence: [
            {
              ...paper('DS-257', '6'),
              quote: 'Beim jetzigen Tempo wird das Ziel um elf Jahre verfehlt.',
            },
          ],
        },
      },
    },
    ...assessed(1, {
      '2025-04': {
        rating: 'RED',
        missing: 'Der Bericht. Er war für die erste Sitzung nach der Pause versprochen.',
      },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Eine saubere Bilanz, die auch Laien verstehen.',
        missing: 'Die zwei Sätze zu jeder Maßnahme; im ersten Bericht fehlen sie bei der Hälfte.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Pünktlich, lesbar, unbequem an den richtigen Stellen.',
        missing: 'Ein Blick auf die Betriebe, die ihre Zahlen nicht herausgeben.',
        evidence: [seen('conversation', 'Faktencheck mit der Stabsstelle, sechste Ampelrunde')],
      },
    }),
  ]),
];
