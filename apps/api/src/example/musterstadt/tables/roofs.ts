import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { seen } from '../../evidence.js';
import { kept } from './later.js';
import { meeting } from './meeting.js';
import { table } from './table.js';

const archived = '2023-11-27T17:00:02.000Z';

/** The first table of all; what it proposed stands on roofs today. Copied from a folder two years later. */
export const roofs: readonly ExampleStep[] = [
  ...table({
    table: 'roofs',
    at: '2023-11-27T16:50:02.000Z',
    published: '2023-12-04T18:00:02.000Z',
    on: '2021-09-23',
    described: {
      format: 'ROUND_TABLE',
      mandate: 'INFORMAL',
      convenor: '@actor:genossenschaft',
      openToPublic: true,
      approvalDays: 14,
      text: {
        name: 'Runder Tisch Dächer und Strom',
        topic: 'Wie viel Strom passt auf die Dächer der Stadt?',
        description:
          'Der Anfang von allem: Die Energiegenossenschaft lud ein, elf Menschen kamen, und die Stadtwerke brachten einen Plan aller Schuldächer mit.',
        mandate: 'Niemand hat uns beauftragt. Wir haben gefragt, wer mitreden will.',
        rules: 'Wer etwas vorschlägt, bringt eine Zahl mit. Wer ablehnt, einen Grund.',
        moderation: 'Energiegenossenschaft Niederau',
        place: 'Gasthaus zur Fähre, Nebenzimmer',
      },
    },
    seats: {
      ADMINISTRATION: ['stadtwerke'],
      BUSINESS: ['genossenschaft', 'baustoffe'],
      ASSOCIATION: ['naturfreunde'],
      POLITICS: ['neue-wege'],
    },
    guests: ['baustoffe'],
  }),
  ...story('roundtable:roofs', [
    ...meeting({
      meeting: 'roofs-1',
      on: '2021-09-23',
      time: '19:30',
      minutes: 120,
      place: 'Gasthaus zur Fähre, Nebenzimmer',
      topic: 'Bestandsaufnahme: Welche Dächer gehören wem?',
      desk: '17:00',
      archived,
      items: [
        {
          item: 'roofs-inventory',
          kind: 'STATUS',
          topic: 'Liste der städtischen Dächer',
          result: 'CONSENSUS',
          ground: 'Ohne gemeinsame Liste redet jeder über ein anderes Dach.',
          said: 'Die Stadtwerke legen 34 Dächer vor. Elf davon sind jünger als fünfzehn Jahre und tragen Module.',
        },
        {
          item: 'roofs-meadow',
          kind: 'PROPOSAL',
          topic: 'Solarfeld auf der Hafenwiese',
          broughtBy: 'genossenschaft',
          result: 'DROPPED',
          ground: 'Strom ja, aber nicht auf der letzten Wiese am Wasser.',
          said: 'Die Naturfreunde zeigen Bilder von Feldlerchen. Nach einer halben Stunde zieht die Genossenschaft den Vorschlag selbst zurück.',
        },
      ],
      groups: ['stadtwerke', 'genossenschaft', 'naturfreunde', 'baustoffe'],
      guests: 3,
      summary:
        'Ein Abend zum Kennenlernen. Am Ende lag ein Zettel auf dem Tisch: Erst die Dächer, die uns gemeinsam gehören.',
      promises: [
        {
          promise: 'roofs-yields',
          by: 'genossenschaft',
          what: 'Ertrag für die elf tragfähigen Dächer überschlagen.',
          due: '2021-11-11',
          item: 'roofs-inventory',
        },
      ],
    }),
    kept(
      ['2023-11-27T17:02:02.000Z', '2021-11-08'],
      'roofs-yields',
      'Rund 950 Kilowatt, gerechnet mit echten Wetterdaten.',
    ),
    ...meeting({
      meeting: 'roofs-2',
      on: '2021-11-18',
      time: '19:30',
      minutes: 105,
      place: 'Stadtwerke, Kantine',
      topic: 'Vom Überschlag zum Vorschlag',
      desk: '17:00',
      archived: '2023-11-27T17:05:02.000Z',
      items: [
        {
          item: 'roofs-schools',
          kind: 'PROPOSAL',
          topic: 'Schul- und Kitadächer zuerst',
          about: 'solar-schools',
          broughtBy: 'genossenschaft',
          result: 'CONSENSUS',
          ground: 'Wo tagsüber Strom gebraucht wird und Kinder zusehen können, fängt man an.',
          said: 'Elf Dächer, rund ein Megawatt. Die Stadtwerke würden bauen, die Genossenschaft springt ein, wo das Geld fehlt.',
          evidence: [seen('other', 'Ertragsrechnung auf zwei Seiten', 'runder-tisch/ertraege')],
        },
        {
          item: 'roofs-duty',
          kind: 'PROPOSAL',
          topic: 'Solarpflicht für Neubauten',
          about: 'solar-duty',
          broughtBy: 'neue-wege',
          result: 'MAJORITY',
          ground: 'Ein neues Dach ohne Module ist eine verpasste Gelegenheit.',
          said: 'Alle für Gewerbebauten; bei Wohnhäusern möchten zwei am Tisch lieber fördern als fordern.',
        },
        {
          item: 'roofs-club',
          kind: 'PROPOSAL',
          topic: 'Fußballverein als erstes Beispiel',
          broughtBy: 'naturfreunde',
          result: 'PARKED',
          ground: 'Ein Vereinsheim überzeugt mehr als jede Broschüre.',
          said: 'Der Verein wartet auf einen neuen Pachtvertrag. Bis dahin wird nichts geschraubt.',
        },
      ],
      groups: ['stadtwerke', 'genossenschaft', 'naturfreunde', 'neue-wege'],
      guests: 6,
      summary: 'Kürzer als geplant und genauer als erwartet.',
      promises: [
        {
          promise: 'roofs-letter',
          by: 'neue-wege',
          what: 'Den Vorschlag in die Fraktionen tragen.',
          due: '2022-02-28',
          item: 'roofs-schools',
          about: 'solar-schools',
        },
      ],
    }),
    kept(
      ['2023-11-27T17:09:02.000Z', '2022-05-12'],
      'roofs-letter',
      'Spät, aber mit Wirkung: Drei Fraktionen haben geantwortet.',
    ),
    {
      at: '2023-11-27T17:10:02.000Z',
      on: '2022-05-19',
      by: 'monitor',
      command: 'end-roundtable',
      data: {
        text: { note: 'Die Dächer sind jetzt Sache des Plans; der Tisch hat seine Arbeit getan.' },
      },
    },
  ]),
];
