import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Done a good half year late; nobody had voted on it alone, the plan's vote was enough. */
export const floodMap: readonly ExampleStep[] = [
  ...listed('18:45', {
    measure: 'flood-map',
    recorded: { origin: 'FUNDING_PROGRAMME' },
    field: 'green',
    number: 'D7',
    rank: 4520,
    described: {
      horizon: 'SHORT',
      duration: 'PROJECT',
      priority: 'HIGH',
      feasibility: 5,
      impact: 3,
      influence: ['ADVISES', 'REGULATES'],
      climateEffect: 'NONE',
      cost: { oneOffCents: 8_200_000, asOf: '2023' },
      text: {
        title: 'Starkregenkarte für jedes Grundstück',
        teaser: 'Wo steht das Wasser, wenn in einer Stunde sechzig Liter fallen?',
        description:
          'Ein Büro rechnet drei Regen durch, die Feuerwehr ergänzt, was sie aus Einsätzen weiß. Die Karte ist öffentlich; wer im tiefen Blau wohnt, bekommt einen Brief mit Hinweisen.',
        background: 'Beim letzten Unwetter liefen 130 Keller voll, viele davon weit weg vom Main.',
        targetGroups: ['Hausbesitzer', 'Feuerwehr', 'Bauaufsicht'],
        steps: [
          { text: 'Geländemodell beschaffen', start: '2024-05', end: '2024-07', state: 'DONE' },
          { text: 'Rechnen und vor Ort prüfen', start: '2024-08', end: '2025-08', state: 'DONE' },
          { text: 'Karte veröffentlichen, Briefe verschicken', end: '2025-10', state: 'DONE' },
        ],
        indicators: [
          {
            name: 'Angeschriebene Haushalte',
            unit: 'Stück',
            baseline: '0',
            target: 'alle betroffenen',
          },
        ],
        funding: [
          { source: 'Landesförderung Klimaanpassung', amountCents: 6_500_000, state: 'GRANTED' },
        ],
      },
    },
  }),
  ...story('measure:flood-map', [
    {
      at: '2024-05-13T17:02:00.000Z',
      on: '2024-05-06',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Ein Büro aus der Nachbarstadt hat den Zuschlag bekommen.' },
      },
    },
    {
      at: '2024-05-13T17:08:00.000Z',
      on: '2024-05-06',
      by: 'monitor2',
      command: 'reschedule',
      data: { plannedEnd: '2025-03', text: { note: 'Zehn Monate stehen im Angebot.' } },
    },
    {
      at: '2025-02-05T08:20:00.000Z',
      on: '2025-02-04',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'TECHNICAL',
        text: {
          note: 'Das Geländemodell kannte zwei Unterführungen nicht; es wird neu gerechnet.',
          evidence: [minutes('umwelt', 26, 10)],
        },
      },
    },
    {
      at: '2025-06-18T07:36:00.000Z',
      on: '2025-06-17',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 80,
        text: { note: 'Die Feuerwehr hat 61 Einsatzorte nachgetragen, das Modell stimmt jetzt.' },
      },
    },
    {
      at: '2025-10-27T17:50:00.000Z',
      on: '2025-10-23',
      by: 'administration',
      command: 'complete-implementation',
      name: 'flood-map-done',
      data: { text: { note: 'Die Karte ist öffentlich, 1.870 Briefe sind unterwegs.' } },
    },
    {
      at: '2025-11-10T17:30:00.000Z',
      on: '2025-11-10',
      by: 'monitor2',
      command: 'add-evidence',
      data: {
        entry: '@entry:flood-map-done',
        text: {
          evidence: [paper('DS-213'), seen('other', 'Starkregenkarte', 'karten/starkregen')],
          note: 'Die Mitteilung an den Ausschuss kam zwei Wochen nach der Karte.',
        },
      },
    },
    ...assessed(22, {
      '2025-04': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Lieber richtig als rechtzeitig.',
      },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Eine Karte, die man versteht, und Briefe, die nicht erschrecken.',
        missing: 'Die zweite Hälfte der Arbeit: Mulden und Schwellen dort, wo es blau ist.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Die Bauaufsicht arbeitet mit der Karte.',
        missing: 'Die ersten Schwellen an der Unterführung.',
      },
    }),
  ]),
];
