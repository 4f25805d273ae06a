import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { sheet } from '../../sheet.js';

/** Under way: roofs with a date moved twice, and a figure corrected by mistake. */
export const solarSchools: readonly ExampleStep[] = [
  ...sheet({
    measure: 'solar-schools',
    at: '2023-11-14T18:05:00.000Z',
    published: '2023-11-20T18:05:00.000Z',
    recorded: { origin: 'PLAN' },
    fromList: true,
    field: 'energy',
    edition: 'first',
    number: 'B2',
    rank: 2200,
    described: {
      budget: { totalCents: 240_000_000 },
      savings: { kgCo2ePerYear: 390_000, kwhPerYear: 980_000 },
      text: {
        title: 'Solarstrom auf allen Schul- und Kitadächern',
        teaser: 'Elf Dächer, rund ein Megawatt, Strom vor allem für den eigenen Bedarf.',
        description:
          'Die Stadtwerke bauen und pachten die Dächer, Schulen und Kitas nehmen den Strom ab. Wo ein Dach saniert werden muss, geschieht beides zusammen.',
        goal: 'Alle elf geeigneten Dächer tragen Module.',
        obstacles: 'Statik der Turnhallen, Wartezeiten beim Netzanschluss.',
      },
    },
  }),
  ...story('measure:solar-schools', [
    {
      at: '2024-07-08T17:30:00.000Z',
      on: '2024-07-04',
      by: 'monitor',
      command: 'plan-implementation',
      data: {
        plannedStart: '2024-09',
        plannedEnd: '2025-12',
        budgetCents: 240_000_000,
        text: {
          note: 'Die Stadtwerke legen eine Reihenfolge vor; den Anfang macht die Mainuferschule.',
        },
      },
    },
    {
      at: '2024-09-30T16:20:00.000Z',
      on: '2024-09-16',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Gerüst an der Mainuferschule steht.',
          evidence: [seen('site-visit', 'Ortstermin auf dem Schulhof, Gerüst von drei Seiten')],
        },
      },
    },
    {
      at: '2025-02-17T18:00:00.000Z',
      on: '2025-02-11',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'PROCUREMENT',
        text: { note: 'Für das zweite Los ging kein Angebot ein.' },
      },
    },
    {
      at: '2025-03-19T07:55:00.000Z',
      on: '2025-03-18',
      by: 'monitor2',
      command: 'reschedule',
      data: {
        plannedEnd: '2026-06',
        text: {
          note: 'Neuer Zieltermin nach der gescheiterten Vergabe, ein halbes Jahr später.',
          evidence: [minutes('umwelt', 27, 9)],
        },
      },
    },
    {
      at: '2025-09-15T17:10:00.000Z',
      on: '2025-09-12',
      by: 'monitor',
      command: 'report-progress',
      name: 'solar-five-roofs',
      data: {
        percent: 45,
        text: {
          note: 'Fünf von elf Dächern liefern Strom.',
          evidence: [seen('photo', 'Module auf der Kita Sonnenhang', 'fotos/sonnenhang')],
        },
      },
    },
    {
      at: '2025-09-23T17:45:00.000Z',
      on: '2025-09-12',
      by: 'monitor2',
      command: 'correct-entry',
      name: 'solar-seven-roofs',
      data: {
        entry: '@entry:solar-five-roofs',
        replacement: { percent: 65 },
        text: {
          reason: 'In der Antwort der Stadtwerke ist von sieben Dächern die Rede.',
          replacement: {
            note: 'Sieben von elf Dächern sind so weit.',
            evidence: [seen('photo', 'Module auf der Kita Sonnenhang', 'fotos/sonnenhang')],
          },
        },
      },
    },
    {
      at: '2025-09-25T17:20:00.000Z',
      on: '2025-09-25',
      by: 'monitor2',
      command: 'void-entry',
      data: {
        entry: '@entry:solar-seven-roofs',
        text: {
          reason: 'Sieben Dächer sind geprüft, gebaut sind fünf. Der erste Eintrag war richtig.',
        },
      },
    },
    {
      at: '2026-05-13T08:10:00.000Z',
      on: '2026-05-12',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedEnd: '2027-09',
        text: {
          note: 'Zweite Verschiebung: Zwei Turnhallen brauchen erst neue Träger.',
          evidence: [paper('DS-247'), minutes('umwelt', 34, 6)],
        },
      },
    },
    {
      at: '2026-09-28T07:35:00.000Z',
      on: '2026-09-25',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 70,
        text: { note: 'Das achte Dach ist am Netz: Grundschule Niederau, 96 Kilowatt.' },
      },
    },
    {
      at: '2026-10-19T18:02:00.000Z',
      on: '2026-10-17',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'YELLOW',
        factChecked: true,
        text: {
          achieved: 'Acht Dächer, alle mit Anzeige im Eingang, was gerade erzeugt wird.',
          missing: 'Drei Dächer, darunter beide Turnhallen.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
  ]),
];
