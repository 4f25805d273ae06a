import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { meeting } from './meeting.js';
import { table } from './table.js';

/** A body of the town that had the group as its guest, until the body was dissolved. */
export const guest: readonly ExampleStep[] = [
  ...table({
    table: 'guest',
    at: '2025-09-15T17:00:06.000Z',
    published: '2025-10-20T17:00:06.000Z',
    on: '2025-09-09',
    described: {
      format: 'EXPERT_BODY_GUEST',
      mandate: 'COUNCIL_DECISION',
      organ: '@organ:klimabeirat',
      openToPublic: true,
      approvalDays: 14,
      text: {
        name: 'Zu Gast im Klimabeirat',
        topic: 'Ein Stuhl am Rand, mit Rederecht bei zwei Punkten je Sitzung',
        description:
          'Der Klimabeirat lädt die Klimagruppe regelmäßig als Gast ein. Abstimmen darf sie nicht, fragen schon.',
        mandate: 'Steht so in der Geschäftsordnung des Klimabeirats.',
        moderation: 'Vorsitz des Klimabeirats',
        place: 'Rathaus, großer Saal',
      },
    },
    seats: { EXPERT: ['hochschule'], ADMINISTRATION: ['umweltamt'], CITIZENS: ['klimagruppe'] },
    guests: ['klimagruppe'],
  }),
  ...story('roundtable:guest', [
    {
      at: '2025-09-15T17:02:06.000Z',
      on: '2025-09-15',
      by: 'lead',
      command: 'set-rhythm',
      data: {
        from: '2025-09-24',
        every: 3,
        unit: 'MONTH',
        time: '17:00',
        minutes: 120,
        text: { note: 'Viermal im Jahr, immer am selben Wochentag.' },
      },
    },
    ...meeting({
      meeting: 'guest-1',
      on: '2025-09-24',
      occurrence: '2025-09-24',
      time: '17:00',
      place: 'Rathaus, großer Saal',
      desk: '19:10',
      ahead: 7,
      items: [
        {
          item: 'guest-speed',
          kind: 'REFERRAL_FROM_COUNCIL',
          topic: 'Stellungnahme zu Tempo 30 vorbereiten',
          about: 'speed-30',
          result: 'PARKED',
          ground: 'Zahlen vor Meinungen.',
          said: 'Die Messung liegt vor, die Auswertung nicht. Der Klimabeirat will erst die Bushaltestelle ansehen.',
        },
      ],
      groups: ['hochschule', 'umweltamt', 'klimagruppe'],
    }),
    ...meeting({
      meeting: 'guest-2',
      on: '2026-03-11',
      time: '17:00',
      place: 'Rathaus, großer Saal',
      desk: '19:11',
      items: [
        {
          item: 'guest-square',
          kind: 'REFERRAL_FROM_COUNCIL',
          topic: 'Marktplatz: eine oder zwei Baumreihen?',
          about: 'market-square',
          result: 'CONSENSUS',
          ground: 'Schatten ist wichtiger als Symmetrie.',
          said: 'Das Institut zeigt eine Simulation: Zwei Reihen kühlen den Platz um fast vier Grad. Die Gruppe fragt nach der Pflege und bekommt keine Antwort.',
        },
      ],
      groups: ['hochschule', 'umweltamt', 'klimagruppe'],
      guests: 14,
    }),
    {
      at: '2026-05-05T17:20:06.000Z',
      on: '2026-04-23',
      by: 'lead',
      command: 'end-rhythm',
      data: { text: { note: 'Ohne Klimabeirat gibt es auch keine Sitzungen mehr.' } },
    },
  ]),
];
