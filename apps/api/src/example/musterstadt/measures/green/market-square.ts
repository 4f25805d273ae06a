import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { sheet } from '../../sheet.js';

/** Under consultation: every committee has something to say about the market square. */
export const marketSquare: readonly ExampleStep[] = [
  ...sheet({
    measure: 'market-square',
    at: '2025-09-29T18:20:00.000Z',
    published: '2025-10-01T16:44:00.000Z',
    recorded: { origin: 'MAGISTRAT' },
    field: 'green',
    edition: 'second',
    number: 'D11',
    rank: 4540,
    described: {
      horizon: 'MEDIUM',
      duration: 'PROJECT',
      priority: 'HIGH',
      cost: { oneOffCents: 380_000_000, perYearCents: 5_500_000, asOf: '2025-07' },
      text: {
        title: 'Marktplatz kühlen: Bäume, Wasser, helles Pflaster',
        teaser: 'Der heißeste Platz der Stadt soll der schönste werden.',
        description:
          'Zwei Reihen Bäume in einem gemeinsamen Wurzelraum, ein Wasserspiel ohne Becken, helles Pflaster mit breiten Fugen. Die Marktstände behalten ihre Anschlüsse.',
        initiator: 'Stadtplanung',
        funding: [
          { source: 'Städtebauförderung', amountCents: 250_000_000, state: 'APPLIED' },
          { source: 'Stiftung der Kreissparkasse', state: 'OPEN' },
        ],
        planAssessment: 'Gut gedacht, aber ohne einen Satz dazu, wer das Wasserspiel pflegt.',
      },
    },
  }),
  ...story('measure:market-square', [
    {
      at: '2025-12-10T08:14:00.000Z',
      on: '2025-12-09',
      by: 'monitor',
      command: 'submit',
      data: {
        paperKind: 'ADMIN_PAPER',
        organ: '@organ:umwelt',
        text: {
          paper: 'DS-217',
          by: 'Stadtplanung über den Magistrat',
          evidence: [paper('DS-217')],
        },
      },
    },
    {
      at: '2026-02-04T09:18:00.000Z',
      on: '2026-02-03',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REFERRED',
        organ: '@organ:umwelt',
        referredTo: '@organ:klimabeirat',
        text: {
          paper: 'DS-217',
          result: 'dem Klimabeirat vorgelegt',
          evidence: [minutes('umwelt', 33, 14)],
        },
      },
    },
    {
      at: '2026-03-16T18:22:00.000Z',
      on: '2026-03-11',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'PRELIMINARY_ADVICE',
        organ: '@organ:klimabeirat',
        text: {
          paper: 'DS-217',
          result: 'einstimmiges Votum für die Variante mit mehr Bäumen',
          note: 'Es war die vorletzte Sitzung des Klimabeirats.',
        },
      },
    },
    {
      at: '2026-09-16T08:12:00.000Z',
      on: '2026-09-15',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:umwelt',
        votes: { majority: 'MAJORITY', yes: 7, no: 4 },
        text: {
          paper: 'DS-217',
          result: '7 zu 4 für die Variante mit zwei Baumreihen',
          evidence: [minutes('umwelt', 36, 6)],
        },
      },
    },
    {
      at: '2026-10-29T08:10:00.000Z',
      on: '2026-10-28',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'NO_DECISION',
        organ: '@organ:finanzen',
        text: {
          paper: 'DS-217',
          result: 'ohne Empfehlung an die Stadtverordnetenversammlung weitergeleitet',
          note: 'Der Bescheid der Städtebauförderung wird noch in diesem Jahr erwartet.',
          evidence: [
            minutes('finanzen', 50, 5),
            seen('press', '„Platz da für Bäume?“, Mainbogen-Anzeiger', 'presse/platz-da'),
          ],
        },
      },
    },
    {
      at: '2026-10-29T08:04:00.000Z',
      on: '2026-10-28',
      by: 'monitor',
      command: 'submit',
      data: {
        paperKind: 'SUPPLEMENT',
        organ: '@organ:finanzen',
        text: {
          paper: 'DS-217-1',
          by: 'Stadtplanung',
          note: 'Tischvorlage mit neuen Unterhaltskosten, verteilt zehn Minuten vor Beginn.',
        },
      },
    },
    ...assessed(24, {
      '2026-04': {
        rating: 'YELLOW',
        achieved: 'Ein Entwurf mit Modell, an dem man Schatten schieben konnte.',
      },
      '2026-10': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Der Mut, über die Stellplätze vor der Sparkasse zu reden.',
      },
    }),
  ]),
];
