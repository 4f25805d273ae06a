import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Rejected: taken out of the plan's vote, then lost by two votes. */
export const neighbourhoodFund: readonly ExampleStep[] = [
  ...listed('18:03', {
    measure: 'neighbourhood-fund',
    recorded: { origin: 'ROUND_TABLE' },
    field: 'overall',
    number: 'A3',
    rank: 6300,
    described: {
      budget: { perYearCents: 4_000_000 },
      text: {
        title: 'Klimafonds für Vereine und Nachbarschaften',
        teaser: 'Kleine Zuschüsse für Lastenrad, Balkonkraftwerk im Vereinsheim oder Hofbegrünung.',
        description:
          'Ein Topf von 40.000 Euro im Jahr, über den ein Beirat aus Vereinen entscheidet. Höchstens 2.500 Euro je Vorhaben, Antrag auf einer Seite.',
        supporters: 'Sportkreis, Kulturring, Siedlerbund Niederau',
      },
    },
  }),
  ...story('measure:neighbourhood-fund', [
    {
      at: '2023-11-21T18:00:00.000Z',
      on: '2023-05-24',
      by: 'monitor',
      command: 'propose',
      name: 'fund-proposed-by-hand',
      data: {
        origin: 'ROUND_TABLE',
        to: '@organ:stvv',
        imported: true,
        text: {
          by: 'Runder Tisch Klima und Energie',
          note: 'Am Runden Tisch einmütig vorgeschlagen; nachgetragen aus dem Protokoll.',
        },
      },
    },
    {
      at: '2023-12-05T17:40:00.000Z',
      on: '2023-12-05',
      by: 'monitor',
      command: 'void-entry',
      data: {
        entry: '@entry:fund-proposed-by-hand',
        text: { reason: 'Steht jetzt beim Runden Tisch selbst, mit allem, was dazu gesagt wurde.' },
      },
    },
    {
      at: '2024-01-29T17:15:00.000Z',
      on: '2024-01-26',
      by: 'monitor2',
      command: 'submit',
      data: {
        paperKind: 'MOTION',
        organ: '@organ:stvv',
        text: {
          paper: 'AT-118',
          by: 'Zwei Fraktionen gemeinsam',
          note: 'Als Haushaltsantrag eingebracht, weil der Plan selbst kein Geld bewilligt.',
        },
      },
    },
    {
      at: '2024-02-08T08:20:00.000Z',
      on: '2024-02-07',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'NOT_RECOMMENDED',
        organ: '@organ:finanzen',
        votes: { majority: 'MAJORITY', yes: 4, no: 7 },
        text: {
          paper: 'AT-118',
          result: 'mit 7 zu 4 nicht empfohlen',
          note: 'Einwand: freiwillige Leistung bei unausgeglichenem Haushalt.',
          evidence: [minutes('finanzen', 32, 11)],
        },
      },
    },
    {
      at: '2024-02-16T07:50:00.000Z',
      on: '2024-02-15',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'REJECTS',
        scope: 'FULL',
        outcome: 'REJECTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 17, no: 19 },
        text: {
          paper: 'AT-118',
          result: 'abgelehnt bei 17 Ja und 19 Nein',
          note: 'Mehrere Rednerinnen wollen das Thema nach dem nächsten Jahresabschluss wieder aufrufen.',
          evidence: [paper('AT-118'), minutes('stvv', 24, 12)],
        },
      },
    },
    {
      at: '2024-04-22T18:10:00.000Z',
      on: '2024-04-20',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'DARK_GREY',
        text: {
          missing: 'Ein Fonds, den auch ein Verein ohne Büro beantragen kann.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-06-01T17:35:00.000Z',
      on: '2026-06-01',
      by: 'monitor',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Nachgefragt bei beiden Fraktionen: Ein neuer Antrag ist nicht in Arbeit.',
          evidence: [seen('conversation', 'Telefonate mit den Fraktionsgeschäftsstellen')],
        },
      },
    },
  ]),
];
