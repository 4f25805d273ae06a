import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { meeting } from './meeting.js';
import { checked, kept, letGo } from './later.js';
import { seatOf, table } from './table.js';

/** A table of which one dissent was never released: nobody outside the team reads of it. */
export const hochfeld: readonly ExampleStep[] = [
  ...table({
    table: 'hochfeld',
    at: '2024-05-06T17:00:04.000Z',
    published: '2024-06-24T18:00:04.000Z',
    on: '2024-05-02',
    described: {
      format: 'ROUND_TABLE',
      mandate: 'ADMINISTRATION',
      convenor: '@actor:klimagruppe',
      openToPublic: false,
      approvalDays: 21,
      text: {
        name: 'Runder Tisch Hochfeld',
        topic: 'Windräder auf dem Hochfeld: Was müsste stimmen, damit es gut wird?',
        description:
          'Eingeladen auf Bitte der Verwaltung, bevor die Gremien sich festlegen. Nicht öffentlich, damit auch Zweifel Platz haben.',
        rules:
          'Zitiert wird nur, wer zustimmt. Einwände stehen im Protokoll, sobald die Gruppe sie freigibt.',
        moderation: 'Kirchengemeinde am Hafen',
        place: 'Gemeindesaal am Hafen',
      },
    },
    seats: {
      ADMINISTRATION: ['umweltamt', 'stadtwerke'],
      ASSOCIATION: ['naturfreunde', 'luftsport', 'kirche'],
      BUSINESS: ['genossenschaft'],
      CITIZENS: ['klimagruppe'],
      POLITICS: ['buergerliste', 'neue-wege'],
      EXPERT: ['hochschule'],
    },
    guests: ['buergerliste', 'neue-wege', 'hochschule'],
  }),
  ...story('roundtable:hochfeld', [
    ...meeting({
      meeting: 'hochfeld-1',
      on: '2024-06-13',
      time: '18:00',
      minutes: 150,
      place: 'Gemeindesaal am Hafen',
      topic: 'Milane, Schatten, Pacht: alle Fragen auf eine Wand',
      desk: '17:20',
      ahead: 30,
      period: 21,
      movedFrom: { on: '2024-06-06', note: 'Am ersten Termin tagt der Ortsbeirat.' },
      invited: [
        'umweltamt',
        'stadtwerke',
        'naturfreunde',
        'luftsport',
        'genossenschaft',
        'klimagruppe',
        'buergerliste',
        'neue-wege',
        'hochschule',
      ],
      replies: {
        umweltamt: 'YES',
        stadtwerke: 'DEPUTY',
        naturfreunde: ['YES', 2],
        luftsport: ['YES', 2],
        genossenschaft: 'YES',
        'neue-wege': 'NO',
        hochschule: 'YES',
      },
      items: [
        {
          item: 'hochfeld-kites',
          kind: 'FACT_CHECK',
          topic: 'Brüten auf dem Hochfeld Milane?',
          about: 'wind',
          broughtBy: 'naturfreunde',
          before: 'Erst zählen, dann streiten.',
          result: 'CONSENSUS',
          ground: 'Niemand hier weiß es. Das ist ein Anfang.',
          said: 'Drei Horste sind bekannt, alle vom Hörensagen. Gebraucht wird eine Kartierung über ein ganzes Jahr.',
        },
        {
          item: 'hochfeld-site',
          kind: 'PROPOSAL',
          topic: 'Zwei Anlagen am Nordrand',
          about: 'wind',
          broughtBy: 'genossenschaft',
          result: 'DISSENT',
          dissent: ['luftsport'],
          ground: 'Wenn schon, dann mit Anteilen für die Nachbarn.',
          said: 'Acht Gruppen können sich zwei Anlagen vorstellen. Eine sieht den Flugbetrieb am Ende und stimmt nicht zu.',
        },
        {
          item: 'hochfeld-money',
          kind: 'PROPOSAL',
          topic: 'Zwei Zehntel Cent je Kilowattstunde für Niederau',
          broughtBy: 'stadtwerke',
          result: 'HANDED_OVER',
          handedTo: 'DISTRICT',
          ground: 'Wer die Räder sieht, soll auch etwas davon haben.',
          said: 'Wofür das Geld fließt, soll der Ort selbst sagen.',
        },
      ],
      groups: [
        'umweltamt',
        'stadtwerke',
        'naturfreunde',
        'luftsport',
        'genossenschaft',
        'klimagruppe',
        'hochschule',
      ],
      summary:
        'Zweieinhalb Stunden, 61 Karten, kein lautes Wort. Vieles blieb offen, aber alle blieben sitzen.',
      promises: [
        {
          promise: 'hochfeld-map',
          by: 'naturfreunde',
          what: 'Bekannte Horste mit Datum und Finder auf eine Karte bringen.',
          due: '2024-07-05',
          item: 'hochfeld-kites',
          about: 'wind',
        },
        {
          promise: 'hochfeld-bus',
          by: 'genossenschaft',
          what: 'Eine Busfahrt zu einem Bürgerwindrad im Nachbarkreis anbieten.',
          due: '2024-09-14',
        },
      ],
    }),
    {
      at: '2024-06-23T17:05:04.000Z',
      on: '2024-06-22',
      by: 'monitor',
      command: 'object-to-protocol',
      data: {
        meeting: '@meeting:hochfeld-1',
        actor: '@actor:luftsport',
        item: '@item:hochfeld-site',
        text: {
          note: 'Bitte nicht „am Ende“ schreiben, sondern „gefährdet“. Und vorerst gar nicht öffentlich.',
        },
      },
    },
    kept(
      ['2024-07-08T17:30:04.000Z', '2024-07-04'],
      'hochfeld-map',
      'Fünf Horste, zwei davon sicher besetzt.',
    ),
    checked(
      ['2024-09-02T08:40:04.000Z', '2024-08-29'],
      'hochfeld-kites',
      'umweltamt',
      'Ja. Zwei Paare sind bestätigt, ein drittes ist wahrscheinlich. Vor jeder Planung steht eine Kartierung.',
    ),
    letGo(
      ['2024-09-16T16:50:04.000Z'],
      'hochfeld-bus',
      'Nur neun Anmeldungen; der Bus hätte mehr gekostet als die Fahrt wert war.',
    ),
    {
      at: '2024-11-18T17:40:04.000Z',
      on: '2024-11-14',
      by: 'monitor',
      command: 'end-seat',
      data: {
        seat: seatOf('hochfeld', 'luftsport'),
        text: { note: 'Nach dem Beschluss sieht die Gruppe an diesem Tisch keinen Platz mehr.' },
      },
    },
  ]),
];
