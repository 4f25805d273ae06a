import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** A standing task with many numbers: the town forest. */
export const forest: readonly ExampleStep[] = [
  ...listed('18:46', {
    measure: 'forest',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'green',
    number: 'D8',
    rank: 4530,
    described: {
      horizon: 'LONG',
      duration: 'PERMANENT',
      priority: 'HIGH',
      feasibility: 3,
      impact: 4,
      influence: ['SUPPLIES'],
      climateEffect: 'POSITIVE',
      budget: { perYearCents: 13_500_000 },
      cost: { perYearCents: 13_500_000, staffHundredths: 75, asOf: '2023-10' },
      savings: { minKgCo2ePerYear: 300_000, maxKgCo2ePerYear: 1_100_000, quality: 'D' },
      text: {
        title: 'Stadtwald zum Mischwald umbauen',
        teaser: '310 Hektar, in denen heute vor allem Kiefern vertrocknen.',
        description:
          'Auf jährlich zwölf Hektar werden Eichen, Linden und Elsbeeren unter die Kiefern gepflanzt. Totholz bleibt liegen, Gräben werden geschlossen, damit das Wasser im Wald bleibt.',
        goal: 'Auf drei Vierteln der Fläche wachsen mindestens vier Baumarten.',
        targetGroups: ['Forstbetrieb', 'Spaziergänger'],
        period: 'dreißig Jahre',
        indicators: [
          { name: 'Umgebaute Fläche', unit: 'ha', baseline: '18', target: '230' },
          { name: 'Anteil angewachsener Setzlinge', unit: '%', baseline: '–', target: '80' },
        ],
        funding: [
          {
            source: 'Bundesprogramm klimaangepasster Wald',
            amountCents: 3_100_000,
            state: 'GRANTED',
          },
          { source: 'Baumspenden', amountCents: 850_000, state: 'GRANTED' },
        ],
        savingsMethod:
          'Spanne aus der Fachliteratur für den Zuwachs von Mischwald auf Sand; sehr unsicher.',
        examples:
          'Der Kreisforst zeigt auf einer Probefläche, wie es nach zwanzig Jahren aussieht.',
        obstacles: 'Rehe. Ohne Zaun oder Jagd überlebt kaum eine Eiche.',
      },
    },
  }),
  ...story('measure:forest', [
    {
      at: '2024-03-22T08:22:00.000Z',
      on: '2024-03-21',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'UNANIMOUS', yes: 34, abstain: 1 },
        text: {
          paper: 'DS-124',
          result: 'Forsteinrichtung ohne Gegenstimme beschlossen',
          evidence: [paper('DS-124'), minutes('stvv', 25, 17)],
        },
      },
    },
    {
      at: '2024-11-11T17:40:00.000Z',
      on: '2024-11-09',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Pflanzaktion mit 160 Freiwilligen: 4.000 Eicheln und ein Suppentopf.',
          evidence: [seen('photo', 'Kinder mit Pflanzspaten', 'fotos/eicheln')],
        },
      },
    },
    {
      at: '2025-12-01T17:15:00.000Z',
      on: '2025-11-29',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        text: {
          note: 'Im zweiten Pflanzjahr elf statt zwölf Hektar; die Maschine zum Schließen der Gräben war defekt.',
        },
      },
    },
    {
      at: '2026-05-11T16:30:00.000Z',
      on: '2026-05-08',
      by: 'administration',
      command: 'report-progress',
      data: {
        text: {
          note: 'Bei der Zählung waren 71 Prozent der Eichen angewachsen, hinter dem Zaun 88.',
          evidence: [seen('other', 'Bericht des Revierförsters', 'stadtwald/revierbericht')],
        },
      },
    },
    ...assessed(23, {
      '2025-04': {
        rating: 'GREEN',
        achieved: 'Ein Förster, der in seiner freien Zeit Führungen gibt.',
      },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Eine Einigung mit den Jagdpächtern.',
      },
      '2026-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Vier Gräben geschlossen, drei neue Tümpel.',
        missing: 'Zaun auf den Flächen, an denen die Rehe schneller sind.',
      },
    }),
  ]),
];
