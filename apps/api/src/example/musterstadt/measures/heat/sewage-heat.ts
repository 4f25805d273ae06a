import type { ExampleStep } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** Of the heat plan, unknown: a line on its last page. */
export const sewageHeat: readonly ExampleStep[] = sheet({
  measure: 'sewage-heat',
  at: '2026-01-19T17:54:00.000Z',
  published: '2026-01-26T17:34:00.000Z',
  recorded: { origin: 'PLAN' },
  plan: 'waermeplan',
  field: 'heat-networks',
  edition: 'heat',
  number: 'W1.4',
  rank: 1400,
  described: {
    text: {
      title: 'Wärme aus dem Abwasser',
      description: 'Der Ablauf der Kläranlage ist das ganze Jahr über mindestens neun Grad warm.',
    },
  },
});
