import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** A standing task whose savings were first estimated, later measured. */
export const energyManagement: readonly ExampleStep[] = [
  ...listed('18:27', {
    measure: 'energy-management',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'energy',
    number: 'B9',
    rank: 2900,
    described: {
      horizon: 'SHORT',
      duration: 'PERMANENT',
      priority: 'HIGH',
      influence: ['CONSUMES'],
      climateEffect: 'POSITIVE',
      cost: { perYearCents: 7_800_000, staffHundredths: 100 },
      savings: {
        minKgCo2ePerYear: 60_000,
        maxKgCo2ePerYear: 140_000,
        kwhPerYear: 400_000,
        quality: 'C',
      },
      text: {
        title: 'Energiemanagement für alle städtischen Gebäude',
        teaser: 'Zähler ablesen, Ausreißer finden, Heizungen richtig einstellen.',
        description:
          'Eine Fachkraft liest alle Zähler monatlich ab, vergleicht Gebäude miteinander und stellt mit den Hausmeistern Heizkurven, Lüftung und Nachtabsenkung ein.',
        background: 'Bisher wurde abgelesen, wenn die Rechnung kam – einmal im Jahr.',
        savingsMethod: 'Erfahrungswert: zehn bis zwanzig Prozent ohne größere Umbauten.',
      },
    },
  }),
  ...story('measure:energy-management', [
    {
      at: '2024-09-11T08:22:00.000Z',
      on: '2024-09-11',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:finanzen',
        votes: { majority: 'UNANIMOUS', yes: 11, no: 0 },
        text: {
          paper: 'DS-154',
          result: 'einhellig empfohlen',
          evidence: [minutes('finanzen', 36, 3)],
        },
      },
    },
    {
      at: '2024-09-20T07:44:00.000Z',
      on: '2024-09-19',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 33, no: 2, abstain: 1 },
        text: {
          paper: 'DS-154',
          result: 'mit großer Mehrheit beschlossen: 33, 2, 1',
          evidence: [paper('DS-154'), minutes('stvv', 28, 9)],
        },
      },
    },
    {
      at: '2025-01-13T17:36:00.000Z',
      on: '2025-01-02',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Ein Energiemanager hat angefangen; sein erster Weg führte in 34 Heizungskeller.',
        },
      },
    },
    {
      at: '2025-01-13T17:42:00.000Z',
      on: '2025-01-02',
      by: 'monitor2',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'LEAD',
        text: {
          name: 'Eigenbetrieb Gebäudewirtschaft',
          explanation: 'Stellt Personal und Messtechnik.',
        },
      },
    },
    {
      at: '2025-10-09T07:40:00.000Z',
      on: '2025-09-30',
      by: 'administration',
      command: 'report-progress',
      data: {
        text: {
          note: 'In neun Monaten 270.000 Kilowattstunden Wärme weniger. Größter Fund: Die Lüftung der Stadthalle lief auch nachts.',
        },
      },
    },
    {
      at: '2026-03-17T08:30:00.000Z',
      on: '2026-03-10',
      by: 'administration',
      command: 'describe-measure',
      data: {
        horizon: 'SHORT',
        duration: 'PERMANENT',
        priority: 'HIGH',
        feasibility: 5,
        impact: 4,
        influence: ['CONSUMES'],
        climateEffect: 'POSITIVE',
        effectFrom: '2025-02',
        cost: {
          oneOffCents: 5_400_000,
          perYearCents: 7_900_000,
          staffHundredths: 100,
          asOf: '2026-01',
        },
        savings: {
          kgCo2ePerYear: 92_000,
          kwhPerYear: 412_000,
          centsPerYear: 6_120_000,
          quality: 'A',
        },
        text: {
          title: 'Energiemanagement für alle städtischen Gebäude',
          teaser: 'Wer misst, findet. Und wer findet, spart.',
          description:
            '58 Zähler melden inzwischen stündlich. Weicht ein Gebäude von seinem üblichen Verlauf ab, bekommt der Hausmeister eine Nachricht.',
          goal: 'Zwanzig Prozent weniger Wärme je Quadratmeter, verglichen mit dem Jahr vor dem Beginn.',
          targetGroups: ['Hausmeisterei', 'Alle, die städtische Gebäude nutzen'],
          steps: [
            { text: 'Fachkraft einstellen', start: '2024-10', end: '2025-01', state: 'DONE' },
            {
              text: 'Zähler mit Fernauslesung nachrüsten',
              start: '2025-03',
              end: '2026-02',
              state: 'DONE',
            },
            { text: 'Hausmeister schulen', start: '2025-09', end: '2026-12', state: 'RUNNING' },
            { text: 'Sporthallen in die Auswertung aufnehmen', start: '2026-10', state: 'OPEN' },
          ],
          indicators: [
            { name: 'Wärme je Fläche', unit: 'kWh/m²', baseline: '148', target: '118' },
            { name: 'Gebäude mit stündlichen Werten', unit: 'Anzahl', baseline: '0', target: '41' },
          ],
          funding: [
            {
              source: 'Bundesförderung Energiemanagement',
              amountCents: 16_800_000,
              state: 'GRANTED',
            },
          ],
          savingsMethod:
            'Gemessen: witterungsbereinigter Verbrauch der ersten zwölf Monate gegen den Mittelwert der drei Jahre davor.',
          coBenefits: 'Weniger Klagen über kalte Klassenräume, weil Störungen sofort auffallen.',
          papers: [
            {
              number: 'DS-154',
              title: 'Einführung eines Energiemanagements',
              url: 'https://example.org/sitzungsdienst/ds-154',
            },
          ],
          classes: [
            { scheme: 'BISKO', code: 'KOMMUNALE_EINRICHTUNGEN', label: 'Kommunale Einrichtungen' },
            { scheme: 'European Energy Award', code: '2', label: 'Kommunale Gebäude und Anlagen' },
          ],
        },
      },
    },
    {
      at: '2026-09-14T07:50:00.000Z',
      on: '2026-09-08',
      by: 'administration',
      command: 'report-progress',
      data: {
        text: {
          note: '39 von 41 Gebäuden werden stündlich ausgewertet; es fehlen die beiden Sporthallen am Weiher.',
          evidence: [minutes('umwelt', 36, 8)],
        },
      },
    },
    ...assessed(6, {
      '2025-04': {
        rating: 'YELLOW',
        achieved: 'Der Richtige am richtigen Platz.',
        missing: 'Messgeräte; noch wird mit Zettel und Stift abgelesen.',
      },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Einsparungen, die jeden Monat veröffentlicht werden.',
      },
      '2026-04': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Aus der Schätzung ist eine gemessene Zahl geworden.',
        missing: 'Eine zweite Kraft, damit auch die angemieteten Häuser dazukommen.',
      },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Das stille Vorzeigestück des Plans.',
        evidence: [seen('site-visit', 'Kellerführung mit dem Energiemanager')],
      },
    }),
  ]),
];
