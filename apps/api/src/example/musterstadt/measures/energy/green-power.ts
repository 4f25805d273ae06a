import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Done early, and without a vote: a contract. */
export const greenPower: readonly ExampleStep[] = [
  ...listed('18:33', {
    measure: 'green-power',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'energy',
    number: 'B15',
    rank: 2960,
    described: {
      influence: ['CONSUMES'],
      climateEffect: 'POSITIVE',
      notQuantified: ['GREENHOUSE_GAS'],
      text: {
        title: 'Ökostrom für alle städtischen Zähler',
        description:
          'Alle 212 Zähler der Stadt wechseln zu Strom aus neuen Anlagen, die nicht schon gefördert wurden.',
        notQuantifiedReason:
          'Die Bilanz rechnet überall mit dem deutschen Strommix; ein anderer Vertrag ändert sie nicht.',
      },
    },
  }),
  ...story('measure:green-power', [
    {
      at: '2023-12-11T17:25:00.000Z',
      on: '2023-12-07',
      by: 'monitor2',
      command: 'declare-no-decision-needed',
      data: {
        reason: 'CURRENT_ADMINISTRATION',
        text: {
          note: 'Der Liefervertrag liegt in der Zuständigkeit des Magistrats.',
          evidence: [minutes('magistrat', 109, 3)],
        },
      },
    },
    {
      at: '2024-01-15T17:48:00.000Z',
      on: '2024-01-01',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Schulen und Straßenlaternen machen den Anfang.' },
      },
    },
    {
      at: '2024-07-22T16:30:00.000Z',
      on: '2024-07-01',
      by: 'monitor2',
      command: 'complete-implementation',
      data: {
        text: {
          note: 'Auch die Pumpwerke sind umgestellt; damit beziehen alle Zähler Ökostrom.',
          evidence: [
            seen('other', 'Stromkennzeichnung des Lieferanten', 'stadtwerke/stromkennzeichnung'),
          ],
        },
      },
    },
    ...assessed(12, {
      '2024-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Schnell, vollständig und kaum teurer als vorher.',
        note: 'Für die Bilanz zählt das kaum, als Zeichen umso mehr.',
      },
    }),
  ]),
];
