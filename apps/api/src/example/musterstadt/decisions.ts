import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { minutes, paper, seen } from '../evidence.js';
import { musterstadtId } from './sheet.js';

/** Measures that went on elsewhere before the motion was declared settled. */
const goneOn = ['floodlights', 'stations', 'energy-checks'] as const;

/** The measures that the vote on the plan named at first; the brook was left out by mistake. */
const namedAtFirst = [
  'climate-staff',
  'climate-check',
  'heat-plan',
  'solar-schools',
  'streetlights',
  'town-hall',
  'heat-network',
  'geothermal',
  'bike-axis',
  'evening-bus',
  'carsharing',
  'bike-garage',
  'trees',
  'schoolyards',
  'fountains',
  'heat-action',
  'canteens',
  'procurement',
  'climate-report',
  'savings-fund',
  'energy-management',
  'balcony-solar',
  'renovation-advice',
  'sewage-plant',
  'solar-duty',
  'wind',
  'bike-racks',
  'city-fleet',
  'industrial-bus',
  'crossings',
  'car-free-day',
  'rain-storage',
  'flood-map',
  'forest',
  'bus-stop-roofs',
  'hedges',
  'second-hand',
  'evening-market',
  ...goneOn,
] as const;

const stillHere = namedAtFirst.filter((measure) => !goneOn.some((gone) => gone === measure));

const inPrinciple = (measures: readonly string[]) =>
  measures.map((measure) => ({
    measure: `@measure:${measure}`,
    effect: 'ADOPTS' as const,
    scope: 'IN_PRINCIPLE' as const,
  }));

const plan = { plan: '@plan:klimaplan', scope: 'IN_PRINCIPLE' } as const;

const planVote = story('decision:klimaplan', [
  {
    at: '2023-12-15T08:40:00.000Z',
    on: '2023-12-14',
    by: 'monitor',
    command: 'record-decision',
    name: 'plan-vote',
    data: {
      municipality: musterstadtId,
      organ: '@organ:stvv',
      outcome: 'ADOPTED',
      final: true,
      votes: { majority: 'MAJORITY', yes: 30, no: 6 },
      plan,
      effects: inPrinciple(namedAtFirst),
      text: {
        title: 'Klima-Aktionsplan: Grundsatzbeschluss „auf Verweis“',
        paper: 'AT-107',
        result: 'mehrheitlich „auf Verweis“ beschlossen, 30 dafür, 6 dagegen',
        note: 'Die Maßnahmen sind grundsätzlich beschlossen. Jede kommt einzeln wieder, sobald sie ausgearbeitet ist.',
        evidence: [
          paper('AT-107'),
          seen('other', 'Mitschrift der Klimagruppe von der Zuschauerbank'),
        ],
      },
    },
  },
  {
    at: '2024-01-23T18:20:00.000Z',
    on: '2023-12-14',
    by: 'monitor2',
    command: 'correct-entry',
    name: 'plan-vote-corrected',
    data: {
      entry: '@entry:plan-vote',
      replacement: {
        municipality: musterstadtId,
        organ: '@organ:stvv',
        outcome: 'ADOPTED',
        final: true,
        votes: { majority: 'MAJORITY', yes: 28, no: 6, abstain: 1 },
        plan,
        effects: inPrinciple([...namedAtFirst, 'brook']),
      },
      text: {
        reason:
          'Laut Niederschrift gehört auch der Lohbach dazu, und das Ergebnis lautet anders als von uns mitgeschrieben.',
        replacement: {
          title: 'Klima-Aktionsplan: Grundsatzbeschluss „auf Verweis“',
          paper: 'AT-107',
          result: '28 Ja, 6 Nein, 1 Enthaltung – „auf Verweis“ beschlossen',
          note: 'Grundsätzlich beschlossen sind 42 Maßnahmen. Tempo 30, Klimafonds, Turnhalle und Parkgebühren wurden vorher herausgenommen; fünf weitere brauchen keinen Beschluss oder kommen darin nicht vor.',
          evidence: [paper('AT-107'), minutes('stvv', 23, 7)],
        },
      },
    },
  },
]);

const buildings = story('decision:buildings', [
  {
    at: '2024-06-28T07:55:00.000Z',
    on: '2024-06-27',
    by: 'monitor',
    command: 'record-decision',
    data: {
      municipality: musterstadtId,
      organ: '@organ:stvv',
      outcome: 'ADOPTED_AMENDED',
      final: true,
      votes: { majority: 'MAJORITY', yes: 25, no: 9, abstain: 2 },
      effects: [
        { measure: '@measure:solar-schools', effect: 'ADOPTS', scope: 'FULL' },
        { measure: '@measure:town-hall', effect: 'ADOPTS', scope: 'FULL' },
        { measure: '@measure:geothermal', effect: 'MANDATES_REPORT', scope: 'PART' },
      ],
      text: {
        title: 'Gebäudepaket: Dächer, Verwaltungssitz und Bericht zur Erdwärme',
        paper: 'DS-148',
        result: 'in geänderter Fassung beschlossen mit 25 zu 9 bei 2 Enthaltungen',
        note: 'Geändert wurde die Reihenfolge: Zuerst kommen Dächer, die ohnehin saniert werden.',
        evidence: [paper('DS-148'), minutes('stvv', 27, 5)],
      },
    },
  },
]);

