import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Under way: roofs with a date moved twice, and a figure corrected by mistake. */
export const solarSchools: readonly ExampleStep[] = [
  ...listed('18:05', {
    measure: 'solar-schools',
    recorded: { origin: 'PLAN' },
    field: 'energy',
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
    {
      at: '2025-11-25T08:05:00.000Z',
      on: '2025-11-20',
      by: 'administration',
      command: 'describe-measure',
      data: {
        horizon: 'SHORT',
        duration: 'PROJECT',
        priority: 'HIGH',
        feasibility: 4,
        impact: 3,
        influence: ['CONSUMES', 'SUPPLIES'],
        climateEffect: 'POSITIVE',
        effectFrom: '2024-12',
        budget: { totalCents: 265_000_000 },
        cost: { oneOffCents: 265_000_000, perYearCents: 2_600_000, asOf: '2025-10' },
        savings: {
          kgCo2ePerYear: 372_000,
          minKgCo2ePerYear: 340_000,
          maxKgCo2ePerYear: 405_000,
          kwhPerYear: 960_000,
          centsPerYear: 17_800_000,
          quality: 'B',
        },
        text: {
          title: 'Solarstrom auf allen Schul- und Kitadächern',
          teaser: 'Elf Dächer, elf Anzeigetafeln, ein Vertrag mit den Stadtwerken.',
          description:
            'Die Stadtwerke bauen und betreiben, die Stadt verpachtet die Dächer und kauft den Strom zu einem festen Preis. An jedem Eingang zeigt eine Tafel die Leistung.',
          goal: 'Elf Dächer, zusammen mindestens ein Megawatt.',
          targetGroups: ['Schulen', 'Kitas'],
          steps: [
            {
              text: 'Los 1: fünf Dächer ohne Sanierung',
              start: '2024-09',
              end: '2025-09',
              state: 'DONE',
            },
            {
              text: 'Los 2: vier Dächer mit Sanierung',
              start: '2025-06',
              end: '2026-09',
              state: 'RUNNING',
            },
            { text: 'Los 3: beide Turnhallen', start: '2026-10', end: '2027-09', state: 'OPEN' },
          ],
          indicators: [
            { name: 'Belegte Dächer', unit: 'Stück', baseline: '0', target: '11' },
            { name: 'Leistung', unit: 'kW', baseline: '0', target: '1.050' },
          ],
          costNote: 'Die Sanierung der Dächer steht im Bauunterhalt und ist hier nicht enthalten.',
          funding: [
            { source: 'Darlehen der Stadtwerke', amountCents: 265_000_000, state: 'GRANTED' },
          ],
          savingsMethod: 'Erträge der ersten fünf Dächer, hochgerechnet auf elf.',
          obstacles: 'Träger der Turnhallen, Lieferzeit der Wechselrichter.',
          papers: [
            {
              number: 'DS-148',
              title: 'Gebäudepaket',
              url: 'https://example.org/sitzungsdienst/ds-148',
            },
            { number: 'DS-207', title: 'Vergabe des zweiten Loses' },
          ],
          classes: [
            { scheme: 'BISKO', code: 'KOMMUNALE_EINRICHTUNGEN', label: 'Kommunale Einrichtungen' },
          ],
        },
      },
    },
    ...assessed(34, {
      '2024-10': { rating: 'GREEN', achieved: 'Gerüst steht, Zeitplan steht.' },
      '2025-04': { rating: 'RED', missing: 'Ein Bieter für das zweite Los.' },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Fünf Dächer in einem Jahr.',
        missing: 'Ein Termin für die Turnhallen.',
      },
      '2026-04': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Die Statik hätte am Anfang geprüft werden müssen.',
      },
    }),
  ]),
];
