import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Rejected, and taken up again with a new motion. */
export const solarDuty: readonly ExampleStep[] = [
  ...listed('18:43', {
    measure: 'solar-duty',
    recorded: { origin: 'FACTION' },
    field: 'energy',
    number: 'B8',
    rank: 2800,
    described: {
      influence: ['REGULATES'],
      climateEffect: 'POSITIVE',
      text: {
        title: 'Solardächer bei jedem Neubau',
        description:
          'Bebauungspläne sollen Module auf Neubauten festsetzen, wo es das Recht erlaubt.',
        classes: [{ scheme: 'BISKO', code: 'GHD', label: 'Gewerbe, Handel, Dienstleistungen' }],
      },
    },
  }),
  ...story('measure:solar-duty', [
    {
      at: '2024-03-22T08:10:00.000Z',
      on: '2024-03-21',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'REJECTS',
        scope: 'FULL',
        outcome: 'REJECTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 16, no: 19 },
        text: {
          paper: 'AT-119',
          result: 'mit 19 gegen 16 Stimmen abgelehnt',
          evidence: [minutes('stvv', 25, 11)],
        },
      },
    },
    {
      at: '2024-05-02T17:00:00.000Z',
      on: '2024-05-02',
      by: 'lead',
      command: 'assign-responsible-body',
      name: 'solar-duty-partner',
      data: {
        responsibility: 'PARTNER',
        text: { name: 'Energiegenossenschaft Untermain', explanation: 'Rechnet Musterdächer vor.' },
      },
    },
    {
      at: '2025-10-17T15:40:00.000Z',
      on: '2025-10-16',
      by: 'monitor2',
      command: 'revive',
      data: {
        as: 'SUBMITTED',
        paperKind: 'MOTION',
        organ: '@organ:stvv',
        text: {
          paper: 'AT-141',
          by: 'Zwei Fraktionen gemeinsam',
          note: 'Neuer Anlauf, diesmal beschränkt auf Gewerbebauten.',
          evidence: [paper('AT-141')],
        },
      },
    },
    {
      at: '2026-02-04T08:40:00.000Z',
      on: '2026-02-03',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED_AMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'MAJORITY', yes: 7, no: 4 },
        text: {
          paper: 'AT-141',
          result: 'mit einer Ausnahme für kleine Hallen empfohlen, 7 zu 4',
          evidence: [minutes('umwelt', 33, 5)],
        },
      },
    },
    {
      at: '2026-04-14T16:20:00.000Z',
      on: '2026-04-01',
      by: 'lead',
      command: 'release-responsible-body',
      data: {
        assignment: '@entry:solar-duty-partner',
        text: { note: 'Die Genossenschaft konzentriert sich auf die Schuldächer.' },
      },
    },
    {
      at: '2026-05-22T08:02:00.000Z',
      on: '2026-05-21',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        outcome: 'ADOPTED_AMENDED',
        votes: { majority: 'MAJORITY', yes: 21, no: 15, abstain: 1 },
        text: {
          paper: 'AT-141',
          result: 'mit 21 zu 15 in der Fassung des Ausschusses beschlossen, eine Enthaltung',
          note: 'Beim zweiten Anlauf reicht es: Die Pflicht gilt für neue Gewerbebauten ab 500 Quadratmetern Dach.',
          evidence: [paper('AT-141'), minutes('stvv', 40, 9)],
        },
      },
    },
    {
      at: '2026-01-26T17:20:00.000Z',
      on: '2026-01-22',
      by: 'monitor2',
      command: 'submit',
      data: {
        paperKind: 'AMENDMENT',
        organ: '@organ:umwelt',
        text: {
          paper: 'AT-141-1',
          by: 'Eine Fraktion',
          note: 'Kleine Hallen sollen ausgenommen sein.',
        },
      },
    },
    ...assessed(46, {
      '2024-04': { rating: 'DARK_GREY', missing: 'Drei Stimmen.' },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Im zweiten Anlauf kleiner gedacht und gewonnen.',
      },
    }),
  ]),
];
