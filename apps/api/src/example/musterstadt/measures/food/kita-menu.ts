import type { ExampleStep } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** Taken into the canteens by the continuation. */
export const kitaMenu: readonly ExampleStep[] = sheet({
  measure: 'kita-menu',
  at: '2024-06-24T16:30:00.000Z',
  published: '2024-06-24T16:40:00.000Z',
  recorded: { origin: 'CITIZEN_PETITION' },
  field: 'consumption',
  rank: 5540,
  described: {
    text: {
      title: 'Ein Tag ohne Fleisch in der Kita',
      description: 'Vorgeschlagen von Eltern der Kita Sonnenhang, die selbst mitkochen wollten.',
      targetGroups: ['Kitas'],
    },
  },
});