const budget = story('decision:budget', [
  {
    at: '2024-12-13T08:25:00.000Z',
    on: '2024-12-12',
    by: 'monitor2',
    command: 'record-decision',
    name: 'budget-vote',
    data: {
      municipality: musterstadtId,
      organ: '@organ:stvv',
      outcome: 'ADOPTED',
      final: true,
      votes: { majority: 'MAJORITY', yes: 22, no: 14 },
      effects: [
        { measure: '@measure:bike-axis', effect: 'FUNDS', scope: 'PART' },
        { measure: '@measure:trees', effect: 'FUNDS', scope: 'FULL' },
        { measure: '@measure:schoolyards', effect: 'FUNDS', scope: 'PART' },
        { measure: '@measure:fountains', effect: 'FUNDS', scope: 'FULL' },
      ],
      text: {
        title: 'Haushalt: Mittel für Radachse, Bäume, Schulhöfe und Trinkbrunnen',
        paper: 'DS-171',
        result: '22 Stimmen dafür, 14 dagegen',
        note: 'Für Bäume und Brunnen reicht das Geld ganz, für Radachse und Schulhöfe nur für den ersten Abschnitt.',
      },
    },
  },
  {
    at: '2025-01-20T19:05:00.000Z',
    on: '2025-01-20',
    by: 'monitor2',
    command: 'add-evidence',
    data: {
      entry: '@entry:budget-vote',
      text: {
        evidence: [
          {
            ...paper('DS-171', '84–91'),
            quote: 'Produkt 55, Stadtgrün: Ansatz für Baumpflanzungen',
          },
          minutes('stvv', 30, 3),
        ],
        note: 'Der genehmigte Haushalt ist jetzt öffentlich.',
      },
    },
  },
]);

const settled = story('decision:motion-settled', [
  {
    at: '2026-02-13T09:30:00.000Z',
    on: '2026-02-12',
    by: 'lead',
    command: 'record-decision',
    data: {
      municipality: musterstadtId,
      organ: '@organ:stvv',
      outcome: 'SETTLED',
      final: true,
      votes: { majority: 'MAJORITY', yes: 21, no: 13, abstain: 3 },
      effects: [...stillHere, 'brook'].map((measure) => ({
        measure: `@measure:${measure}`,
        effect: 'SETTLES' as const,
        scope: 'FULL' as const,
      })),
      text: {
        title: 'Antrag AT-107 „als erledigt“ erklärt',
        paper: 'DS-233',
        result: 'Antrag mit 21 zu 13 bei 3 Enthaltungen für erledigt erklärt',
        note: 'Erledigt ist damit der Antrag, nicht der Plan. Beschlüsse und Arbeiten laufen weiter; so steht es auch in der Begründung.',
        evidence: [
          { ...paper('DS-233', '2'), quote: 'Die begonnenen Maßnahmen werden fortgeführt.' },
          minutes('stvv', 38, 9),
          seen(
            'press',
            '„Kein Abschied vom Klimaplan“, Mainbogen-Anzeiger',
            'presse/kein-abschied',
          ),
        ],
      },
    },
  },
]);

/** The next budget: money for some, and one thing put off. */
const secondBudget = story('decision:budget-second', [
  {
    at: '2025-12-12T08:55:00.000Z',
    on: '2025-12-11',
    by: 'monitor2',
    command: 'record-decision',
    data: {
      municipality: musterstadtId,
      organ: '@organ:stvv',
      outcome: 'ADOPTED_PARTLY',
      final: true,
      votes: { majority: 'MAJORITY', yes: 20, no: 16, abstain: 1 },
      effects: [
        { measure: '@measure:forest', effect: 'FUNDS', scope: 'FULL' },
        { measure: '@measure:sewage-plant', effect: 'FUNDS', scope: 'PART' },
        { measure: '@measure:trees', effect: 'FUNDS', scope: 'PART' },
        { measure: '@measure:evening-bus', effect: 'DEFERS', scope: 'FULL' },
      ],
      text: {
        title: 'Haushaltsanträge zum Klimaplan',
        paper: 'AT-144',
        result: 'Punkte 1 bis 3 angenommen, Punkt 4 auf die nächsten Beratungen verschoben',
        note: 'Punkt 4 ist der Abendbus. Der Kreis will sich beteiligen, nennt aber noch keinen Betrag.',
        evidence: [paper('AT-144'), minutes('stvv', 37, 4)],
      },
    },
  },
]);

/** One report on many measures: noted, which changes nothing. */
const statusReport = story('decision:status-report', [
  {
    at: '2026-09-25T07:40:00.000Z',
    on: '2026-09-24',
    by: 'monitor',
    command: 'record-decision',
    data: {
      municipality: musterstadtId,
      organ: '@organ:stvv',
      outcome: 'NOTED',
      final: true,
      effects: [
        ...[
          'climate-check',
          'energy-management',
          'solar-schools',
          'town-hall',
          'renovation-advice',
        ],
        ...['bike-axis', 'city-fleet', 'bike-garage', 'trees', 'schoolyards', 'forest', 'brook'],
      ].map((measure) => ({
        measure: `@measure:${measure}`,
        effect: 'NOTES' as const,
        scope: 'FULL' as const,
      })),
      text: {
        title: 'Sachstand zu zwölf großen Maßnahmen',
        paper: 'DS-264',
        result: 'Bericht entgegengenommen, 25 Wortmeldungen',
        note: 'Zum Lohbach heißt es im Bericht nur, man sei „in guten Gesprächen“.',
        evidence: [paper('DS-264', '3–19'), minutes('stvv', 42, 6)],
      },
    },
  },
]);

/** Votes about several measures; the policy carries each effect into the measures named. */
export const decisionSteps: readonly ExampleStep[] = [
  ...planVote,
  ...buildings,
  ...budget,
  ...secondBudget,
  ...settled,
  ...statusReport,
];
