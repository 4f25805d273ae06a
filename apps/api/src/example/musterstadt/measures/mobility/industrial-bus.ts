import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Given up for want of money, after a year on the road. */
export const industrialBus: readonly ExampleStep[] = [
  ...listed('18:37', {
    measure: 'industrial-bus',
    recorded: { origin: 'PLAN' },
    field: 'mobility',
    number: 'C11',
    rank: 3840,
    described: {
      influence: ['SUPPLIES'],
      budget: { perYearCents: 26_000_000 },
      text: {
        title: 'Buslinie ins Gewerbegebiet Süd',
        teaser: '2.900 Arbeitsplätze, bisher keine Haltestelle.',
        description:
          'Eine Linie im Halbstundentakt zwischen Bahnhof und Gewerbegebiet, abgestimmt auf die Schichtzeiten der fünf größten Betriebe.',
      },
    },
  }),
  ...story('measure:industrial-bus', [
    {
      at: '2024-06-28T08:24:00.000Z',
      on: '2024-06-27',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 22, no: 13, abstain: 1 },
        text: {
          paper: 'DS-149',
          result: 'Probebetrieb über ein Jahr mit 22 zu 13 beschlossen',
          evidence: [minutes('stvv', 27, 16)],
        },
      },
    },
    {
      at: '2024-12-16T17:32:00.000Z',
      on: '2024-12-15',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Linie 9 fährt. Am ersten Tag saßen mehr Stadtverordnete darin als Pendler.',
          evidence: [seen('site-visit', 'Mitfahrt um 6.12 Uhr')],
        },
      },
    },
    {
      at: '2025-07-14T16:40:00.000Z',
      on: '2025-07',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 50,
        text: { note: 'Im Schnitt 14 Fahrgäste je Fahrt, zur Frühschicht bis zu 38.' },
      },
    },
    {
      at: '2025-12-11T08:10:00.000Z',
      on: '2025-12-10',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'NOT_RECOMMENDED',
        organ: '@organ:finanzen',
        votes: { majority: 'MAJORITY', yes: 3, no: 8 },
        text: {
          paper: 'DS-221',
          result: 'Verlängerung nicht empfohlen, 3 zu 8',
          evidence: [minutes('finanzen', 45, 7)],
        },
      },
    },
    {
      at: '2025-12-22T17:05:00.000Z',
      on: '2025-12-14',
      by: 'monitor',
      command: 'abandon-implementation',
      data: {
        reason: 'FUNDING',
        text: {
          note: 'Die Linie ist eingestellt. Zwei Betriebe hätten gezahlt, die Stadt nicht.',
          evidence: [
            paper('DS-221'),
            seen('press', '„Linie 9 fährt zum letzten Mal“, Kreisblatt', 'presse/linie-9'),
          ],
        },
      },
    },
    ...assessed(18, {
      '2025-04': {
        rating: 'YELLOW',
        achieved: 'Sie fährt, und sie ist pünktlich.',
        missing: 'Werbung in den Betrieben.',
      },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Doppelt so viele Fahrgäste wie zu Beginn.',
      },
      '2026-04': {
        rating: 'DARK_GREY',
        missing: 'Die Geduld, einer Linie mehr als ein Jahr zu geben.',
      },
    }),
  ]),
];
