import type { EventData } from '@klimaspur/domain';
import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { musterstadtId } from './sheet.js';

const organ = (
  minute: number,
  alias: string,
  kind: EventData<'OrganRegistered'>['kind'],
  name: string,
  decidesFinally = false,
): readonly ExampleStep[] =>
  story(`organ:${alias}`, [
    {
      at: `2023-11-13T18:${String(minute).padStart(2, '0')}:00.000Z`,
      on: '2023-11-13',
      by: 'lead',
      command: 'register-organ',
      data: { municipality: musterstadtId, kind, decidesFinally, text: { name } },
    },
  ]);

/** The bodies and offices of the town; only the Stadtverordnetenversammlung ends a matter. */
const registered: readonly ExampleStep[] = [
  ...organ(20, 'stvv', 'COUNCIL', 'Stadtverordnetenversammlung', true),
  ...organ(21, 'magistrat', 'EXECUTIVE', 'Magistrat'),
  ...organ(22, 'umwelt', 'COMMITTEE', 'Umwelt-, Bau- und Verkehrsausschuss'),
  ...organ(23, 'finanzen', 'COMMITTEE', 'Haupt- und Finanzausschuss'),
  ...organ(24, 'soziales', 'COMMITTEE', 'Ausschuss für Soziales, Schule und Sport'),
  ...organ(25, 'ortsbeirat', 'DISTRICT', 'Ortsbeirat Niederau'),
  ...organ(26, 'klimabeirat', 'ADVISORY', 'Klimabeirat'),
  ...organ(27, 'runder-tisch', 'ROUND_TABLE', 'Runder Tisch Klima und Energie'),
  ...organ(28, 'klimastelle', 'OFFICE', 'Stabsstelle Klimaschutz'),
  ...organ(29, 'strassen', 'OFFICE', 'Fachdienst Straßen und Mobilität'),
  ...organ(30, 'gruen', 'OFFICE', 'Fachdienst Stadtgrün'),
  ...organ(31, 'stadtwerke', 'OTHER', 'Stadtwerke Musterstadt GmbH'),
];

/** After the election: one committee has a new name, one advisory board is gone. */
const afterElection: readonly ExampleStep[] = [
  ...story('organ:soziales', [
    {
      at: '2026-04-30T17:00:00.000Z',
      on: '2026-04-23',
      by: 'lead',
      command: 'describe-organ',
      data: {
        kind: 'COMMITTEE',
        decidesFinally: false,
        seats: 11,
        text: {
          name: 'Ausschuss für Soziales, Bildung und Sport',
          note: 'Seit der konstituierenden Sitzung auch für die Kitas zuständig.',
        },
      },
    },
  ]),
  ...story('organ:klimabeirat', [
    {
      at: '2026-05-05T17:10:00.000Z',
      on: '2026-04-23',
      by: 'lead',
      command: 'close-organ',
      data: {
        text: { note: 'Die neue Geschäftsordnung kennt keinen Klimabeirat mehr.' },
      },
    },
  ]),
];

export const organs: readonly ExampleStep[] = [...registered, ...afterElection];
