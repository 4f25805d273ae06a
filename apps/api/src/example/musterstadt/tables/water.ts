import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { seen } from '../../evidence.js';
import { checked, kept, putOff } from './later.js';
import { meeting } from './meeting.js';
import { table } from './table.js';

/** Two sober evenings about too much water. */
export const water: readonly ExampleStep[] = [
  ...table({
    table: 'water',
    at: '2023-11-30T17:00:14.000Z',
    published: '2023-12-04T18:03:02.000Z',
    on: '2022-11-24',
    described: {
      format: 'ROUND_TABLE',
      mandate: 'ADMINISTRATION',
      convenor: '@actor:umweltamt',
      openToPublic: true,
      approvalDays: 21,
      text: {
        name: 'Runder Tisch Wasser',
        topic: 'Starkregen, Bach und Kanal',
        description:
          'Einberufen vom Umweltamt nach dem Unwetter mit 130 vollgelaufenen Kellern. Auftrag: Ursachen ordnen, Vorschläge machen, keine Schuldigen suchen.',
        mandate: 'Verfügung der Amtsleitung, befristet auf zwei Sitzungen.',
        rules: 'Wortmeldungen nach Liste. Zahlen mit Quelle.',
        moderation: 'Umweltamt',
        place: 'Feuerwache, Schulungsraum',
      },
    },
    seats: {
      ADMINISTRATION: ['umweltamt', 'stadtwerke'],
      ASSOCIATION: ['naturfreunde', 'siedlerbund'],
      EXPERT: ['hochschule'],
      POLITICS: ['buergerliste'],
    },
    guests: ['hochschule', 'buergerliste'],
  }),
  ...story('roundtable:water', [
    ...meeting({
      meeting: 'water-1',
      on: '2022-11-24',
      time: '18:00',
      minutes: 90,
      place: 'Feuerwache, Schulungsraum',
      topic: 'Wo kam das Wasser her?',
      desk: '17:30',
      archived: '2023-11-30T17:05:14.000Z',
      items: [
        {
          item: 'water-causes',
          kind: 'FACT_CHECK',
          topic: 'Kanal, Main oder Hang?',
          broughtBy: 'siedlerbund',
          result: 'CONSENSUS',
          ground: 'Zwei von drei Kellern liegen nicht am Fluss.',
          said: 'Die Feuerwehr legt 130 Einsatzorte auf ein Luftbild. Das Wasser kam überwiegend vom Hang.',
        },
        {
          item: 'water-map',
          kind: 'PROPOSAL',
          topic: 'Eine Karte, die jedes Grundstück zeigt',
          about: 'flood-map',
          broughtBy: 'hochschule',
          result: 'CONSENSUS',
          ground: 'Vorsorge beginnt damit, dass man es weiß.',
          said: 'Drei Regenereignisse rechnen, Ergebnis öffentlich, Brief an Betroffene. Förderung durch das Land ist möglich.',
        },
      ],
      groups: ['umweltamt', 'stadtwerke', 'naturfreunde', 'siedlerbund', 'hochschule'],
      guests: 12,
      summary: 'Sachlich. Das Luftbild blieb hängen und wurde später zur Karte.',
    }),
    checked(
      ['2023-11-30T17:12:14.000Z', '2022-12-15'],
      'water-causes',
      'stadtwerke',
      'Der Kanal war an neun Stellen überlastet. An 121 Stellen kam das Wasser vorher über die Straße.',
      [seen('other', 'Auswertung der Einsatzorte', 'runder-tisch/einsatzorte')],
    ),
    ...meeting({
      meeting: 'water-2',
      on: '2023-02-09',
      time: '18:00',
      minutes: 90,
      place: 'Feuerwache, Schulungsraum',
      topic: 'Was tun?',
      desk: '17:30',
      archived: '2023-11-30T17:15:14.000Z',
      items: [
        {
          item: 'water-brook',
          kind: 'PROPOSAL',
          topic: 'Dem Lohbach Kurven geben',
          about: 'brook',
          broughtBy: 'naturfreunde',
          result: 'MAJORITY',
          ground: 'Langsames Wasser ist freundliches Wasser.',
          said: 'Eine Gruppe hat Bedenken wegen der Gärten an der Böschung, trägt den Vorschlag aber mit.',
        },
        {
          item: 'water-sponge',
          kind: 'PROPOSAL',
          topic: 'Regen im Neubau auf dem Grundstück halten',
          about: 'rain-storage',
          broughtBy: 'umweltamt',
          result: 'CONSENSUS',
          ground: 'Was nicht im Kanal landet, muss er nicht schlucken.',
          said: 'Als Baustein für Bebauungspläne, nicht als Einzelfall. Kleine Grundstücke brauchen eine Ausnahme.',
        },
        {
          item: 'water-retention',
          kind: 'PROPOSAL',
          topic: 'Rückhaltebecken am Ziegelhof',
          broughtBy: 'stadtwerke',
          result: 'PARKED',
          ground: 'Beton zuletzt.',
          said: 'Erst die Karte, dann das Becken; vielleicht genügt eine Mulde.',
        },
      ],
      groups: [
        'umweltamt',
        'stadtwerke',
        'naturfreunde',
        'siedlerbund',
        'hochschule',
        'buergerliste',
      ],
      guests: 9,
      summary: 'Drei Vorschläge, eine Reihenfolge. Der Auftrag ist damit erfüllt.',
      promises: [
        {
          promise: 'water-funding',
          by: 'umweltamt',
          what: 'Förderantrag für die Karte stellen.',
          due: '2023-04-30',
          item: 'water-brook',
        },
      ],
    }),
    putOff(
      ['2023-11-30T17:22:14.000Z', '2023-04-27'],
      'water-funding',
      '2023-07-31',
      'Die Richtlinie des Landes erscheint später.',
    ),
    kept(
      ['2023-11-30T17:23:14.000Z', '2023-07-20'],
      'water-funding',
      'Bewilligt sind 65.000 Euro.',
    ),
    {
      at: '2023-11-30T17:24:14.000Z',
      on: '2023-07-20',
      by: 'monitor',
      command: 'end-roundtable',
      data: { text: { note: 'Auftrag erledigt, Unterlagen liegen beim Umweltamt.' } },
    },
  ]),
];
