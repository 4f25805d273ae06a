import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Under way: the committee advised against it, the Stadtverordnetenversammlung adopted it. */
export const bikeAxis: readonly ExampleStep[] = [
  ...listed('18:10', {
    measure: 'bike-axis',
    recorded: { origin: 'CITIZENS_GROUP' },
    field: 'mobility',
    number: 'C1',
    rank: 3100,
    described: {
      budget: { totalCents: 285_000_000 },
      text: {
        title: 'Radachse vom Bahnhof nach Niederau',
        teaser: 'Dreieinhalb Kilometer sicher und ohne Umweg.',
        description:
          'Ein durchgehender, beleuchteter Weg von mindestens drei Metern Breite. An vier Kreuzungen bekommt das Rad Vorrang, an der Landesstraße eine Querungsinsel.',
        planText: 'Eine Achse, auf der auch Zehnjährige allein fahren dürfen.',
        supporters: 'Fahrradverein Mainbogen und Elternbeirat der Grundschule Niederau',
      },
    },
  }),
  ...story('measure:bike-axis', [
    {
      at: '2023-11-27T17:50:00.000Z',
      on: '2023-03',
      by: 'monitor',
      command: 'propose',
      data: {
        origin: 'CITIZENS_GROUP',
        to: '@organ:magistrat',
        text: {
          by: 'Fahrradverein Mainbogen',
          note: 'Vorgeschlagen mit Streckenkarte und Zählung: 640 Räder an einem Werktag.',
          evidence: [seen('other', 'Positionspapier des Fahrradvereins', 'fahrradverein/radachse')],
        },
      },
    },
    {
      at: '2024-09-11T08:10:00.000Z',
      on: '2024-09-10',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'NOT_RECOMMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'MAJORITY', yes: 5, no: 6 },
        text: {
          paper: 'DS-159',
          result: 'keine Empfehlung zur Annahme, 5 zu 6',
          note: 'Die Mehrheit fürchtet um 46 Stellplätze in der Niederauer Straße.',
          evidence: [minutes('umwelt', 24, 5)],
        },
      },
    },
    {
      at: '2024-09-20T07:30:00.000Z',
      on: '2024-09-19',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 20, no: 16 },
        text: {
          paper: 'DS-159',
          result: 'gegen das Votum des Ausschusses beschlossen, 20 zu 16',
          note: 'Den Ausschlag gab, dass 30 Stellplätze am Friedhof neu entstehen.',
          evidence: [paper('DS-159'), minutes('stvv', 28, 6)],
        },
      },
    },
    {
      at: '2025-01-27T17:20:00.000Z',
      on: '2025-01-23',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2025-03',
        plannedEnd: '2026-10',
        budgetCents: 120_000_000,
        text: {
          note: 'Geplant ist zunächst der Abschnitt bis zur Landesstraße; nur dafür ist Geld da.',
        },
      },
    },
    {
      at: '2025-04-14T16:25:00.000Z',
      on: '2025-04-07',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Am Bahnhof wird der alte Belag aufgenommen.',
          evidence: [seen('photo', 'Bagger am Bahnhofsvorplatz', 'fotos/radachse-beginn')],
        },
      },
    },
    {
      at: '2026-02-04T08:20:00.000Z',
      on: '2026-02-03',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'COORDINATION',
        newEnd: '2027-06',
        text: {
          note: 'Die Landesbehörde verlangt für die Querung eine neue Verkehrszählung.',
          evidence: [minutes('umwelt', 33, 7)],
        },
      },
    },
    {
      at: '2026-06-24T07:45:00.000Z',
      on: '2026-06-23',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 55,
        text: {
          note: 'Bis zum Friedhof ist der Weg frei gegeben; die Zählung an der Querung ist abgeschlossen.',
        },
      },
    },
    {
      at: '2026-10-19T18:10:00.000Z',
      on: '2026-10-17',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'YELLOW',
        factChecked: true,
        text: {
          achieved: 'Knapp zwei Kilometer, breit, hell und viel befahren.',
          missing: 'Die Querung der Landesstraße und der Lückenschluss nach Niederau.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2025-10-13T17:22:00.000Z',
      on: '2025-10-08',
      by: 'monitor',
      command: 'describe-measure',
      data: {
        horizon: 'MEDIUM',
        duration: 'PROJECT',
        priority: 'HIGH',
        feasibility: 3,
        impact: 4,
        influence: ['SUPPLIES'],
        climateEffect: 'POSITIVE',
        budget: { totalCents: 285_000_000 },
        cost: { oneOffCents: 312_000_000, perYearCents: 3_200_000, asOf: '2025-09' },
        notQuantified: ['GREENHOUSE_GAS'],
        text: {
          title: 'Radachse vom Bahnhof nach Niederau',
          teaser: 'Dreieinhalb Kilometer, auf denen man auch zu zweit nebeneinander fahren kann.',
          description:
            'Abschnitt 1 führt vom Bahnhof zum Friedhof, Abschnitt 2 über die Landesstraße, Abschnitt 3 bis zur Schule in Niederau. Gebaut wird in dieser Reihenfolge.',
          targetGroups: ['Pendler', 'Schulkinder', 'Familien'],
          steps: [
            { text: 'Abschnitt 1', start: '2025-04', end: '2026-06', state: 'RUNNING' },
            { text: 'Abschnitt 2 mit Querung', start: '2026-09', state: 'OPEN' },
            { text: 'Abschnitt 3', end: '2027-06', state: 'OPEN' },
          ],
          indicators: [
            { name: 'Räder an einem Werktag', unit: 'Anzahl', baseline: '640', target: '1.500' },
            { name: 'Fertige Länge', unit: 'km', baseline: '0', target: '3,5' },
          ],
          funding: [
            { source: 'Landesprogramm Nahmobilität', amountCents: 140_000_000, state: 'GRANTED' },
            { source: 'Haushalt, zweiter Abschnitt', amountCents: 95_000_000, state: 'OPEN' },
          ],
          notQuantifiedReason:
            'Wie viele Autofahrten wegfallen, wird erst gezählt, wenn alle drei Abschnitte fertig sind.',
          supporters:
            'Fahrradverein Mainbogen, Elternbeirat der Grundschule Niederau, Seniorenvertretung',
          classes: [{ scheme: 'BISKO', code: 'VERKEHR', label: 'Verkehr' }],
        },
      },
    },
    ...assessed(37, {
      '2024-10': {
        rating: 'GREEN',
        achieved: 'Ein Beschluss gegen die Empfehlung des Ausschusses, mit klarer Begründung.',
      },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Der erste Kilometer fährt sich wie auf Schienen.',
      },
      '2026-04': {
        rating: 'RED',
        factChecked: true,
        missing: 'Die Querung. Gezählt wurde dort schon zweimal.',
      },
    }),
  ]),
];
