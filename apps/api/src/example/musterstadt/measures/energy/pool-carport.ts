import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Done on time: from the idea to the last module in fifteen months. */
export const poolCarport: readonly ExampleStep[] = [
  ...sheet({
    measure: 'pool-carport',
    at: '2025-02-24T17:40:00.000Z',
    published: '2025-02-24T18:10:00.000Z',
    recorded: { origin: 'FUNDING_PROGRAMME' },
    field: 'energy',
    rank: 2970,
    described: {
      horizon: 'SHORT',
      duration: 'PROJECT',
      priority: 'MEDIUM',
      feasibility: 5,
      impact: 3,
      influence: ['SUPPLIES'],
      climateEffect: 'POSITIVE',
      effectFrom: '2026-05',
      budget: { totalCents: 64_000_000 },
      cost: { oneOffCents: 64_000_000, perYearCents: 600_000, asOf: '2025-02' },
      savings: {
        kgCo2ePerYear: 128_000,
        kwhPerYear: 340_000,
        centsPerYear: 7_100_000,
        quality: 'B',
      },
      text: {
        title: 'Solardach über dem Parkplatz am Hallenbad',
        teaser: 'Schatten für 90 Autos, Strom für die Pumpen des Bades.',
        description:
          'Stahlträger in Reihen, darüber Module, darunter Fundamente aus Schraubpfählen, damit kein Beton in den Boden muss.',
        initiator: 'Bäderbetrieb der Stadtwerke',
        steps: [
          {
            text: 'Statik und Netzanschluss prüfen',
            start: '2025-04',
            end: '2025-08',
            state: 'DONE',
          },
          { text: 'Träger stellen', start: '2025-10', end: '2025-12', state: 'DONE' },
          {
            text: 'Module montieren und anschließen',
            start: '2026-02',
            end: '2026-05',
            state: 'DONE',
          },
        ],
        funding: [
          { source: 'Landesprogramm Parkplatzdächer', amountCents: 25_600_000, state: 'GRANTED' },
        ],
        savingsMethod:
          'Ertragsrechnung für die Ausrichtung des Platzes; neun Zehntel nutzt das Bad selbst.',
        examples: 'Ähnliche Dächer stehen über den Parkplätzen zweier Möbelhäuser im Nachbarkreis.',
      },
    },
  }),
  ...story('measure:pool-carport', [
    {
      at: '2025-03-28T08:18:00.000Z',
      on: '2025-03-27',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'UNANIMOUS', yes: 36, no: 0 },
        text: {
          paper: 'DS-184',
          result: 'einstimmig, 36 dafür',
          note: 'Die Frist des Förderprogramms ließ keine Runde durch die Ausschüsse zu.',
          evidence: [paper('DS-184'), minutes('stvv', 32, 16)],
        },
      },
    },
    {
      at: '2025-04-14T16:48:00.000Z',
      on: '2025-04',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2025-10',
        plannedEnd: '2026-05',
        budgetCents: 64_000_000,
        text: { note: 'Gebaut wird, während das Bad Betriebsferien hat.' },
      },
    },
    {
      at: '2025-10-13T17:10:00.000Z',
      on: '2025-10-06',
      by: 'monitor2',
      command: 'start-implementation',
      data: { duration: 'PROJECT', text: { note: 'Die ersten zwanzig Schraubpfähle sitzen.' } },
    },
    {
      at: '2026-02-16T17:35:00.000Z',
      on: '2026-02-13',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 60,
        text: {
          note: 'Alle Träger stehen. Ein Sturm hat nichts verbogen.',
          evidence: [seen('photo', 'Träger vor dem Bad', 'fotos/traeger-bad')],
        },
      },
    },
    {
      at: '2026-05-18T16:35:00.000Z',
      on: '2026-05-09',
      by: 'monitor2',
      command: 'complete-implementation',
      data: {
        text: {
          note: 'Am Netz, elf Tage vor dem geplanten Ende und 38.000 Euro unter dem Ansatz.',
          evidence: [
            seen('press', '„Parken im Schatten“, Mainbogen-Anzeiger', 'presse/parken-im-schatten'),
          ],
        },
      },
    },
    ...assessed(13, {
      '2025-10': { rating: 'GREEN', achieved: 'Vom Antrag bis zur Baustelle in sieben Monaten.' },
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Ein Lehrstück, wie es gehen kann, wenn Geld und Zuständigkeit geklärt sind.',
        missing: 'Der nächste Parkplatz. Am Bahnhof stehen 140 Autos in der Sonne.',
      },
    }),
  ]),
];
