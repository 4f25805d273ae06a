import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Planned: adopted, and its start moved twice because the budget was approved late. */
export const savingsFund: readonly ExampleStep[] = [
  ...listed('18:25', {
    measure: 'savings-fund',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'overall',
    number: 'A5',
    rank: 6500,
    described: {
      text: {
        title: 'Eingesparte Energiekosten wieder in Klimaschutz stecken',
        teaser: 'Ein Topf, der sich selbst füllt.',
        description:
          'Was ein Umbau an Strom und Wärme spart, fließt fünf Jahre lang in eine Rücklage, aus der die nächsten Umbauten bezahlt werden. So müssen kleine Vorhaben nicht jedes Mal auf den Haushalt warten.',
      },
    },
  }),
  ...story('measure:savings-fund', [
    {
      at: '2025-02-06T08:05:00.000Z',
      on: '2025-02-05',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:finanzen',
        votes: { majority: 'MAJORITY', yes: 8, no: 1, abstain: 2 },
        text: {
          paper: 'DS-181',
          result: 'Einrichtung empfohlen, acht zu eins bei zwei Enthaltungen',
          note: 'Die Kämmerei rechnet vor, dass der Topf nach drei Jahren ohne neues Geld auskommt.',
          evidence: [minutes('finanzen', 39, 4)],
        },
      },
    },
    {
      at: '2025-03-28T08:12:00.000Z',
      on: '2025-03-27',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 24, no: 9, abstain: 3 },
        text: {
          paper: 'DS-181',
          result: 'Klimarücklage eingerichtet mit 24 zu 9, drei Enthaltungen',
          evidence: [paper('DS-181'), minutes('stvv', 32, 4)],
        },
      },
    },
    {
      at: '2025-05-19T16:20:00.000Z',
      on: '2025-05',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2026-01',
        budgetCents: 30_000_000,
        text: { note: 'Als Grundstock sind 300.000 Euro vorgesehen.' },
      },
    },
    {
      at: '2025-12-01T17:40:00.000Z',
      on: '2025-11-27',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedStart: '2026-07',
        text: {
          note: 'Der Haushalt wird ein halbes Jahr später genehmigt als gedacht; vorher darf kein Grundstock gebildet werden.',
          evidence: [seen('conversation', 'Auskunft der Kämmerei am Rande des Ausschusses')],
        },
      },
    },
    {
      at: '2026-06-18T08:20:00.000Z',
      on: '2026-06-17',
      by: 'monitor2',
      command: 'reschedule',
      data: {
        plannedStart: '2027-01',
        text: {
          note: 'Die Kommunalaufsicht verlangt, dass der Topf im nächsten Haushalt als eigene Zeile erscheint.',
          evidence: [minutes('finanzen', 48, 7)],
        },
      },
    },
    {
      at: '2026-06-25T16:05:00.000Z',
      on: '2026-06-25',
      by: 'administration',
      command: 'describe-measure',
      data: {
        horizon: 'SHORT',
        duration: 'PERMANENT',
        priority: 'HIGH',
        feasibility: 4,
        impact: 3,
        influence: ['CONSUMES'],
        climateEffect: 'POSITIVE',
        effectFrom: '2027-07',
        cost: { oneOffCents: 30_000_000, staffHundredths: 10, asOf: '2026-06' },
        savings: { centsPerYear: 4_500_000, quality: 'D' },
        notQuantified: ['GREENHOUSE_GAS', 'ENERGY'],
        text: {
          title: 'Eingesparte Energiekosten wieder in Klimaschutz stecken',
          teaser: 'Was Dämmung und neue Pumpen sparen, zahlt den nächsten Umbau.',
          description:
            'Die Gebäudewirtschaft meldet nach jedem Umbau die gesparten Kosten. Sie gehen fünf Jahre lang in die Klimarücklage; über Vorhaben bis 50.000 Euro entscheidet die Stabsstelle mit der Kämmerei.',
          goal: 'Jährlich mindestens sechs kleine Umbauten ohne eigenen Haushaltsposten.',
          initiator: 'Kämmerei',
          targetGroups: ['Fachdienste der Stadt', 'Hausmeister'],
          steps: [
            { text: 'Regeln mit der Kommunalaufsicht klären', end: '2026-09', state: 'RUNNING' },
            { text: 'Zeile im Haushalt anlegen', end: '2026-12', state: 'OPEN' },
            { text: 'Erste Umbauten aus dem Topf bezahlen', start: '2027-03', state: 'OPEN' },
          ],
          period: 'dauerhaft, Überprüfung nach fünf Jahren',
          indicators: [
            { name: 'Umbauten aus der Rücklage', unit: 'je Jahr', baseline: '0', target: '6' },
          ],
          costNote: 'Der Grundstock wird nicht verbraucht, nur vorgeschossen.',
          funding: [{ source: 'Eigenmittel, Produkt 16', amountCents: 30_000_000, state: 'OPEN' }],
          savingsMethod: 'Grob geschätzt aus drei Umbauten der letzten Zeit.',
          notQuantifiedReason:
            'Was gespart wird, hängt davon ab, welche Umbauten aus dem Topf bezahlt werden; eine Zahl wäre geraten.',
          related: 'Energiemanagement, Rathaus, Solarstrom auf Schuldächern',
        },
      },
    },
    ...assessed(2, {
      '2025-10': {
        rating: 'YELLOW',
        achieved: 'Klug gebaut und beschlossen.',
        missing: 'Der Grundstock.',
      },
      '2026-10': {
        rating: 'RED',
        factChecked: true,
        achieved: 'Die Regeln stehen auf einer Seite und sind verständlich.',
        missing: 'Ein Beginn, der nicht noch einmal rutscht.',
      },
    }),
  ]),
];
