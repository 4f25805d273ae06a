import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Planned: a heat network that went from committee to committee before it was adopted. */
export const heatNetwork: readonly ExampleStep[] = [
  ...listed('18:08', {
    measure: 'heat-network',
    recorded: { origin: 'PLAN' },
    field: 'energy',
    number: 'B5',
    rank: 2500,
    described: {
      budget: { totalCents: 1_350_000_000 },
      savings: { kgCo2ePerYear: 2_100_000 },
      text: {
        title: 'Nahwärme für das Hafenviertel',
        teaser: 'Wärme aus dem Main für 420 Wohnungen und das Hallenbad.',
        description:
          'Eine Flusswärmepumpe am alten Kran speist ein Netz von zweieinhalb Kilometern. Ein Speicher gleicht kalte Tage aus, ein Gaskessel bleibt nur für den Notfall.',
        background:
          'Das Hafenviertel ist dicht bebaut; für einzelne Wärmepumpen fehlt vielerorts der Platz.',
      },
    },
  }),
  ...story('measure:heat-network', [
    {
      at: '2025-01-14T17:40:00.000Z',
      on: '2025-01-10',
      by: 'monitor',
      command: 'submit',
      data: {
        paperKind: 'ADMIN_PAPER',
        organ: '@organ:magistrat',
        text: {
          paper: 'DS-176',
          by: 'Stadtwerke über den Magistrat',
          note: 'Die Machbarkeitsstudie ist beigefügt.',
          evidence: [paper('DS-176')],
        },
      },
    },
    {
      at: '2025-02-05T08:00:00.000Z',
      on: '2025-02-04',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REFERRED',
        organ: '@organ:umwelt',
        referredTo: '@organ:finanzen',
        text: {
          paper: 'DS-176',
          result: 'an den Haupt- und Finanzausschuss überwiesen',
          note: 'Erst soll geklärt sein, wer für den Kredit bürgt.',
        },
      },
    },
    {
      at: '2025-03-13T08:15:00.000Z',
      on: '2025-03-12',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'REMITTED_TO_ADMIN',
        organ: '@organ:finanzen',
        text: {
          paper: 'DS-176',
          result: 'an den Magistrat zurückgegeben',
          note: 'Gefragt ist eine Rechnung mit höheren Zinsen.',
        },
      },
    },
    {
      at: '2025-06-18T16:45:00.000Z',
      on: '2025-06-18',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:finanzen',
        votes: { yes: 8, no: 3 },
        text: {
          paper: 'DS-176',
          result: 'nach Ergänzung empfohlen, 8 gegen 3',
          note: 'Auch mit zwei Prozentpunkten mehr Zins trägt sich das Netz.',
          evidence: [paper('DS-176-1')],
        },
      },
    },
    {
      at: '2025-06-27T07:35:00.000Z',
      on: '2025-06-26',
      by: 'monitor',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 24, no: 11 },
        text: {
          paper: 'DS-176',
          result: 'Bau des Netzes mit 24 zu 11 beschlossen',
          evidence: [minutes('stvv', 34, 6)],
        },
      },
    },
    {
      at: '2025-07-14T16:55:00.000Z',
      on: '2025-07-01',
      by: 'monitor',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'LEAD',
        organ: '@organ:stadtwerke',
        text: {
          name: 'Stadtwerke Musterstadt, Abteilung Wärme',
          explanation: 'Bauherrin des Netzes; die Stadt hält die Bürgschaft.',
        },
      },
    },
    {
      at: '2025-11-10T18:00:00.000Z',
      on: '2025-11-04',
      by: 'monitor',
      command: 'plan-implementation',
      data: {
        plannedStart: '2027-03',
        plannedEnd: '2029-10',
        budgetCents: 1_350_000_000,
        text: {
          note: 'Der Bauabschnitt am Kran kommt zuerst, danach Straße für Straße zum Hallenbad.',
        },
      },
    },
    {
      at: '2026-07-20T16:30:00.000Z',
      on: '2026-07-16',
      by: 'monitor2',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Die wasserrechtliche Erlaubnis ist beantragt, entschieden ist noch nichts.',
          evidence: [seen('conversation', 'Gespräch mit der Abteilung Wärme')],
        },
      },
    },
    {
      at: '2026-07-20T16:36:00.000Z',
      on: '2026-07-16',
      by: 'monitor2',
      command: 'describe-measure',
      data: {
        horizon: 'MEDIUM',
        duration: 'PROJECT',
        priority: 'HIGH',
        feasibility: 3,
        impact: 5,
        influence: ['SUPPLIES'],
        climateEffect: 'POSITIVE',
        effectFrom: '2029',
        budget: { totalCents: 1_350_000_000 },
        cost: {
          oneOffCents: 1_480_000_000,
          perYearCents: 39_000_000,
          staffHundredths: 250,
          asOf: '2026-04',
        },
        savings: {
          kgCo2ePerYear: 2_100_000,
          minKgCo2ePerYear: 1_700_000,
          maxKgCo2ePerYear: 2_300_000,
          quality: 'B',
        },
        text: {
          title: 'Nahwärme für das Hafenviertel',
          teaser: 'Der Main heizt 420 Wohnungen und das Hallenbad.',
          description:
            'Die Wärmepumpe steht im alten Kranhaus. Das Netz wird Straße für Straße verlegt, zugleich kommen neue Wasserrohre und Leerrohre in denselben Graben.',
          background:
            'Drei Viertel der Häuser heizen mit Gas, die Kessel sind im Schnitt neunzehn Jahre alt.',
          goal: 'Zur Inbetriebnahme sind sechs von zehn Häusern angeschlossen.',
          targetGroups: ['Wohnungsbaugesellschaft', 'Eigentümergemeinschaften', 'Bäderbetrieb'],
          steps: [
            { text: 'Machbarkeitsstudie', start: '2024-01', end: '2024-11', state: 'DONE' },
            { text: 'Erlaubnis der Wasserbehörde', start: '2026-02', state: 'RUNNING' },
            { text: 'Vorverträge mit Eigentümern', start: '2026-05', state: 'RUNNING' },
            { text: 'Bauabschnitt am Kran', start: '2027-03', end: '2028-02', state: 'OPEN' },
            {
              text: 'Bauabschnitt bis zum Hallenbad',
              start: '2028-03',
              end: '2029-10',
              state: 'OPEN',
            },
          ],
          indicators: [
            { name: 'Vorverträge', unit: 'Häuser', baseline: '0', target: '95' },
            { name: 'Anteil der Wärme aus dem Fluss', unit: '%', baseline: '0', target: '85' },
          ],
          costNote:
            'Seit dem Beschluss um knapp ein Zehntel gestiegen, vor allem durch die Preise im Tiefbau.',
          funding: [
            { source: 'Bundesförderung Wärmenetze', amountCents: 540_000_000, state: 'APPLIED' },
            { source: 'Eigenkapital der Stadtwerke', amountCents: 300_000_000, state: 'GRANTED' },
          ],
          savingsMethod:
            'Gasverbrauch des Viertels abzüglich Strom der Wärmepumpe, aus der Machbarkeitsstudie.',
          localValue:
            'Das Geld für Wärme fließt an die eigenen Stadtwerke statt an Gaslieferanten.',
          related: 'Wärmeplanung, Erdwärme für das Hallenbad',
          papers: [
            {
              number: 'DS-176',
              title: 'Bau eines Wärmenetzes im Hafenviertel',
              url: 'https://example.org/sitzungsdienst/ds-176',
            },
          ],
          classes: [
            { scheme: 'BISKO', code: 'PRIVATE_HAUSHALTE', label: 'Private Haushalte' },
            { scheme: 'European Energy Award', code: '3', label: 'Versorgung, Entsorgung' },
          ],
        },
      },
    },
    ...assessed(36, {
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Nach acht Monaten durch alle Ausschüsse, ohne verwässert zu werden.',
      },
      '2026-10': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Die Erlaubnis, dem Fluss Wärme zu entnehmen.',
      },
    }),
  ]),
];
