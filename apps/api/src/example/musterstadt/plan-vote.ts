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

/** The vote on the plan, noted from the gallery and corrected by the minutes. */
export const planVote = story('decision:klimaplan', [
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

/** The motion was declared settled; the measures were not. */
export const settled = story('decision:motion-settled', [
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
