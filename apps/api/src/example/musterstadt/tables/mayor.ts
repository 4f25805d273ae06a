import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { answered, kept } from './later.js';
import { meeting } from './meeting.js';
import { table } from './table.js';

/** Half an hour with the mayor four times a year, since the election. */
export const mayor: readonly ExampleStep[] = [
  ...table({
    table: 'mayor',
    at: '2026-05-11T17:00:22.000Z',
    published: '2026-07-27T18:00:22.000Z',
    on: '2026-05-11',
    described: {
      format: 'JOUR_FIXE',
      mandate: 'ADMINISTRATION',
      organ: '@organ:magistrat',
      convenor: '@actor:klimagruppe',
      openToPublic: false,
      approvalDays: 10,
      text: {
        name: 'Jour fixe im Bürgermeisterbüro',
        topic: 'Dreißig Minuten, drei Fragen',
        description:
          'Ein kurzes Gespräch, das eine lange Antwortzeit ersetzt. Jede Seite bringt höchstens drei Punkte mit.',
        rules: 'Keine Überraschungen, keine Presse, ein Protokoll auf einer halben Seite.',
        moderation: 'Bürgermeisterbüro',
        place: 'Rathaus, zweiter Stock',
      },
    },
    seats: { ADMINISTRATION: ['umweltamt'], CITIZENS: ['klimagruppe'] },
  }),
  ...story('roundtable:mayor', [
    {
      at: '2026-05-11T17:05:22.000Z',
      on: '2026-05-11',
      by: 'lead',
      command: 'set-rhythm',
      data: {
        from: '2026-06-09',
        every: 3,
        unit: 'MONTH',
        time: '08:00',
        minutes: 30,
        text: { note: 'Immer am zweiten Termin des Magistrats, eine halbe Stunde davor.' },
      },
    },
    ...meeting({
      meeting: 'mayor-1',
      on: '2026-06-09',
      occurrence: '2026-06-09',
      time: '08:00',
      minutes: 30,
      desk: '17:05',
      ahead: 14,
      period: 10,
      items: [
        {
          item: 'mayor-report',
          kind: 'FEEDBACK_CITY',
          topic: 'Freiwilliger Bericht der Stadtwerke',
          about: 'holdings-targets',
          broughtBy: 'klimagruppe',
          result: 'HANDED_OVER',
          handedTo: 'ADMINISTRATION',
          recipient: 'stadtwerke',
          answerBy: '2026-08-31',
          ground: 'Eine Zusage ist eine Zusage.',
          said: 'Der Vorsitz des Aufsichtsgremiums wird nachfragen, wann der Bericht erscheint.',
        },
        {
          item: 'mayor-stamp',
          kind: 'PROPOSAL',
          topic: 'Antrag an die Straßenverkehrsbehörde für Tempo 30',
          about: 'speed-30',
          broughtBy: 'klimagruppe',
          result: 'DROPPED',
          ground: 'Fragen kostet nur Porto.',
          said: 'Der Ausschuss will zuerst die Landesbehörde hören. Hier wird das nicht weiter verfolgt.',
        },
      ],
      groups: ['umweltamt', 'klimagruppe'],
    }),
    answered(
      ['2026-08-24T07:40:22.000Z', '2026-08-20'],
      'mayor-report',
      'stadtwerke',
      'Der Bericht ist in Arbeit und soll mit dem Jahresabschluss erscheinen.',
    ),
    ...meeting({
      meeting: 'mayor-2',
      on: '2026-09-08',
      occurrence: '2026-09-08',
      time: '08:00',
      minutes: 30,
      desk: '17:05',
      ahead: 14,
      period: 10,
      items: [
        {
          item: 'mayor-lending',
          kind: 'STATUS',
          topic: 'Haftung im Leihladen: Der Brief liegt seit sieben Monaten',
          about: 'lending-library',
          broughtBy: 'klimagruppe',
          result: 'CONSENSUS',
          ground: 'Ein Nein wäre auch eine Antwort.',
          said: 'Der Bürgermeister sagt zu, die Sache in den Magistrat zu geben. Einen Tag nennt er nicht.',
        },
      ],
      groups: ['umweltamt', 'klimagruppe'],
      protocol: 'approved',
      promises: [
        {
          promise: 'mayor-note',
          by: 'klimagruppe',
          what: 'Den Brief noch einmal auf einer halben Seite zusammenfassen.',
          due: '2026-09-18',
          item: 'mayor-lending',
          about: 'lending-library',
        },
      ],
    }),
    kept(['2026-09-14T17:26:22.000Z', '2026-09-13'], 'mayor-note', 'Es wurden neun Zeilen.'),
    {
      at: '2026-11-10T17:05:22.000Z',
      on: '2026-11-10',
      by: 'lead',
      command: 'convene-meeting',
      data: {
        meeting: '@meeting:mayor-3',
        on: '2026-12-08',
        occurrence: '2026-12-08',
        time: '08:00',
        minutes: 30,
      },
    },
  ]),
];
