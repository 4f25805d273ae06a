import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { listed, sheet } from '../../sheet.js';

/** Done: street lamps; beside it the same measure recorded twice and voided. */
export const streetlights: readonly ExampleStep[] = [
  ...listed('18:06', {
    measure: 'streetlights',
    recorded: { origin: 'FUNDING_PROGRAMME' },
    field: 'energy',
    number: 'B3',
    rank: 2300,
    described: {
      budget: { totalCents: 112_000_000 },
      savings: { kwhPerYear: 640_000, centsPerYear: 19_500_000 },
      text: {
        title: 'Straßenbeleuchtung auf LED umrüsten',
        teaser: 'Rund 3.100 Leuchten, warmweiß und nachts gedimmt.',
        description:
          'Die Stadtwerke tauschen die Leuchtenköpfe straßenweise. Das Licht ist warmweiß und nach unten gerichtet, damit Insekten und Schlafzimmer Ruhe haben.',
        goal: 'Stromverbrauch der Beleuchtung mehr als halbieren.',
      },
    },
  }),
  ...story('measure:streetlights', [
    {
      at: '2024-03-22T07:52:00.000Z',
      on: '2024-03-21',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'UNANIMOUS', yes: 35, no: 0 },
        text: {
          paper: 'DS-119',
          result: 'ohne Aussprache von allen 35 Anwesenden beschlossen',
          evidence: [minutes('stvv', 25, 14)],
        },
      },
    },
    {
      at: '2024-09-02T16:30:00.000Z',
      on: '2024-08-19',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: { note: 'Begonnen wird am Hafen, wo die ältesten Lampen stehen.' },
      },
    },
    {
      at: '2025-01-13T17:15:00.000Z',
      on: '2025-01',
      by: 'monitor',
      command: 'report-progress',
      data: { percent: 45, text: { note: 'Kernstadt fertig, 1.420 Leuchten getauscht.' } },
    },
    {
      at: '2025-06-18T07:30:00.000Z',
      on: '2025-06-17',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 90,
        text: {
          note: 'Es fehlt nur noch der Weg am Lohbach.',
          evidence: [minutes('umwelt', 29, 10)],
        },
      },
    },
    {
      at: '2025-09-08T16:50:00.000Z',
      on: '2025-08',
      by: 'monitor2',
      command: 'complete-implementation',
      name: 'streetlights-done',
      data: { text: { note: 'Die letzte Leuchte hängt; den genauen Tag wusste niemand mehr.' } },
    },
    {
      at: '2025-11-17T18:20:00.000Z',
      on: '2025-11-17',
      by: 'monitor2',
      command: 'add-evidence',
      data: {
        entry: '@entry:streetlights-done',
        text: {
          evidence: [
            seen('other', 'Schlussrechnung der Stadtwerke', 'stadtwerke/schlussrechnung-licht'),
          ],
          note: 'Die Schlussrechnung nennt 3.084 Leuchten.',
        },
      },
    },
    {
      at: '2025-10-20T18:12:00.000Z',
      on: '2025-10-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'GREEN',
        factChecked: true,
        text: {
          achieved: 'Alle Straßen umgerüstet, im Rahmen von Zeit und Geld.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
  ]),
];

/** Recorded a second time by oversight, seen after a day, and taken out of the count. */
export const streetlightsTwice: readonly ExampleStep[] = [
  ...sheet({
    measure: 'streetlights-twice',
    at: '2024-05-27T17:05:00.000Z',
    published: '2024-05-27T17:10:00.000Z',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'energy',
    rank: 2350,
    described: {
      text: {
        title: 'Sparsame Lampen für alle Straßen',
        teaser: 'Aus dem Wirtschaftsplan der Stadtwerke übernommen.',
      },
    },
  }),
  ...story('measure:streetlights-twice', [
    {
      at: '2024-05-28T16:15:00.000Z',
      on: '2024-05-28',
      by: 'lead',
      command: 'void-entry',
      data: {
        entry: '@entry:streetlights-twice-recorded',
        text: {
          reason:
            'Doppelt: Das ist dieselbe Maßnahme wie B3, nur unter dem Namen aus dem Wirtschaftsplan.',
        },
      },
    },
  ]),
];
