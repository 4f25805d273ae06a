import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';

/** Under consultation; what the Ortsbeirat called a decision is advice, and looks odd as recorded. */
export const leases: readonly ExampleStep[] = [
  ...sheet({
    measure: 'leases',
    at: '2025-09-29T18:21:00.000Z',
    published: '2025-10-01T16:45:00.000Z',
    recorded: { origin: 'ROUND_TABLE' },
    field: 'food',
    edition: 'second',
    number: 'F2',
    rank: 5810,
    described: {
      horizon: 'MEDIUM',
      duration: 'PERMANENT',
      influence: ['REGULATES'],
      climateEffect: 'POSITIVE',
      notQuantified: ['GREENHOUSE_GAS'],
      text: {
        title: 'Städtische Äcker klimafreundlich verpachten',
        teaser: '86 Hektar gehören der Stadt. Wer sie pachtet, soll dem Boden etwas zurückgeben.',
        description:
          'Bei jedem neuen Vertrag zählt nicht nur der Preis: Zwischenfrucht, weniger Stickstoff und Humusaufbau bringen Punkte. Laufzeiten von zwölf Jahren geben Betrieben Sicherheit.',
        goal: 'Bis alle Verträge einmal ausgelaufen sind, gelten die Punkte auf jedem städtischen Acker.',
        targetGroups: ['Landwirtschaftliche Betriebe'],
        notQuantifiedReason: 'Humusaufbau lässt sich erst nach vielen Jahren messen.',
        examples: 'Zwei Kirchengemeinden im Kreis verpachten seit einiger Zeit nach Punkten.',
      },
    },
  }),
  ...story('measure:leases', [
    {
      at: '2025-11-18T08:10:00.000Z',
      on: '2025-11-17',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: false,
        organ: '@organ:ortsbeirat',
        votes: { majority: 'UNANIMOUS', yes: 7 },
        text: {
          result: 'im Ortsbeirat „einstimmig beschlossen“',
          note: 'So steht es in der Niederschrift, obwohl der Ortsbeirat über Pachtverträge nur beraten kann.',
          evidence: [minutes('ortsbeirat', 22, 5)],
        },
      },
    },
    {
      at: '2026-05-14T07:42:00.000Z',
      on: '2026-05-13',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:finanzen',
        text: {
          paper: 'DS-244',
          result: 'vertagt, die Ortslandwirte sollen gehört werden',
          evidence: [paper('DS-244')],
        },
      },
    },
    {
      at: '2026-10-29T08:18:00.000Z',
      on: '2026-10-28',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED_AMENDED',
        organ: '@organ:finanzen',
        votes: { majority: 'MAJORITY', yes: 7, no: 2, abstain: 2 },
        text: {
          paper: 'DS-244',
          result: 'empfohlen mit weniger Gewicht für den Stickstoff, 7 : 2 : 2',
          note: 'Zwei Betriebe saßen mit am Tisch und haben an den Punkten mitgeschrieben.',
          evidence: [minutes('finanzen', 50, 8)],
        },
      },
    },
    ...assessed(28, {
      '2026-10': {
        rating: 'YELLOW',
        achieved: 'Landwirte und Naturfreunde reden miteinander statt übereinander.',
        missing: 'Der erste Vertrag nach den neuen Regeln.',
        evidence: [seen('conversation', 'Feldrundgang mit zwei Pächtern')],
      },
    }),
  ]),
];
