import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Under way, with its end moved three times. */
export const cityFleet: readonly ExampleStep[] = [
  ...listed('18:36', {
    measure: 'city-fleet',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'mobility',
    number: 'C10',
    rank: 3820,
    described: {
      horizon: 'MEDIUM',
      duration: 'PROJECT',
      priority: 'MEDIUM',
      feasibility: 4,
      impact: 2,
      influence: ['CONSUMES'],
      climateEffect: 'POSITIVE',
      cost: { oneOffCents: 175_000_000, asOf: '2023-08' },
      savings: { kgCo2ePerYear: 96_000, kwhPerYear: 310_000, quality: 'B' },
      text: {
        title: 'Fuhrpark der Stadt auf Strom umstellen',
        teaser: '41 Fahrzeuge vom Kleinwagen bis zur Kehrmaschine.',
        description:
          'Jedes Fahrzeug, das ersetzt werden muss, wird elektrisch beschafft, sofern es eines gibt. Der Bauhof bekommt acht Ladepunkte und ein Dach mit Modulen.',
        targetGroups: ['Bauhof', 'Ordnungspolizei', 'mobile Dienste'],
        indicators: [
          { name: 'Elektrische Fahrzeuge', unit: 'Stück', baseline: '3', target: '41' },
          { name: 'Diesel je Jahr', unit: 'Liter', baseline: '36.500', target: '4.000' },
        ],
        funding: [
          {
            source: 'Bundesförderung für Nutzfahrzeuge',
            amountCents: 38_000_000,
            state: 'REFUSED',
          },
          {
            source: 'Haushalt, laufende Ersatzbeschaffung',
            amountCents: 90_000_000,
            state: 'GRANTED',
          },
        ],
        savingsMethod:
          'Tankbelege eines Jahres, umgerechnet auf Strom vom eigenen Dach und aus dem Netz.',
        obstacles: 'Für Winterdienst und Kanalspülung gibt es kaum Fahrzeuge.',
        classes: [
          { scheme: 'BISKO', code: 'VERKEHR', label: 'Verkehr' },
          { scheme: 'European Energy Award', code: '4', label: 'Mobilität' },
        ],
      },
    },
  }),
  ...story('measure:city-fleet', [
    {
      at: '2024-09-20T07:52:00.000Z',
      on: '2024-09-19',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 25, no: 10, abstain: 1 },
        text: {
          paper: 'DS-158',
          result: 'Beschaffungsregel angenommen, 25 : 10 : 1',
          evidence: [paper('DS-158'), minutes('stvv', 28, 12)],
        },
      },
    },
    {
      at: '2024-10-28T17:45:00.000Z',
      on: '2024-10',
      by: 'monitor',
      command: 'plan-implementation',
      data: {
        plannedStart: '2024-11',
        plannedEnd: '2027-06',
        text: { note: 'Der Bauhof legt eine Liste mit Ersatzjahren vor.' },
      },
    },
    {
      at: '2024-11-25T17:20:00.000Z',
      on: '2024-11-20',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Vier Kleinwagen für die mobile Pflege sind da.' },
      },
    },
    {
      at: '2025-05-12T17:15:00.000Z',
      on: '2025-05-06',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedEnd: '2027-12',
        text: {
          note: 'Der Bund fördert keine Nutzfahrzeuge mehr, die Liste wird gestreckt.',
          evidence: [minutes('umwelt', 28, 9)],
        },
      },
    },
    {
      at: '2025-11-17T17:30:00.000Z',
      on: '2025-11-11',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 35,
        text: { note: '14 von 41 Fahrzeugen fahren elektrisch, zuletzt zwei Pritschenwagen.' },
      },
    },
    {
      at: '2026-02-04T09:02:00.000Z',
      on: '2026-02-03',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedEnd: '2028-06',
        text: {
          note: 'Der Netzanschluss am Bauhof reicht nur für vier Ladepunkte; ein neuer Trafo kommt später.',
        },
      },
    },
    {
      at: '2026-06-24T08:05:00.000Z',
      on: '2026-06-23',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedEnd: '2029-03',
        text: {
          note: 'Dritte Verschiebung: Kehrmaschine und Unimog werden noch eine Laufzeit lang gefahren.',
          evidence: [paper('DS-258'), minutes('umwelt', 35, 5)],
        },
      },
    },
    {
      at: '2026-10-26T17:30:00.000Z',
      on: '2026-10-20',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 50,
        text: {
          note: 'Fahrzeug Nummer 21 ist ein Lastenrad; die Poststelle hat darauf bestanden.',
        },
      },
    },
    ...assessed(16, {
      '2025-04': {
        rating: 'GREEN',
        achieved: 'Guter Beginn mit den Wagen, die am meisten fahren.',
      },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Ein Ersatz für die Förderung des Bundes.',
      },
      '2026-04': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Der Trafo. Ohne ihn stehen Autos vor leeren Säulen.',
      },
      '2026-10': {
        rating: 'RED',
        factChecked: true,
        achieved: 'Die Hälfte ist geschafft.',
        missing: 'Ein Datum, das hält: Aus drei Jahren sind gut vier geworden.',
      },
    }),
  ]),
];
