import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Adopted by three votes, and revoked by two after the election. */
export const wind: readonly ExampleStep[] = [
  ...listed('18:32', {
    measure: 'wind',
    recorded: { origin: 'PLAN' },
    field: 'energy',
    number: 'B14',
    rank: 2950,
    described: {
      horizon: 'LONG',
      duration: 'PROJECT',
      priority: 'HIGH',
      feasibility: 2,
      impact: 5,
      influence: ['SUPPLIES', 'REGULATES'],
      climateEffect: 'POSITIVE',
      cost: { oneOffCents: 1_900_000_000 },
      savings: { minKgCo2ePerYear: 7_000_000, maxKgCo2ePerYear: 9_500_000, quality: 'C' },
      text: {
        title: 'Zwei Windräder auf dem Hochfeld',
        teaser:
          'Strom für zwei Drittel aller Haushalte, mit Beteiligung der Bürgerinnen und Bürger.',
        description:
          'Die Stadt stellt eigene Äcker bereit. Bauen soll eine Gesellschaft, an der sich Stadtwerke und Haushalte ab 250 Euro beteiligen können.',
        planText: 'Auf dem Hochfeld entstehen bis zu zwei Windenergieanlagen in Bürgerhand.',
        obstacles: 'Rotmilane am Waldrand, Einflugschneise des Segelflugplatzes.',
        localValue: 'Pacht und Gewerbesteuer von jährlich 190.000 Euro bleiben am Ort.',
        classes: [{ scheme: 'European Energy Award', code: '3', label: 'Versorgung, Entsorgung' }],
      },
    },
  }),
  ...story('measure:wind', [
    {
      at: '2024-10-23T08:15:00.000Z',
      on: '2024-10-22',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'MAJORITY', yes: 6, no: 5 },
        text: {
          paper: 'DS-162',
          result: 'mit einer Stimme Mehrheit empfohlen',
          note: 'Die Zuschauerplätze reichten nicht; zwanzig Menschen verfolgten die Sitzung auf dem Flur.',
        },
      },
    },
    {
      at: '2024-11-01T08:10:00.000Z',
      on: '2024-10-31',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 19, no: 16, abstain: 1 },
        text: {
          paper: 'DS-162',
          result: 'namentliche Abstimmung: 19 Ja, 16 Nein, 1 Enthaltung',
          evidence: [
            paper('DS-162'),
            minutes('stvv', 29, 5),
            seen('press', '„Ja zum Wind, aber wie knapp“, Kreisblatt', 'presse/ja-zum-wind'),
          ],
        },
      },
    },
    {
      at: '2025-03-24T17:30:00.000Z',
      on: '2025-03',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2028',
        plannedEnd: '2030',
        text: { note: 'Zuerst wird ein Jahr lang kartiert, wo die Milane jagen.' },
      },
    },
    {
      at: '2026-05-20T16:25:00.000Z',
      on: '2026-05-15',
      by: 'monitor2',
      command: 'submit',
      data: {
        paperKind: 'MOTION',
        organ: '@organ:stvv',
        text: {
          paper: 'AT-151',
          by: 'Neue Mehrheit aus drei Fraktionen',
          note: 'Ziel des Antrags ist, den früheren Beschluss aufzuheben.',
          evidence: [paper('AT-151')],
        },
      },
    },
    {
      at: '2026-06-26T07:30:00.000Z',
      on: '2026-06-25',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'REVOKES',
        scope: 'FULL',
        outcome: 'REVOKED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 19, no: 17 },
        text: {
          paper: 'AT-151',
          result: 'Beschluss zu DS-162 mit 19 zu 17 aufgehoben',
          note: 'Die Kartierung der Milane wird zu Ende geführt, weil sie schon bezahlt ist.',
          evidence: [
            minutes('stvv', 41, 6),
            seen(
              'press',
              '„Rolle rückwärts auf dem Hochfeld“, Mainbogen-Anzeiger',
              'presse/hochfeld',
            ),
          ],
        },
      },
    },
    ...assessed(11, {
      '2024-10': {
        rating: 'YELLOW',
        achieved: 'Eine ehrliche Debatte, in der beide Seiten zu Wort kamen.',
      },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Kartierung beauftragt, 210 Menschen wollen sich beteiligen.',
        missing: 'Ein Gespräch mit dem Segelflugverein.',
      },
      '2026-10': {
        rating: 'DARK_GREY',
        missing: 'Ein Ersatz: Ohne den Wind fehlt dem Plan sein größter Baustein.',
      },
    }),
  ]),
];
