import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Done, but later than planned: so many wanted it that the money had to be topped up. */
export const balconySolar: readonly ExampleStep[] = [
  ...listed('18:28', {
    measure: 'balcony-solar',
    recorded: { origin: 'FACTION' },
    field: 'energy',
    number: 'B10',
    rank: 2910,
    described: {
      horizon: 'SHORT',
      duration: 'PROJECT',
      priority: 'MEDIUM',
      influence: ['ADVISES'],
      climateEffect: 'POSITIVE',
      budget: { totalCents: 10_000_000 },
      savings: { kgCo2ePerYear: 38_000, kwhPerYear: 110_000, quality: 'C' },
      text: {
        title: 'Zuschuss für Balkonkraftwerke',
        teaser: 'Bis zu 200 Euro je Haushalt, 300 mit geringem Einkommen.',
        description:
          'Der Antrag passt auf eine Seite; ausgezahlt wird gegen Rechnung. Wer zur Miete wohnt, bekommt auf Wunsch Hilfe beim Schreiben an die Vermieterin.',
        targetGroups: ['Mieterinnen und Mieter', 'Haushalte mit geringem Einkommen'],
        savingsMethod: '400 Geräte mal 275 Kilowattstunden, Werte einer Verbraucherberatung.',
        indicators: [{ name: 'Geförderte Geräte', unit: 'Stück', baseline: '0', target: '400' }],
        classes: [{ scheme: 'BISKO', code: 'PRIVATE_HAUSHALTE', label: 'Private Haushalte' }],
      },
    },
  }),
  ...story('measure:balcony-solar', [
    {
      at: '2024-05-17T08:12:00.000Z',
      on: '2024-05-16',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 26, no: 9 },
        text: {
          paper: 'DS-136',
          result: 'Förderrichtlinie beschlossen, 26 gegen 9',
          evidence: [paper('DS-136'), minutes('stvv', 26, 12)],
        },
      },
    },
    {
      at: '2024-06-10T16:45:00.000Z',
      on: '2024-06',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2024-07',
        plannedEnd: '2025-06-30',
        budgetCents: 10_000_000,
        text: { note: 'Ein Jahr lang, solange das Geld reicht.' },
      },
    },
    {
      at: '2024-07-09T16:05:00.000Z',
      on: '2024-07-08',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Am ersten Tag gingen 91 Anträge ein, die Seite war zwei Stunden nicht erreichbar.',
          evidence: [
            seen('press', '„Ansturm auf Balkonstrom“, Mainbogen-Anzeiger', 'presse/balkonstrom'),
          ],
        },
      },
    },
    {
      at: '2025-02-03T17:25:00.000Z',
      on: '2025-01-31',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'FUNDING',
        text: { note: 'Der Topf ist leer, 140 Anträge liegen unbearbeitet.' },
      },
    },
    {
      at: '2025-05-16T07:55:00.000Z',
      on: '2025-05-15',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'FUNDS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 28 },
        text: {
          paper: 'DS-188',
          result: 'weitere 30.000 Euro bewilligt, 28 Stimmen dafür',
          note: 'Gegenstimmen und Enthaltungen nennt die Niederschrift nicht.',
          evidence: [minutes('stvv', 33, 13)],
        },
      },
    },
    {
      at: '2025-06-23T16:58:00.000Z',
      on: '2025-06-20',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 85,
        text: { note: 'Die liegen gebliebenen Anträge werden der Reihe nach bedient.' },
      },
    },
    {
      at: '2025-09-29T16:40:00.000Z',
      on: '2025-09-24',
      by: 'administration',
      command: 'complete-implementation',
      data: {
        text: {
          note: '517 Geräte gefördert, jedes dritte in einem Haushalt mit geringem Einkommen. Das Programm ist ausgelaufen.',
          evidence: [
            seen('other', 'Schlussbericht der Stabsstelle', 'foerderung/balkon-schlussbericht'),
          ],
        },
      },
    },
    ...assessed(7, {
      '2024-10': { rating: 'GREEN', achieved: 'So einfach kann ein Antrag sein.' },
      '2025-04': { rating: 'YELLOW', factChecked: true, missing: 'Nachschub für den leeren Topf.' },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Mehr Geräte als geplant, und sie hängen auch in den Häusern am Bahndamm.',
      },
      '2026-10': {
        rating: 'GREEN',
        achieved: 'Auch ohne Zuschuss kommen jeden Monat neue Balkone dazu.',
      },
    }),
  ]),
];
