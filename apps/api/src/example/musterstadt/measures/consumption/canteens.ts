import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Adopted in principle, not begun: the single vote has been put off. */
export const canteens: readonly ExampleStep[] = [
  ...listed('18:21', {
    measure: 'canteens',
    recorded: { origin: 'PLAN' },
    field: 'consumption',
    number: 'E2',
    rank: 5200,
    described: {
      budget: { perYearCents: 21_000_000 },
      text: {
        title: 'Mehr Gemüse und Regionales in Kitas',
        teaser: 'Frisch gekocht, weniger Fleisch, kurze Wege.',
        description:
          'Die Ausschreibung für das Mittagessen verlangt künftig die Hälfte der Zutaten aus der Region und an drei Tagen ein Gericht ohne Fleisch. Essensreste werden gewogen.',
        supporters: 'Gesamtelternbeirat der Kitas',
      },
    },
  }),
  ...story('measure:canteens', [
    {
      at: '2025-05-08T07:52:00.000Z',
      on: '2025-05-07',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:soziales',
        text: {
          paper: 'DS-189',
          result: 'auf Wunsch der Kitaleitungen vertagt',
          note: 'Die Leitungen möchten erst wissen, wie sich der Essenspreis ändert.',
          evidence: [minutes('soziales', 20, 8)],
        },
      },
    },
    {
      at: '2025-12-15T17:25:00.000Z',
      on: '2025-12-10',
      by: 'monitor2',
      command: 'propose',
      name: 'canteens-proposed',
      data: {
        origin: 'CITIZENS_GROUP',
        to: '@organ:soziales',
        text: {
          by: 'Gesamtelternbeirat',
          note: 'Die Eltern schlagen einen Probelauf in zwei Kitas vor.',
        },
      },
    },
    {
      at: '2026-01-21T17:35:00.000Z',
      on: '2026-01-21',
      by: 'monitor2',
      command: 'add-evidence',
      data: {
        entry: '@entry:canteens-proposed',
        text: {
          evidence: [
            {
              ...seen('other', 'Brief des Gesamtelternbeirats', 'kitas/brief-probelauf'),
              quote: 'Wir sind bereit, die Mehrkosten in den zwei Kitas zur Hälfte zu tragen.',
            },
          ],
        },
      },
    },
    {
      at: '2026-03-05T08:10:00.000Z',
      on: '2026-03-04',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'NOTED',
        organ: '@organ:soziales',
        text: {
          paper: 'DS-189',
          result: 'Preisvergleich entgegengenommen',
          note: 'Je Essen wären es 38 Cent mehr. Die Vorlage kommt mit dem Probelauf wieder.',
          evidence: [minutes('soziales', 24, 5)],
        },
      },
    },
    {
      at: '2026-09-07T16:45:00.000Z',
      on: '2026-09-07',
      by: 'monitor',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Der Speiseplan von drei Kitas ist wie bisher; eine neue Vorlage liegt nicht vor.',
        },
      },
    },
    {
      at: '2026-03-05T08:18:00.000Z',
      on: '2026-03-04',
      by: 'monitor',
      command: 'describe-measure',
      data: {
        horizon: 'SHORT',
        duration: 'PERMANENT',
        priority: 'MEDIUM',
        feasibility: 4,
        impact: 2,
        influence: ['CONSUMES'],
        climateEffect: 'POSITIVE',
        cost: { perYearCents: 18_700_000, asOf: '2026-02' },
        savings: { minKgCo2ePerYear: 80_000, maxKgCo2ePerYear: 170_000, quality: 'C' },
        text: {
          title: 'Mehr Gemüse und Regionales in Kitas',
          teaser: '38 Cent mehr je Essen, dafür frisch gekocht.',
          description:
            'Die neue Ausschreibung gilt für 1.950 Essen am Tag. Drei Tage ohne Fleisch, die Hälfte der Zutaten aus höchstens achtzig Kilometern, gewogene Reste.',
          targetGroups: ['Kitas', 'Grundschulen'],
          indicators: [
            { name: 'Zutaten aus der Umgebung', unit: '%', baseline: '15', target: '50' },
            { name: 'Reste je Essen', unit: 'g', baseline: '92', target: '45' },
          ],
          costNote: 'Aus dem Preisvergleich von zwei Anbietern; die Eltern zahlen ein Drittel mit.',
          savingsMethod:
            'Speisepläne von vier Wochen, gerechnet mit einer Klimatabelle für Lebensmittel.',
          supporters: 'Gesamtelternbeirat der Kitas, Landfrauen',
          classes: [{ scheme: 'Eigene Themen', code: 'ERN', label: 'Ernährung' }],
        },
      },
    },
    ...assessed(45, {
      '2025-10': { rating: 'RED', missing: 'Ein Versuch in wenigstens einer Küche.' },
      '2026-10': {
        rating: 'RED',
        factChecked: true,
        achieved: 'Eltern würden mitzahlen.',
        missing: 'Die Vorlage, die seit acht Monaten angekündigt ist.',
      },
    }),
  ]),
];
