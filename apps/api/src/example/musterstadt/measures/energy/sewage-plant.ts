import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';
import { adopts } from '../../votes.js';

/** Late: two delays were reported, each with a reason of its own. */
export const sewagePlant: readonly ExampleStep[] = [
  ...listed('18:30', {
    measure: 'sewage-plant',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'energy',
    number: 'B12',
    rank: 2930,
    described: {
      horizon: 'MEDIUM',
      duration: 'PROJECT',
      priority: 'MEDIUM',
      influence: ['SUPPLIES', 'CONSUMES'],
      climateEffect: 'POSITIVE',
      cost: { oneOffCents: 290_000_000, asOf: '2023' },
      savings: {
        kgCo2ePerYear: 420_000,
        minKgCo2ePerYear: 360_000,
        maxKgCo2ePerYear: 480_000,
        kwhPerYear: 1_150_000,
        centsPerYear: 21_000_000,
        quality: 'B',
      },
      text: {
        title: 'Kläranlage mit Strom aus Faulgas betreiben',
        teaser: 'Was heute abgefackelt wird, soll die Pumpen antreiben.',
        description:
          'Zwei neue Blockheizkraftwerke verwerten das Faulgas, feinblasige Belüfter senken den Bedarf. Zusammen mit Modulen auf den Becken deckt die Anlage neun Zehntel ihres Stroms selbst.',
        background: 'Die Kläranlage ist mit Abstand der größte Stromverbraucher der Stadt.',
        steps: [
          { text: 'Belüfter tauschen', start: '2025-06', end: '2026-01', state: 'DONE' },
          {
            text: 'Blockheizkraftwerke liefern und aufstellen',
            start: '2026-03',
            end: '2027-08',
            state: 'RUNNING',
          },
          { text: 'Module auf dem Nachklärbecken', start: '2027-06', state: 'OPEN' },
        ],
        funding: [
          { source: 'Landesförderung Abwasser', amountCents: 87_000_000, state: 'GRANTED' },
          { source: 'Bundesprogramm Klimaschutz in der Abwasserbehandlung', state: 'REFUSED' },
        ],
        costNote: 'Ohne die Erneuerung der Schaltanlage, die ohnehin fällig ist.',
        savingsMethod:
          'Energieanalyse eines Ingenieurbüros nach dem Regelwerk der Abwasserverbände.',
        classes: [
          { scheme: 'BISKO', code: 'KOMMUNALE_EINRICHTUNGEN', label: 'Kommunale Einrichtungen' },
        ],
      },
    },
  }),
  ...story('measure:sewage-plant', [
    {
      at: '2025-02-14T08:30:00.000Z',
      on: '2025-02-13',
      by: 'monitor2',
      command: 'decide',
      data: {
        ...adopts,
        votes: { majority: 'MAJORITY', yes: 30, no: 5 },
        text: {
          paper: 'DS-178',
          result: 'Umbau beschlossen, 30 zu 5',
          evidence: [paper('DS-178'), minutes('stvv', 31, 7)],
        },
      },
    },
    {
      at: '2025-03-17T17:20:00.000Z',
      on: '2025-03-12',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2025-06',
        plannedEnd: '2026-09',
        budgetCents: 290_000_000,
        text: { note: 'Umgebaut wird im laufenden Betrieb, ein Becken nach dem anderen.' },
      },
    },
    {
      at: '2025-06-16T16:35:00.000Z',
      on: '2025-06-10',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Becken 2 ist leer gepumpt, die alten Belüfter werden ausgebaut.',
          evidence: [seen('site-visit', 'Rundgang auf der Kläranlage, Gummistiefel Pflicht')],
        },
      },
    },
    {
      at: '2026-02-04T08:52:00.000Z',
      on: '2026-02-03',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'PROCUREMENT',
        newEnd: '2027-03',
        text: {
          note: 'Die Blockheizkraftwerke haben vierzehn Monate Lieferzeit statt acht.',
          evidence: [minutes('umwelt', 33, 11)],
        },
      },
    },
    {
      at: '2026-04-13T16:44:00.000Z',
      on: '2026-04-09',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 40,
        text: {
          note: 'Alle Becken haben neue Belüfter, der Verbrauch sinkt bereits um ein Fünftel.',
        },
      },
    },
    {
      at: '2026-09-16T08:05:00.000Z',
      on: '2026-09-15',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'FUNDING',
        newEnd: '2027-12',
        text: {
          note: 'Der Bund hat den Zuschuss abgelehnt, 650.000 Euro müssen in den Nachtrag zum Haushalt.',
          evidence: [paper('DS-263'), minutes('umwelt', 36, 4)],
        },
      },
    },
    ...assessed(9, {
      '2025-10': { rating: 'GREEN', factChecked: true, achieved: 'Im Plan und gut erklärt.' },
      '2026-04': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Die halbe Ersparnis ist schon da, ehe der große Teil geliefert ist.',
        missing: 'Eine Absicherung, falls der Bund nicht zahlt.',
      },
      '2026-10': { rating: 'RED', missing: 'Das Geld für die zweite Hälfte.' },
    }),
  ]),
];
