import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { sheet } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Of the heat plan, planned. */
export const heatGuides: readonly ExampleStep[] = [
  ...sheet({
    measure: 'heat-guides',
    at: '2026-01-19T17:51:00.000Z',
    published: '2026-01-26T17:33:00.000Z',
    recorded: { origin: 'PLAN' },
    plan: 'waermeplan',
    field: 'heat-homes',
    edition: 'heat',
    number: 'W2.1',
    rank: 2100,
    described: {
      influence: ['ADVISES'],
      cost: { perYearCents: 3_600_000, staffHundredths: 50 },
      text: {
        title: 'Wärmelotsen in jedem Stadtteil',
        teaser: 'Nachbarn, die selbst umgebaut haben, helfen anderen.',
        description:
          'Zwölf Ehrenamtliche werden geschult und beraten an festen Abenden, werbefrei und kostenlos.',
        targetGroups: ['Hausbesitzer'],
      },
    },
  }),
  ...story('measure:heat-guides', [
    {
      at: '2026-06-26T07:50:00.000Z',
      on: '2026-06-25',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 28, no: 8, abstain: 1 },
        text: {
          paper: 'DS-255',
          result: 'halbe Stelle und Schulung bewilligt, 28 zu 8, eine Enthaltung',
          evidence: [paper('DS-255'), minutes('stvv', 41, 10)],
        },
      },
    },
    {
      at: '2026-09-21T16:40:00.000Z',
      on: '2026-09-17',
      by: 'administration',
      command: 'plan-implementation',
      data: {
        plannedStart: '2027-02',
        plannedEnd: '2029-01',
        text: { note: 'Die Schulung übernimmt die Handwerkskammer, Anmeldungen liegen acht vor.' },
      },
    },
  ]),
];
