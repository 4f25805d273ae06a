import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { listed } from '../../sheet.js';

/** Unknown: a line of the list and two unanswered questions. */
export const wasteAdvice: readonly ExampleStep[] = [
  ...listed('18:50', {
    measure: 'waste-advice',
    field: 'consumption',
    number: 'E7',
    rank: 5520,
    described: {
      text: {
        title: 'Bioabfall besser trennen',
        description: 'Tonnen kontrollieren, Tüten aus Plastik beanstanden, Papiertüten ausgeben.',
      },
    },
  }),
  ...story('measure:waste-advice', [
    {
      at: '2025-07-21T16:15:00.000Z',
      on: '2025-07-18',
      by: 'monitor2',
      command: 'check-unchanged',
      data: { text: { note: 'Der Abfallverband des Kreises verweist an die Stadt.' } },
    },
    {
      at: '2025-08-11T16:20:00.000Z',
      on: '2025-08-05',
      by: 'monitor2',
      command: 'check-unchanged',
      data: { text: { note: 'Die Stadt verweist an den Abfallverband des Kreises zurück.' } },
    },
  ]),
];
