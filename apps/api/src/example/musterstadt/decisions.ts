import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { minutes, paper } from '../evidence.js';
import { planVote, settled } from './plan-vote.js';
import { musterstadtId } from './sheet.js';

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
