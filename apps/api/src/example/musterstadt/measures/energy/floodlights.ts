import type { ExampleStep } from '../../../example-step.js';
import { listed } from '../../sheet.js';

/** Taken into the lighting of the streets when the plan was continued. */
export const floodlights: readonly ExampleStep[] = listed('18:40', {
  measure: 'floodlights',
  recorded: { origin: 'PLAN' },
  field: 'energy',
  number: 'B7',
  rank: 2700,
  described: {
    horizon: 'SHORT',
    priority: 'MEDIUM',
    cost: { oneOffCents: 18_500_000 },
    savings: { kwhPerYear: 64_000, quality: 'B' },
    text: {
      title: 'Flutlicht der Sportplätze erneuern',
      teaser: 'Vier Plätze leuchten noch mit Halogen.',
      description:
        'Die Masten bleiben stehen, die Strahler werden getauscht und lassen sich für das Training dimmen.',
      targetGroups: ['Sportvereine', 'Nachbarschaft der Plätze'],
      savingsMethod: 'Brennstunden des Sportamts mal Leistung alter und neuer Strahler.',
    },
  },
});
