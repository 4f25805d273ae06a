import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Delayed: paused, resumed, paused again. */
export const bikeGarage: readonly ExampleStep[] = [
  ...listed('18:14', {
    measure: 'bike-garage',
    recorded: { origin: 'FACTION' },
    field: 'mobility',
    number: 'C5',
    rank: 3500,
    described: {
      budget: { totalCents: 98_000_000 },
      text: {
        title: 'Fahrradparkhaus am Bahnhof',
        teaser: 'Trockene, abschließbare Plätze für 320 Räder.',
        description:
          'Ein Holzbau auf zwei Ebenen neben Gleis 1, mit Schließfächern, Luftpumpe und Platz für Lastenräder. Die ersten 24 Stunden sind frei.',
        obstacles: 'Das Grundstück gehört zur Hälfte der Bahn.',
      },
    },
  }),
  ...story('measure:bike-garage', [
    {
      at: '2024-12-13T08:40:00.000Z',
      on: '2024-12-12',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 26, no: 8, abstain: 2 },
        text: {
          paper: 'DS-168',
          result: 'beschlossen mit 26 Stimmen, 8 dagegen, 2 enthalten',
          evidence: [paper('DS-168'), minutes('stvv', 30, 8)],
        },
      },
    },
    {
      at: '2025-05-26T16:35:00.000Z',
      on: '2025-05-19',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Der Kiosk neben Gleis 1 ist abgerissen, das Fundament wird gegossen.' },
      },
    },
    {
      at: '2025-10-06T17:05:00.000Z',
      on: '2025-09-29',
      by: 'monitor',
      command: 'pause-implementation',
      data: {
        text: {
          note: 'Die Baustelle ruht: Ein Kabel der Bahn liegt anders als im Plan verzeichnet.',
          evidence: [seen('photo', 'Bauzaun ohne Bauleute', 'fotos/bauzaun')],
        },
      },
    },
    {
      at: '2026-01-26T17:35:00.000Z',
      on: '2026-01-19',
      by: 'monitor2',
      command: 'resume-implementation',
      data: { text: { note: 'Das Kabel ist umgelegt, die Holzstützen werden gestellt.' } },
    },
    {
      at: '2026-04-20T18:09:00.000Z',
      on: '2026-04-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'YELLOW',
        factChecked: true,
        text: {
          achieved: 'Fundament und Stützen stehen.',
          missing: 'Der Vertrag mit der Bahn über die zweite Ebene.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-06-29T16:50:00.000Z',
      on: '2026-06-26',
      by: 'monitor',
      command: 'pause-implementation',
      data: {
        text: {
          note: 'Zweite Unterbrechung. Die Zimmerei hat Insolvenz angemeldet, eine neue wird gesucht.',
        },
      },
    },
    {
      at: '2026-10-12T17:15:00.000Z',
      on: '2026-10-12',
      by: 'monitor2',
      command: 'check-unchanged',
      data: { text: { note: 'Am Bahnhof steht alles still; die neue Ausschreibung läuft noch.' } },
    },
    {
      at: '2026-06-26T08:04:00.000Z',
      on: '2026-06-25',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'AMENDS',
        scope: 'PART',
        outcome: 'ADOPTED_AMENDED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 32, no: 5 },
        text: {
          paper: 'DS-254',
          result: 'mit 32 zu 5 auf 240 Plätze verkleinert',
          note: 'Die zweite Ebene entfällt, solange die Bahn ihr Grundstück nicht hergibt.',
          evidence: [paper('DS-254'), minutes('stvv', 41, 8)],
        },
      },
    },
    ...assessed(38, {
      '2025-10': {
        rating: 'YELLOW',
        achieved: 'Ein schöner Entwurf aus Holz.',
        missing: 'Ein Lageplan der Bahn, der stimmt.',
      },
      '2026-10': {
        rating: 'RED',
        factChecked: true,
        missing: 'Eine Zimmerei. Die Stützen stehen im Regen.',
      },
    }),
  ]),
];
