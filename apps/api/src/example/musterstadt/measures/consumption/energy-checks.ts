import type { ExampleStep } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** Superseded: the advice to businesses took its place. */
export const energyChecks: readonly ExampleStep[] = sheet({
  measure: 'energy-checks',
  at: '2023-11-14T18:42:10.000Z',
  published: '2023-11-20T18:42:10.000Z',
  recorded: { origin: 'ADMINISTRATION' },
  fromList: true,
  field: 'consumption',
  edition: 'first',
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
