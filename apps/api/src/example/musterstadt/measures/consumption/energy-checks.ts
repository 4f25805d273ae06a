import type { ExampleStep } from '../../../example-step.js';
import { listed } from '../../sheet.js';

/** Superseded: the advice to businesses took its place. */
export const energyChecks: readonly ExampleStep[] = listed('18:42', {
  measure: 'energy-checks',
  recorded: { origin: 'ADMINISTRATION' },
  field: 'consumption',
  number: 'E6',
  rank: 5600,
  described: {
    text: {
      title: 'Energiechecks im Gewerbegebiet Süd',
      description:
        'Ein Rundgang mit Wärmebildkamera durch zehn Hallen, die sich freiwillig melden.',
    },
  },
});
