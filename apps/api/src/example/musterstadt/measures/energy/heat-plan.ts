import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Done: the heat plan that the law asks for, adopted after two rounds of maps. */
export const heatPlan: readonly ExampleStep[] = [
  ...listed('18:04', {
    measure: 'heat-plan',
    recorded: { origin: 'LEGAL_DUTY' },
    field: 'energy',
    number: 'B1',
    rank: 2100,
    described: {
      budget: { totalCents: 18_000_000 },
      text: {
        title: 'Kommunale Wärmeplanung',
        teaser: 'Eine Karte, die zeigt, welche Straße künftig wie heizen kann.',
        description:
          'Bestand und Potenzial werden erfasst, daraus entstehen Gebiete für Wärmenetze, Wärmepumpen und Zwischenlösungen. Zwei Bürgerabende gehören dazu.',
        background:
          'Größere Städte müssen einen solchen Plan nach Bundes- und Landesrecht ohnehin vorlegen.',
        goal: 'Jeder Haushalt weiß, worauf er sich einstellen kann.',
      },
    },
  }),
  ...story('measure:heat-plan', [
    {
      at: '2023-11-22T17:40:00.000Z',
      on: '2023',
      by: 'lead',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'LEAD',
        organ: '@organ:stadtwerke',
        text: {
          name: 'Stadtwerke Musterstadt GmbH',
          explanation:
            'Die Stadtwerke haben die Netzdaten und führen das Vorhaben im Auftrag der Stadt.',
        },
      },
    },
    {
      at: '2024-02-20T18:25:00.000Z',
      on: '2024-02-12',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Auftrag an ein Ingenieurbüro vergeben; der Förderbescheid liegt vor.',
          evidence: [
            seen('press', '„Wärmeplan gestartet“, Mainbogen-Anzeiger', 'presse/waermeplan'),
          ],
        },
      },
    },
    {
      at: '2024-02-20T18:31:00.000Z',
      on: '2024-02-12',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedEnd: '2025-12',
        text: { note: 'Im Vertrag steht eine Laufzeit von 22 Monaten.' },
      },
    },
    {
      at: '2024-10-21T17:05:00.000Z',
      on: '2024-10-15',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 40,
        text: { note: 'Bestandskarte fertig: 71 Prozent der Häuser heizen mit Gas, 19 mit Öl.' },
      },
    },
    {
      at: '2025-05-13T07:45:00.000Z',
      on: '2025-03-25',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 75,
        text: {
          note: 'Erster Bürgerabend mit 140 Gästen. Erst sieben Wochen später eingetragen, weil das Protokoll fehlte.',
          evidence: [seen('photo', 'Stellwände vom Bürgerabend', 'fotos/waermeabend')],
        },
      },
    },
    {
      at: '2025-10-29T08:35:00.000Z',
      on: '2025-10-28',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'MAJORITY', yes: 9, no: 2 },
        text: {
          paper: 'DS-212',
          result: 'Annahme empfohlen, 9 zu 2',
          evidence: [minutes('umwelt', 31, 3)],
        },
      },
    },
    {
      at: '2025-12-12T08:15:00.000Z',
      on: '2025-12-11',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 29, no: 7, abstain: 1 },
        text: {
          paper: 'DS-212',
          result: 'Wärmeplan beschlossen, 29 zu 7, eine Enthaltung',
          evidence: [paper('DS-212'), minutes('stvv', 37, 5)],
        },
      },
    },
    {
      at: '2025-12-12T08:20:00.000Z',
      on: '2025-12-11',
      by: 'monitor2',
      command: 'complete-implementation',
      data: {
        text: { note: 'Mit dem Beschluss ist der Plan fertig; die Karte steht für alle im Netz.' },
      },
    },
    {
      at: '2026-04-20T18:00:00.000Z',
      on: '2026-04-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'GREEN',
        factChecked: true,
        text: {
          achieved: 'Karte, Gebiete und Zeitplan liegen pünktlich vor.',
          missing: 'Eine Anlaufstelle für Fragen einzelner Hausbesitzer.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    ...assessed(47, {
      '2025-04': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Ein Bürgerabend, an dem gestritten werden durfte.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Aus einer Maßnahme ist ein eigener Plan geworden.',
      },
    }),
  ]),
];
