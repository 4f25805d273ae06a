import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';

const field = (
  minute: number,
  alias: string,
  rank: number,
  number: string,
  name: string,
  description: string,
): readonly ExampleStep[] =>
  story('plan:klimaplan', [
    {
      at: `2023-11-14T17:${String(minute).padStart(2, '0')}:00.000Z`,
      on: '2023-11-14',
      by: 'lead',
      command: 'add-field',
      name: `field-${alias}`,
      data: {
        field: `@field:${alias}`,
        rank,
        text: {
          name,
          description,
          number,
          source: { system: 'Maßnahmenliste', key: `Handlungsfeld ${number}` },
        },
      },
    },
  ]);

/** The five fields of the plan, in the order of the list it was taken over from. */
export const fields: readonly ExampleStep[] = [
  ...field(
    40,
    'energy',
    2000,
    'B',
    'Energie und Gebäude',
    'Strom, Wärme und die Häuser der Stadt.',
  ),
  ...field(41, 'mobility', 3000, 'C', 'Mobilität', 'Wege zu Fuß, mit Rad, Bus und geteiltem Auto.'),
  ...field(
    42,
    'green',
    4000,
    'D',
    'Stadtgrün und Klimaanpassung',
    'Bäume, Wasser und Schutz vor Hitze.',
  ),
  ...field(
    43,
    'consumption',
    5000,
    'E',
    'Konsum und Wirtschaft',
    'Was die Stadt kauft, isst und wegwirft – und was Betriebe beitragen.',
  ),
  ...field(
    44,
    'overall',
    6000,
    'A',
    'Übergreifendes',
    'Personal, Regeln und Geld, ohne die der Rest liegen bleibt.',
  ),
];
