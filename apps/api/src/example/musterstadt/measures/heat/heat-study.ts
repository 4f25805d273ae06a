import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { sheet } from '../../sheet.js';

/** Of the heat plan, under way. */
export const heatStudy: readonly ExampleStep[] = [
  ...sheet({
    measure: 'heat-study',
    at: '2026-01-19T17:45:00.000Z',
    published: '2026-01-26T17:31:00.000Z',
    recorded: { origin: 'PLAN' },
    plan: 'waermeplan',
    field: 'heat-networks',
    edition: 'heat',
    number: 'W1.1',
    rank: 1100,
    described: {
      horizon: 'SHORT',
      duration: 'PROJECT',
      priority: 'HIGH',
      cost: { oneOffCents: 9_800_000, asOf: '2025-11' },
      text: {
        title: 'Machbarkeit eines Wärmenetzes in der Weststadt',
        teaser: 'Lohnt sich ein Netz zwischen Einfamilienhäusern?',
        description:
          'Untersucht werden drei Trassen und drei Quellen. Am Ende steht für jede Straße ein Preis, mit dem man rechnen kann.',
        funding: [
          { source: 'Bundesförderung Wärmenetze', amountCents: 4_900_000, state: 'GRANTED' },
        ],
      },
    },
  }),
  ...story('measure:heat-study', [
    {
      at: '2026-02-23T17:25:00.000Z',
      on: '2026-02-19',
      by: 'monitor2',
      command: 'declare-no-decision-needed',
      data: {
        reason: 'CURRENT_ADMINISTRATION',
        text: {
          note: 'Die Stadtwerke vergeben die Studie selbst, der Betrag liegt unter ihrer Grenze.',
        },
      },
    },
    {
      at: '2026-06-08T17:15:00.000Z',
      on: '2026-06-01',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Zwei Büros arbeiten gemeinsam daran, eines rechnet, eines klingelt an Türen.',
        },
      },
    },
    {
      at: '2026-06-08T17:21:00.000Z',
      on: '2026-06-01',
      by: 'monitor2',
      command: 'reschedule',
      data: { plannedEnd: '2027-05', text: { note: 'Vertraglich zugesagt ist ein Jahr.' } },
    },
    {
      at: '2026-10-26T17:45:00.000Z',
      on: '2026-10-22',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 30,
        text: {
          note: 'Von 740 Haushalten haben 402 den Fragebogen zurückgegeben.',
          evidence: [seen('other', 'Zwischenstand der Befragung', 'waermeplan/befragung')],
        },
      },
    },
  ]),
];
