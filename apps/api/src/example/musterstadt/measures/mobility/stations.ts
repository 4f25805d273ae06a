import type { ExampleStep } from '../../../example-step.js';
import { listed } from '../../sheet.js';

/** Split into two by the continuation of the plan. */
export const stations: readonly ExampleStep[] = listed('18:41', {
  measure: 'stations',
  recorded: { origin: 'PLAN' },
  field: 'mobility',
  number: 'C6',
  rank: 3600,
  described: {
    text: {
      title: 'Umsteigepunkte für Rad, Bus und geteilte Autos',
      teaser: 'Alles an einem Ort, überdacht und beleuchtet.',
      description: 'Je ein Punkt am Bahnhof und in Niederau, mit Anzeige der nächsten Abfahrten.',
    },
  },
});
