import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';

/** Lapsed: put off until the term of the Stadtverordnetenversammlung was over. */
export const citizensAssembly: readonly ExampleStep[] = [
  ...sheet({
    measure: 'citizens-assembly',
    at: '2025-01-22T17:30:00.000Z',
    published: '2025-01-22T17:45:00.000Z',
    recorded: { origin: 'CITIZEN_PETITION' },
    field: 'overall',
    rank: 6800,
    described: {
      text: {
        title: 'Bürgergutachten zum Klimaplan per Losverfahren',
        teaser: 'Dreißig Menschen, vier Treffen, eine Empfehlung.',
        description:
          'Per Los sollen dreißig Einwohnerinnen und Einwohner ab sechzehn Jahren eingeladen werden. Sie hören Fachleute und sagen, was ihnen am Plan fehlt.',
        supporters: 'Kirchengemeinden beider Konfessionen, Jugendzentrum am Hafen',
      },
    },
  }),
  ...story('measure:citizens-assembly', [
    {
      at: '2025-01-22T17:52:00.000Z',
      on: '2025-01-16',
      by: 'monitor',
      command: 'submit',
      data: {
        paperKind: 'CITIZEN_INITIATIVE',
        organ: '@organ:stvv',
        text: {
          paper: 'EG-17',
          by: 'Initiative Losverfahren',
          note: '1.064 Unterschriften, in der Fußgängerzone gesammelt.',
          evidence: [paper('EG-17')],
        },
      },
    },
    {
      at: '2025-02-14T08:22:00.000Z',
      on: '2025-02-13',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REFERRED',
        organ: '@organ:stvv',
        referredTo: '@organ:klimabeirat',
        text: {
          paper: 'EG-17',
          result: 'zur Beratung verwiesen',
          evidence: [minutes('stvv', 31, 6)],
        },
      },
    },
    {
      at: '2025-06-16T16:50:00.000Z',
      on: '2025-06-04',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'PRELIMINARY_ADVICE',
        organ: '@organ:klimabeirat',
        votes: { yes: 6, no: 5 },
        text: {
          paper: 'EG-17',
          result: 'knappes Votum dafür',
          note: 'Einige Mitglieder fürchten, selbst überflüssig zu werden.',
        },
      },
    },
    {
      at: '2025-09-19T07:32:00.000Z',
      on: '2025-09-18',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:stvv',
        text: {
          paper: 'EG-17',
          result: 'vertagt, Kosten unklar',
          evidence: [minutes('stvv', 35, 8)],
        },
      },
    },
    {
      at: '2025-12-12T08:26:00.000Z',
      on: '2025-12-11',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:stvv',
        text: {
          paper: 'EG-17',
          result: 'abermals vertagt',
          note: 'Über so etwas solle die neue Versammlung entscheiden, hieß es von drei Fraktionen.',
          evidence: [minutes('stvv', 37, 12)],
        },
      },
    },
    {
      at: '2026-04-07T16:35:00.000Z',
      on: '2026-03-31',
      by: 'lead',
      command: 'deliberate',
      data: {
        outcome: 'LAPSED',
        organ: '@organ:stvv',
        text: {
          paper: 'EG-17',
          result: 'mit Ablauf der Wahlzeit erledigt',
          note: 'Nach der Geschäftsordnung verfallen unerledigte Eingaben. Neu eingebracht hat sie bisher niemand.',
          evidence: [
            {
              ...seen(
                'other',
                'Geschäftsordnung der Stadtverordnetenversammlung',
                'geschaeftsordnung',
              ),
              page: '9',
            },
          ],
        },
      },
    },
    {
      at: '2026-09-28T16:20:00.000Z',
      on: '2026-09-25',
      by: 'monitor2',
      command: 'check-unchanged',
      data: {
        text: { note: 'Die Initiative überlegt noch, ob sie ein zweites Mal sammelt.' },
      },
    },
    ...assessed(5, {
      '2025-10': {
        rating: 'RED',
        missing: 'Eine Antwort an mehr als tausend Menschen, die unterschrieben haben.',
      },
      '2026-04': {
        rating: 'DARK_GREY',
        missing: 'Ein Ja oder ein Nein. Verfallen ist keines von beiden.',
      },
    }),
  ]),
];
