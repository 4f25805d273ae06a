import type { ExampleStep } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** Split into two by the continuation of the plan. */
export const stations: readonly ExampleStep[] = sheet({
  measure: 'stations',
  at: '2023-11-14T18:41:10.000Z',
  published: '2023-11-20T18:41:10.000Z',
  recorded: { origin: 'PLAN' },
  fromList: true,
  field: 'mobility',
  edition: 'first',
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
