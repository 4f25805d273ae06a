import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Done without a vote; a number was corrected because somebody wrote to the group, and a text taken out. */
export const staffTraining: readonly ExampleStep[] = [
  ...listed('18:26', {
    measure: 'staff-training',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'overall',
    number: 'A6',
    rank: 6600,
    described: {
      horizon: 'SHORT',
      duration: 'PROJECT',
      priority: 'LOW',
      influence: ['CONSUMES', 'ADVISES'],
      budget: { totalCents: 2_200_000 },
      text: {
        title: 'Klimaschulung für Beschäftigte der Stadt',
        teaser: 'Ein halber Tag für alle, vom Bauhof bis zur Kita.',
        description:
          'Kurze Runden in Gruppen von fünfzehn: Was kann ich in meinem Aufgabengebiet tun? Jede Runde endet mit drei Verabredungen, die nach einem Vierteljahr nachgefragt werden.',
      },
    },
  }),
  ...story('measure:staff-training', [
    {
      at: '2024-02-12T17:05:00.000Z',
      on: '2024-02-08',
      by: 'monitor',
      command: 'declare-no-decision-needed',
      data: {
        reason: 'CURRENT_ADMINISTRATION',
        text: {
          note: 'Fortbildung ordnet der Bürgermeister selbst an.',
          evidence: [minutes('magistrat', 115, 5)],
        },
      },
    },
    {
      at: '2024-09-16T16:25:00.000Z',
      on: '2024-09-12',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Die erste Runde fand im Bauhof statt, zwischen Streusalz und Laubbläsern.' },
      },
    },
    {
      at: '2025-04-07T16:40:00.000Z',
      on: '2025-04-03',
      by: 'monitor2',
      command: 'report-progress',
      name: 'training-half',
      data: {
        percent: 80,
        text: { note: 'Laut Aushang haben 240 von 300 Beschäftigten teilgenommen.' },
      },
    },
    {
      at: '2025-04-09T16:20:00.000Z',
      on: '2025-04-09',
      by: 'monitor2',
      command: 'add-evidence',
      name: 'training-talk',
      data: {
        entry: '@entry:training-half',
        text: {
          evidence: [seen('conversation', 'Gespräch mit der Leiterin der Kita am Mühlbach')],
          note: 'Sie konnte niemanden schicken und nannte uns dafür Gründe aus ihrem Team.',
        },
      },
    },
    {
      at: '2025-04-10T07:35:00.000Z',
      on: null,
      by: 'lead',
      command: 'redact-text',
      data: {
        entry: '@entry:training-talk',
        text: {
          reason: 'Das Gespräch war vertraulich und gehört nicht in einen öffentlichen Verlauf.',
        },
      },
    },
    {
      at: '2025-04-11T16:15:00.000Z',
      on: '2025-04-03',
      by: 'lead',
      command: 'correct-entry',
      data: {
        entry: '@entry:training-half',
        replacement: { percent: 55 },
        dueToNotice: true,
        text: {
          reason:
            'Eine Leserin schrieb uns, dass der Aushang nur die Kernverwaltung zählt. Mit Kitas und Bauhof arbeiten 436 Menschen bei der Stadt.',
          replacement: { note: '240 von 436 Beschäftigten haben teilgenommen.' },
        },
      },
    },
    {
      at: '2025-12-08T17:15:00.000Z',
      on: '2025-11-28',
      by: 'administration',
      command: 'complete-implementation',
      data: {
        text: {
          note: 'Letzte Runde mit der Feuerwehr. 411 Beschäftigte waren dabei, 29 Verabredungen sind umgesetzt.',
          evidence: [seen('other', 'Liste der Verabredungen', 'schulung/verabredungen')],
        },
      },
    },
    ...assessed(3, {
      '2025-04': {
        rating: 'YELLOW',
        achieved: 'Gut besuchte Runden mit Humor und handfesten Beispielen.',
        missing: 'Die Kitas; dort fehlen Vertretungen für einen halben Tag.',
      },
      '2026-04': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Fast alle erreicht, und die Verabredungen werden nachgefragt.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        missing: 'Ein Angebot für alle, die seither neu angefangen haben.',
      },
    }),
  ]),
];
