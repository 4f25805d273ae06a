import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';

/** Withdrawn by those who had filed it, before it came to a vote. */
export const holdingsTargets: readonly ExampleStep[] = [
  ...sheet({
    measure: 'holdings-targets',
    at: '2024-10-23T17:20:00.000Z',
    published: '2024-10-23T17:30:00.000Z',
    recorded: { origin: 'FACTION' },
    field: 'overall',
    rank: 6700,
    described: {
      influence: ['REGULATES'],
      text: {
        title: 'Klimaziele für Stadtwerke und Wohnungsbau',
        description:
          'Die Vertreter der Stadt in den Aufsichtsgremien sollen darauf hinwirken, dass beide Gesellschaften eigene Zwischenziele festlegen und jährlich berichten.',
        remarks: 'Steht nicht im Plan; aufgenommen, weil der Antrag sich auf ihn beruft.',
      },
    },
  }),
  ...story('measure:holdings-targets', [
    {
      at: '2024-10-23T17:36:00.000Z',
      on: '2024-10-18',
      by: 'monitor2',
      command: 'submit',
      data: {
        paperKind: 'MOTION',
        organ: '@organ:stvv',
        text: { paper: 'AT-127', by: 'Eine Fraktion', evidence: [paper('AT-127')] },
      },
    },
    {
      at: '2024-12-05T08:05:00.000Z',
      on: '2024-12-04',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'NOT_RECOMMENDED',
        organ: '@organ:finanzen',
        votes: { majority: 'MAJORITY', yes: 4, no: 6, abstain: 1 },
        text: {
          paper: 'AT-127',
          result: 'nicht empfohlen, 4 Ja, 6 Nein, 1 Enthaltung',
          note: 'Die Geschäftsführung der Stadtwerke bietet an, freiwillig zu berichten.',
          evidence: [minutes('finanzen', 38, 9)],
        },
      },
    },
    {
      at: '2024-12-13T08:31:00.000Z',
      on: '2024-12-12',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'WITHDRAWN',
        organ: '@organ:stvv',
        text: {
          paper: 'AT-127',
          result: 'vom Antragsteller zurückgezogen',
          note: 'Mit der Zusage der Stadtwerke sieht die Fraktion ihr Anliegen als erfüllt an.',
          evidence: [minutes('stvv', 30, 14)],
        },
      },
    },
    {
      at: '2025-12-15T17:05:00.000Z',
      on: '2025-12-15',
      by: 'monitor2',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Ein freiwilliger Bericht ist auf den Seiten der Stadtwerke nicht zu finden.',
        },
      },
    },
    ...assessed(4, {
      '2025-04': { rating: 'LIGHT_GREY', note: 'Wir warten den zugesagten Bericht ab.' },
      '2026-04': {
        rating: 'DARK_GREY',
        missing: 'Die Zusage, die der Grund für das Zurückziehen war.',
      },
    }),
  ]),
];
