import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, pictured } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Delayed: the money ends after the first yard. */
export const schoolyards: readonly ExampleStep[] = [
  ...listed('18:16', {
    measure: 'schoolyards',
    recorded: { origin: 'CITIZEN_PETITION' },
    field: 'green',
    number: 'D2',
    rank: 4200,
    described: {
      budget: { totalCents: 132_000_000 },
      text: {
        title: 'Schulhöfe entsiegeln und begrünen',
        teaser: 'Asphalt raus, Schatten und Spiel rein – an vier Schulen.',
        description:
          'Auf jedem Hof wird mindestens die Hälfte des Asphalts aufgebrochen. Kinder planen mit; Regenwasser versickert vor Ort.',
        background:
          'An heißen Tagen wurden auf dem Hof der Gesamtschule am Weiher 54 Grad am Boden gemessen.',
      },
    },
  }),
  ...story('measure:schoolyards', [
    {
      at: '2023-12-04T17:40:00.000Z',
      on: '2023-04-17',
      by: 'monitor',
      command: 'propose',
      data: {
        origin: 'CITIZEN_PETITION',
        to: '@organ:stvv',
        text: {
          by: 'Elternbeiräte von vier Schulen',
          note: 'Die Eingabe trägt 812 Unterschriften.',
          evidence: [paper('EG-14')],
        },
      },
    },
    {
      at: '2024-11-21T08:05:00.000Z',
      on: '2024-11-20',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:soziales',
        votes: { majority: 'UNANIMOUS', yes: 10, no: 0, abstain: 1 },
        text: {
          paper: 'DS-165',
          result: 'einmütig empfohlen, eine Enthaltung',
          note: 'Schülerinnen stellten ihr Modell aus Schuhkartons vor.',
          evidence: [minutes('soziales', 17, 3)],
        },
      },
    },
    {
      at: '2025-03-10T17:10:00.000Z',
      on: '2025-02-24',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'An der Mainuferschule rollt der erste Asphalt vom Hof.' },
      },
    },
    {
      at: '2025-11-24T17:55:00.000Z',
      on: '2025-11-20',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 25,
        text: {
          note: 'Ein Hof von vieren ist fertig. Die Kinder nennen ihn „Dschungel“.',
          evidence: [
            pictured(
              'Gezeichnetes Bild: Wasserlauf mit Trittsteinen und jungen Bäumen auf dem neuen Schulhof',
              '@file:schoolyard',
            ),
          ],
        },
      },
    },
    {
      at: '2026-09-10T07:50:00.000Z',
      on: '2026-09-09',
      by: 'monitor',
      command: 'report-delay',
      data: {
        reason: 'FUNDING',
        newEnd: '2028-08',
        text: {
          note: 'Für den zweiten Hof fehlen 210.000 Euro; ein Förderantrag beim Land ist gestellt.',
          evidence: [minutes('finanzen', 49, 4)],
        },
      },
    },
    {
      at: '2026-10-19T18:19:00.000Z',
      on: '2026-10-17',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'RED',
        factChecked: true,
        text: {
          achieved: 'Ein Vorzeigehof, den andere Städte besuchen.',
          missing: 'Drei Höfe und das Geld dafür.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    ...assessed(39, {
      '2025-04': { rating: 'GREEN', achieved: 'Kinder haben geplant, und man sieht es.' },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Der erste Hof ist ein Ort zum Bleiben.',
      },
      '2026-04': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Geld für den zweiten Hof; im Haushalt steht nur der erste.',
      },
    }),
  ]),
];
