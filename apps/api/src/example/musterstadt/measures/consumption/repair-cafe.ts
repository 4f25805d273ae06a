import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';

/** A project of allies with a day that nobody remembers. */
export const repairCafe: readonly ExampleStep[] = [
  ...sheet({
    measure: 'repair-cafe',
    at: '2024-02-26T17:15:00.000Z',
    published: '2024-02-26T17:40:00.000Z',
    recorded: { origin: 'CITIZENS_GROUP', ownProposal: true },
    field: 'consumption',
    rank: 5700,
    described: {
      duration: 'PERMANENT',
      text: {
        title: 'Reparaturcafé im Bürgerhaus',
        teaser: 'Einmal im Monat: Toaster, Hosen, Fahrräder.',
        description:
          'Ehrenamtliche reparieren mit den Leuten gemeinsam. Gezahlt wird, was man geben mag.',
      },
    },
  }),
  ...story('measure:repair-cafe', [
    {
      at: '2024-02-26T17:46:00.000Z',
      on: '2024-02-26',
      by: 'lead',
      command: 'declare-no-decision-needed',
      data: {
        reason: 'CIVIL_SOCIETY',
        actor: '@actor:reparatur',
        text: { note: 'Die Stadt gibt nur den Raum; das regelt ein Nutzungsvertrag.' },
      },
    },
    {
      at: '2024-02-26T17:52:00.000Z',
      on: null,
      by: 'lead',
      command: 'start-implementation',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Das Café gab es schon vor dem Plan; wann es anfing, weiß in der Runde keiner mehr.',
        },
      },
    },
    {
      at: '2025-03-10T17:25:00.000Z',
      on: '2024',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        text: {
          note: 'Im ganzen Jahr 386 Geräte angenommen, 241 davon laufen wieder.',
          evidence: [seen('other', 'Strichliste am Tresen')],
        },
      },
    },
    {
      at: '2026-01-26T17:48:00.000Z',
      on: '2025',
      by: 'monitor2',
      command: 'report-progress',
      data: { text: { note: 'Rekord: 512 Geräte, darunter 96 Kaffeemaschinen.' } },
    },
    ...assessed(26, {
      '2025-10': {
        rating: 'GREEN',
        achieved: 'Voll besetzt, gut gelaunt, mit Nachwuchs aus der Gesamtschule.',
      },
    }),
  ]),
];
