import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** A standing task: every paper says what it means for the climate. */
export const climateCheck: readonly ExampleStep[] = [
  ...listed('18:02', {
    measure: 'climate-check',
    recorded: { origin: 'PLAN' },
    field: 'overall',
    number: 'A2',
    rank: 6200,
    described: {
      text: {
        title: 'Klimaprüfung für alle Vorlagen',
        teaser: 'Jede Vorlage sagt auf einen Blick, ob sie dem Klima nützt oder schadet.',
        description:
          'Ein Block von fünf Zeilen kommt in jede Magistratsvorlage: Wirkung auf das Klima, Begründung, Alternative. Schadet eine Vorlage, muss eine mildere Lösung danebenstehen.',
        goal: 'Keine Abstimmung mehr, bei der die Folgen für das Klima unbekannt sind.',
      },
    },
  }),
  ...story('measure:climate-check', [
    {
      at: '2024-05-08T07:25:00.000Z',
      on: '2024-05-07',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED_AMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'UNANIMOUS', yes: 11, no: 0 },
        text: {
          paper: 'DS-134',
          result: 'geändert empfohlen, alle 11 dafür',
          note: 'Neu ist die Pflicht, eine Alternative zu nennen.',
        },
      },
    },
    {
      at: '2024-05-17T08:05:00.000Z',
      on: '2024-05-16',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED_AMENDED',
        final: true,
        organ: '@organ:stvv',
        votes: { yes: 31, no: 3, abstain: 1 },
        text: {
          paper: 'DS-134',
          result: 'in der Fassung des Ausschusses angenommen, 31 zu 3, eine Enthaltung',
          note: 'Gilt für Vorlagen des Magistrats, nicht für Anträge der Fraktionen.',
          evidence: [minutes('stvv', 26, 8)],
        },
      },
    },
    {
      at: '2024-09-10T17:00:00.000Z',
      on: '2024-09',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Die ersten vier Vorlagen mit Prüfblock liegen aus.',
          evidence: [paper('DS-156', '3')],
        },
      },
    },
    {
      at: '2025-04-22T17:50:00.000Z',
      on: '2025-04-19',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'YELLOW',
        factChecked: true,
        text: {
          achieved: 'In 38 von 52 Vorlagen ist der Block ausgefüllt.',
          missing: 'Bei Grundstücksgeschäften fehlt er fast immer.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-01-12T18:10:00.000Z',
      on: '2025',
      by: 'monitor',
      command: 'report-progress',
      data: {
        text: {
          note: 'Im ganzen Jahr trugen 97 Vorlagen den Prüfblock; zwei wurden deswegen zurückgezogen und überarbeitet.',
          evidence: [seen('conversation', 'Auszählung mit der Geschäftsstelle der Gremien')],
        },
      },
    },
    {
      at: '2026-09-22T16:40:00.000Z',
      on: '2026-09-22',
      by: 'monitor2',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Stichprobe von zehn Vorlagen: acht mit, zwei ohne Prüfblock. Das entspricht dem Vorjahr.',
        },
      },
    },
    ...assessed(33, {
      '2024-10': { rating: 'GREEN', achieved: 'Gleich in den ersten Wochen angewandt.' },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Eine Vorlage wurde wegen des Blocks umgeschrieben.',
        missing: 'Begründungen, die länger sind als ein Halbsatz.',
      },
      '2026-10': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Bei jeder fünften Vorlage fehlt der Block noch immer.',
      },
    }),
  ]),
];
