import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Done: small, cheap, and finished before its day. */
export const bikeRacks: readonly ExampleStep[] = [
  ...listed('18:34', {
    measure: 'bike-racks',
    recorded: { origin: 'CITIZENS_GROUP' },
    field: 'mobility',
    number: 'C8',
    rank: 3800,
    described: {
      budget: { totalCents: 5_800_000 },
      text: {
        title: 'Dreihundert Fahrradbügel an Haltestellen und Schulen',
        teaser: 'Anlehnen statt umfallen.',
        description:
          'Die Standorte hat der Fahrradverein vorgeschlagen und auf einer Karte gesammelt. Wo ein Autostellplatz weicht, passen acht Bügel hin.',
        supporters: 'Schülervertretung der Gesamtschule am Weiher',
      },
    },
  }),
  ...story('measure:bike-racks', [
    {
      at: '2024-05-17T08:18:00.000Z',
      on: '2024-05-16',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', no: 3 },
        text: {
          paper: 'DS-131',
          result: 'bei drei Gegenstimmen angenommen',
          evidence: [minutes('stvv', 26, 15)],
        },
      },
    },
    {
      at: '2024-08-05T16:20:00.000Z',
      on: '2024-07-29',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Zwei Mann vom Bauhof setzen zehn Bügel am Tag.',
          evidence: [seen('photo', 'Frisch gesetzte Bügel vor der Mainuferschule', 'fotos/buegel')],
        },
      },
    },
    {
      at: '2024-08-05T16:26:00.000Z',
      on: '2024-07-29',
      by: 'monitor',
      command: 'reschedule',
      data: { plannedEnd: '2025-07', text: { note: 'Ein Jahr nimmt sich der Bauhof dafür.' } },
    },
    {
      at: '2025-05-19T16:45:00.000Z',
      on: '2025-05-14',
      by: 'monitor',
      command: 'complete-implementation',
      data: {
        text: {
          note: 'Bügel Nummer 300 steht am Schwimmbad, zwei Monate vor der Zeit.',
          evidence: [seen('site-visit', 'Zählfahrt des Fahrradvereins, 304 Bügel')],
        },
      },
    },
    ...assessed(14, {
      '2025-04': { rating: 'GREEN', achieved: 'Fast fertig, überall benutzt.' },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Vier mehr als versprochen.',
        missing: 'Ein Dach über den Bügeln am Bahnhof.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Alle Bügel stehen noch, keiner wackelt.',
      },
    }),
  ]),
];
