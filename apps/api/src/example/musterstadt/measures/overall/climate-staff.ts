import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Done: two posts for climate protection, after a first search without result. */
export const climateStaff: readonly ExampleStep[] = [
  ...listed('18:01', {
    measure: 'climate-staff',
    recorded: { origin: 'PLAN' },
    field: 'overall',
    number: 'A1',
    rank: 6100,
    described: {
      budget: { perYearCents: 15_200_000 },
      text: {
        title: 'Stabsstelle Klimaschutz mit zwei Stellen einrichten',
        teaser: 'Zwei feste Stellen, damit Klimaschutz nicht nebenher läuft.',
        description:
          'Die Stadt schreibt zwei unbefristete Stellen aus: eine für Konzept und Berichte, eine für Förderanträge und Beratung der Fachdienste.',
        planText: 'Die Stadt schafft Personal, das allein für den Klimaschutz da ist.',
        background:
          'Bisher kümmerte sich eine Kollegin der Bauverwaltung mit einem Fünftel ihrer Zeit.',
      },
    },
  }),
  ...story('measure:climate-staff', [
    {
      at: '2024-03-14T08:10:00.000Z',
      on: '2024-03-13',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:finanzen',
        votes: { majority: 'MAJORITY', yes: 7, no: 4 },
        text: {
          paper: 'DS-121',
          result: 'Zustimmung mit 7 zu 4 empfohlen',
          note: 'Gestritten wurde nur über die Frage, ob beide Stellen sofort kommen.',
          evidence: [minutes('finanzen', 33, 6)],
        },
      },
    },
    {
      at: '2024-03-22T07:40:00.000Z',
      on: '2024-03-21',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 23, no: 12 },
        text: {
          paper: 'DS-121',
          result: 'beschlossen, 23 Ja, 12 Nein',
          note: 'Beide Stellen stehen ab sofort im Stellenplan.',
          evidence: [paper('DS-121'), minutes('stvv', 25, 4)],
        },
      },
    },
    {
      at: '2024-04-15T17:20:00.000Z',
      on: '2024-04',
      by: 'monitor',
      command: 'plan-implementation',
      data: {
        plannedStart: '2024-05',
        plannedEnd: '2025-03',
        budgetCents: 15_200_000,
        text: { note: 'Die Personalabteilung rechnet mit zehn Monaten bis zur Besetzung.' },
      },
    },
    {
      at: '2024-05-21T16:35:00.000Z',
      on: '2024-05-17',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Die Ausschreibung ist veröffentlicht.',
          evidence: [seen('other', 'Stellenanzeige der Stadt', 'stellen/klimaschutz')],
        },
      },
    },
    {
      at: '2024-11-25T18:15:00.000Z',
      on: '2024-11-18',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'STAFF',
        newEnd: '2025-10',
        text: {
          note: 'Auf die erste Ausschreibung kam keine passende Bewerbung. Sie wird mit höherer Eingruppierung wiederholt.',
        },
      },
    },
    {
      at: '2025-04-03T08:50:00.000Z',
      on: '2025-04-01',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 50,
        text: { note: 'Die erste Stelle ist besetzt; die Kollegin kommt aus der Energieberatung.' },
      },
    },
    {
      at: '2025-10-02T07:30:00.000Z',
      on: '2025-10-01',
      by: 'administration',
      command: 'complete-implementation',
      data: {
        text: {
          note: 'Auch die zweite Stelle ist besetzt. Die Stabsstelle sitzt im Erdgeschoss, Tür offen.',
          evidence: [
            seen('press', '„Zwei für das Klima“, Mainbogen-Anzeiger', 'presse/zwei-fuer-das-klima'),
          ],
        },
      },
    },
    {
      at: '2025-10-20T18:05:00.000Z',
      on: '2025-10-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'GREEN',
        factChecked: true,
        text: {
          achieved: 'Zwei unbefristete Stellen, beide mit Fachleuten besetzt.',
          missing: 'Eine Vertretung für Urlaub und Krankheit.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    ...assessed(32, {
      '2024-10': { rating: 'YELLOW', missing: 'Eine Bezahlung, mit der man Fachleute gewinnt.' },
      '2025-04': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Die Hälfte ist da und arbeitet.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Aus zwei Stellen ist eine Anlaufstelle für das ganze Haus geworden.',
      },
    }),
  ]),
];
