import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Under way: a delay was reported, and ended by progress. */
export const renovationAdvice: readonly ExampleStep[] = [
  ...listed('18:29', {
    measure: 'renovation-advice',
    recorded: { origin: 'FUNDING_PROGRAMME' },
    field: 'energy',
    number: 'B11',
    rank: 2920,
    described: {
      horizon: 'MEDIUM',
      duration: 'PROJECT',
      priority: 'HIGH',
      feasibility: 3,
      impact: 4,
      influence: ['ADVISES'],
      climateEffect: 'POSITIVE',
      cost: { oneOffCents: 24_500_000, staffHundredths: 150, asOf: '2023-06' },
      savings: { minKgCo2ePerYear: 250_000, maxKgCo2ePerYear: 900_000, quality: 'D' },
      text: {
        title: 'Sanierungsberatung Haus für Haus in der Weststadt',
        teaser: 'Ein Büro im Quartier, ein Rundgang durchs eigene Haus, ein Plan auf vier Seiten.',
        description:
          'Die Weststadt besteht aus 740 Ein- und Zweifamilienhäusern mit Ölheizung und ungedämmtem Dach. Zwei Beraterinnen besuchen jedes Haus, das sich meldet, und bleiben ansprechbar, bis gebaut ist.',
        background:
          'Viele Eigentümer sind über siebzig und haben schlechte Erfahrungen mit Haustürgeschäften.',
        goal: 'Jedes fünfte Haus ist innerhalb von drei Jahren saniert oder hat einen Auftrag vergeben.',
        targetGroups: ['Eigentümerinnen und Eigentümer', 'Erbengemeinschaften'],
        indicators: [
          { name: 'Besuchte Häuser', unit: 'Häuser', baseline: '0', target: '400' },
          { name: 'Begonnene Sanierungen', unit: 'Häuser', baseline: '0', target: '150' },
        ],
        funding: [
          {
            source: 'Bundesförderung Quartierssanierung',
            amountCents: 18_400_000,
            state: 'GRANTED',
          },
          { source: 'Stadtwerke', amountCents: 2_000_000, state: 'GRANTED' },
        ],
        savingsMethod: 'Spanne zwischen „nur Dach“ und „ganzes Haus“ bei 150 Sanierungen.',
        coBenefits: 'Wärmere Wohnungen im Alter, Arbeit für Betriebe am Ort.',
        localValue: 'Drei von vier Aufträgen sollen an Handwerksbetriebe aus dem Kreis gehen.',
        obstacles: 'Handwerker sind auf acht Monate ausgebucht.',
        classes: [{ scheme: 'BISKO', code: 'PRIVATE_HAUSHALTE', label: 'Private Haushalte' }],
      },
    },
  }),
  ...story('measure:renovation-advice', [
    {
      at: '2024-06-28T08:10:00.000Z',
      on: '2024-06-27',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 30, no: 4, abstain: 2 },
        text: {
          paper: 'DS-146',
          result: 'Eigenanteil bewilligt und Vorhaben beschlossen, 30 : 4 : 2',
          evidence: [paper('DS-146'), minutes('stvv', 27, 13)],
        },
      },
    },
    {
      at: '2024-11-18T17:35:00.000Z',
      on: '2024-11-04',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Das Büro in der früheren Sparkassenfiliale ist eröffnet, Kuchen inbegriffen.',
          evidence: [seen('photo', 'Schaufenster des Sanierungsbüros', 'fotos/sanierungsbuero')],
        },
      },
    },
    {
      at: '2024-11-18T17:41:00.000Z',
      on: '2024-11-04',
      by: 'monitor2',
      command: 'reschedule',
      data: { plannedEnd: '2027-10', text: { note: 'Drei Jahre, so steht es im Bescheid.' } },
    },
    {
      at: '2024-11-18T17:47:00.000Z',
      on: '2024-11-04',
      by: 'monitor2',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'PARTNER',
        text: {
          name: 'Verbraucherberatung des Kreises',
          explanation: 'Stellt eine der beiden Beraterinnen.',
        },
      },
    },
    {
      at: '2025-05-26T16:55:00.000Z',
      on: '2025-05-20',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'STAFF',
        text: {
          note: 'Eine Beraterin ist in Elternzeit, die Vertretung kommt erst in vier Monaten. Neue Hausbesuche gibt es so lange nicht.',
        },
      },
    },
    {
      at: '2025-09-22T16:30:00.000Z',
      on: '2025-09-15',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 30,
        text: { note: 'Die Vertretung ist da. 118 Häuser besucht, 31 Sanierungen begonnen.' },
      },
    },
    {
      at: '2026-04-27T17:05:00.000Z',
      on: '2026-04-22',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 50,
        text: {
          note: '203 Besuche, 64 begonnene Sanierungen, darunter elf ganze Häuser.',
          evidence: [
            seen('other', 'Zwischenbericht an die Fördergeberin', 'weststadt/zwischenbericht'),
          ],
        },
      },
    },
    {
      at: '2026-10-05T17:25:00.000Z',
      on: '2026-10-01',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 60,
        text: { note: 'Bei der Wärmeparty im Gemeindehaus kamen 90 Nachbarn.' },
      },
    },
    ...assessed(8, {
      '2025-04': { rating: 'GREEN', achieved: 'Der Ton stimmt: Es wird zugehört, nicht verkauft.' },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Ein Drittel der Ziele in einem Drittel der Zeit, trotz Lücke.',
        missing: 'Eine Vertretung, die schon beim Beginn mitgeplant wird.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Gerüste in fast jeder Straße der Weststadt.',
        missing: 'Ein Plan, wie es nach der Förderung weitergeht.',
      },
    }),
  ]),
];
