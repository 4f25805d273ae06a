import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Adopted with changes, not begun. */
export const rainStorage: readonly ExampleStep[] = [
  ...listed('18:39', {
    measure: 'rain-storage',
    recorded: { origin: 'PLAN' },
    field: 'green',
    number: 'D6',
    rank: 4510,
    described: {
      horizon: 'MEDIUM',
      duration: 'PERMANENT',
      priority: 'HIGH',
      feasibility: 4,
      impact: 3,
      influence: ['REGULATES'],
      climateEffect: 'POSITIVE',
      notQuantified: ['GREENHOUSE_GAS', 'COST'],
      text: {
        title: 'Schwammstadt: Regen bleibt, wo er fällt',
        teaser: 'Zisternen, Mulden und Gründächer werden im Neubau zur Regel.',
        description:
          'Ein Baustein für Bebauungspläne legt fest, wie viel Wasser ein Grundstück selbst zurückhält. Für den Bestand gibt es eine Beratung und einen Nachlass auf die Gebühr.',
        planText:
          'Neue Baugebiete werden so geplant, dass bei Starkregen nichts in den Kanal läuft.',
        background:
          'Der Kanal in der Unterstadt ist für Regen gebaut, wie er früher alle zwanzig Jahre fiel.',
        goal: 'Kein neues Grundstück leitet mehr als ein Zehntel seines Regens ab.',
        targetGroups: ['Bauherren', 'Planungsbüros'],
        notQuantifiedReason: 'Es geht um Vorsorge; eingespart wird vor allem Schaden.',
        coBenefits: 'Weniger Gießwasser, kühlere Höfe, vollere Brunnen.',
        related: 'Lohbach, Schulhöfe, Starkregenkarte',
      },
    },
  }),
  ...story('measure:rain-storage', [
    {
      at: '2025-10-29T08:52:00.000Z',
      on: '2025-10-28',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED_AMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'MAJORITY', yes: 10, no: 1 },
        text: {
          paper: 'DS-209',
          result: 'mit Ausnahme für Grundstücke unter 300 Quadratmetern empfohlen',
          evidence: [minutes('umwelt', 31, 8)],
        },
      },
    },
    {
      at: '2025-10-31T08:15:00.000Z',
      on: '2025-10-30',
      by: 'monitor',
      command: 'decide',
      data: {
        ...adopts,
        outcome: 'ADOPTED_AMENDED',
        votes: { majority: 'MAJORITY', yes: 31, no: 4, abstain: 1 },
        text: {
          paper: 'DS-209',
          result: 'geändert angenommen, 31 – 4 – 1',
          evidence: [paper('DS-209'), minutes('stvv', 36, 7)],
        },
      },
    },
    {
      at: '2026-07-27T16:25:00.000Z',
      on: '2026-07-23',
      by: 'monitor',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Der nächste Bebauungsplan mit dem neuen Baustein soll „Am Ziegelhof“ werden; ausgelegt ist er nicht.',
        },
      },
    },
    ...assessed(21, {
      '2026-04': {
        rating: 'LIGHT_GREY',
        note: 'Beschlossen, aber noch an keinem Grundstück zu sehen. Wir bewerten, sobald gebaut wird.',
      },
    }),
  ]),
];
