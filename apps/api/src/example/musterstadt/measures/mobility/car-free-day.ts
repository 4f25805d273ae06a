import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Quietly dropped: no vote, no word, only missing in the second edition. */
export const carFreeDay: readonly ExampleStep[] = [
  ...listed('18:44', {
    measure: 'car-free-day',
    recorded: { origin: 'CITIZENS_GROUP' },
    field: 'mobility',
    number: 'C7',
    rank: 3700,
    described: {
      text: {
        title: 'Autofreier Aktionstag in der Innenstadt',
        description: 'Einmal im Jahr gehört der Ring den Menschen zu Fuß und auf Rädern.',
      },
    },
  }),
  ...story('measure:car-free-day', [
    {
      at: '2024-05-08T16:00:00.000Z',
      on: '2024-05-07',
      by: 'monitor',
      command: 'deliberate',
      name: 'car-free-advice',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:umwelt',
        text: {
          paper: 'AT-122',
          result: 'empfohlen, sobald die Händler gehört sind',
          evidence: [minutes('umwelt', 22, 9)],
        },
      },
    },
    {
      at: '2024-09-20T08:30:00.000Z',
      on: '2024-09-19',
      by: 'monitor2',
      command: 'decide',
      name: 'car-free-vote',
      data: {
        effect: 'ADOPTS',
        scope: 'PART',
        outcome: 'ADOPTED_PARTLY',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'UNANIMOUS', yes: 33, no: 1 },
        text: {
          paper: 'AT-122',
          result: 'einstimmig, eine Gegenstimme',
          note: 'Beschlossen ist ein Probetag; über eine jährliche Wiederkehr wird später geredet.',
        },
      },
    },
    {
      at: '2024-10-08T17:30:00.000Z',
      on: null,
      by: 'lead',
      command: 'settle-finding',
      data: {
        entry: '@entry:car-free-vote',
        finding: 'contradictory-votes',
        text: { note: 'So steht es in der Niederschrift; die Geschäftsstelle prüft den Wortlaut.' },
      },
    },
  ]),
];
