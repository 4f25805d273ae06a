import { minutes, paper, seen } from '../evidence.js';
import { type ExampleStep, story } from '../example-step.js';
import { sheet } from './sheet.js';

/** Taken into the lighting of the streets when the plan was continued. */
const floodlights: readonly ExampleStep[] = sheet({
  measure: 'floodlights',
  at: '2023-11-14T18:40:10.000Z',
  published: '2023-11-20T18:40:10.000Z',
  recorded: { origin: 'PLAN' },
  field: 'energy',
  edition: 'first',
  number: 'B7',
  rank: 2700,
  described: {
    horizon: 'SHORT',
    priority: 'MEDIUM',
    cost: { oneOffCents: 18_500_000 },
    savings: { kwhPerYear: 64_000, quality: 'B' },
    text: {
      title: 'Flutlicht der Sportplätze erneuern',
      teaser: 'Vier Plätze leuchten noch mit Halogen.',
      description:
        'Die Masten bleiben stehen, die Strahler werden getauscht und lassen sich für das Training dimmen.',
      targetGroups: ['Sportvereine', 'Nachbarschaft der Plätze'],
      savingsMethod: 'Brennstunden des Sportamts mal Leistung alter und neuer Strahler.',
    },
  },
});

/** One measure that grew too large, and the two it became. */
const stations: readonly ExampleStep[] = [
  ...sheet({
    measure: 'stations',
    at: '2023-11-14T18:41:10.000Z',
    published: '2023-11-20T18:41:10.000Z',
    recorded: { origin: 'PLAN' },
    field: 'mobility',
    edition: 'first',
    number: 'C6',
    rank: 3600,
    described: {
      text: {
        title: 'Umsteigepunkte für Rad, Bus und geteilte Autos',
        teaser: 'Alles an einem Ort, überdacht und beleuchtet.',
        description: 'Je ein Punkt am Bahnhof und in Niederau, mit Anzeige der nächsten Abfahrten.',
      },
    },
  }),
  ...sheet({
    measure: 'station-centre',
    at: '2025-09-29T18:00:00.000Z',
    published: '2025-10-01T16:34:00.000Z',
    recorded: { origin: 'PLAN' },
    field: 'mobility',
    edition: 'second',
    number: 'C6a',
    rank: 3610,
    described: {
      text: {
        title: 'Umsteigepunkt am Bahnhof',
        description: 'Der Vorplatz wird geordnet; Bus und Rad bekommen ein gemeinsames Dach.',
        steps: [
          { text: 'Entwurf mit der Bahn abstimmen', state: 'DONE' },
          { text: 'Ausschreibung', state: 'RUNNING' },
          { text: 'Bau', state: 'OPEN' },
        ],
        funding: [
          { source: 'Landesprogramm Nahmobilität', amountCents: 42_000_000, state: 'APPLIED' },
        ],
      },
    },
  }),
  ...sheet({
    measure: 'station-niederau',
    at: '2025-09-29T18:01:00.000Z',
    published: '2025-10-01T16:35:00.000Z',
    recorded: { origin: 'ORTSBEIRAT' },
    field: 'mobility',
    edition: 'second',
    number: 'C6b',
    rank: 3620,
    described: {
      notQuantified: ['COST', 'GREENHOUSE_GAS'],
      text: {
        title: 'Umsteigepunkt in Niederau',
        description: 'Neben der Haltestelle am Dorfplatz, mit acht Bügeln und zwei Stellplätzen.',
        notQuantifiedReason: 'Der Standort steht noch nicht fest.',
      },
    },
  }),
];

/** Superseded: the advice to businesses took its place. */
const energyChecks: readonly ExampleStep[] = sheet({
  measure: 'energy-checks',
  at: '2023-11-14T18:42:10.000Z',
  published: '2023-11-20T18:42:10.000Z',
  recorded: { origin: 'ADMINISTRATION' },
  field: 'consumption',
  edition: 'first',
  number: 'E6',
  rank: 5600,
  described: {
    text: {
      title: 'Energiechecks im Gewerbegebiet Süd',
      description:
        'Ein Rundgang mit Wärmebildkamera durch zehn Hallen, die sich freiwillig melden.',
    },
  },
});

/** Rejected, and taken up again with a new motion. */
const solarDuty: readonly ExampleStep[] = [
  ...sheet({
    measure: 'solar-duty',
    at: '2023-11-14T18:43:10.000Z',
    published: '2023-11-20T18:43:10.000Z',
    recorded: { origin: 'FACTION' },
    field: 'energy',
    edition: 'first',
    number: 'B8',
    rank: 2800,
    described: {
      influence: ['REGULATES'],
      climateEffect: 'POSITIVE',
      text: {
        title: 'Solardächer bei jedem Neubau',
        description:
          'Bebauungspläne sollen Module auf Neubauten festsetzen, wo es das Recht erlaubt.',
        classes: [{ scheme: 'BISKO', code: 'PRIVATE_HOUSEHOLDS', label: 'Private Haushalte' }],
      },
    },
  }),
  ...story('measure:solar-duty', [
    {
      at: '2024-03-15T08:10:00.000Z',
      on: '2024-03-14',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'REJECTS',
        scope: 'FULL',
        outcome: 'REJECTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 16, no: 19 },
        text: {
          paper: 'AT-121',
          result: 'mit 19 gegen 16 Stimmen abgelehnt',
          evidence: [minutes('stvv', 24, 11)],
        },
      },
    },
    {
      at: '2024-05-02T17:00:00.000Z',
      on: '2024-05-02',
      by: 'lead',
      command: 'assign-responsible-body',
      name: 'solar-duty-partner',
      data: {
        responsibility: 'PARTNER',
        text: { name: 'Energiegenossenschaft Untermain', explanation: 'Rechnet Musterdächer vor.' },
      },
    },
    {
      at: '2025-10-17T15:40:00.000Z',
      on: '2025-10-16',
      by: 'monitor2',
      command: 'revive',
      data: {
        as: 'SUBMITTED',
        paperKind: 'MOTION',
        organ: '@organ:stvv',
        text: {
          paper: 'AT-188',
          by: 'Zwei Fraktionen gemeinsam',
          note: 'Neuer Anlauf, diesmal beschränkt auf Gewerbebauten.',
          evidence: [paper('AT-188')],
        },
      },
    },
    {
      at: '2026-04-14T16:20:00.000Z',
      on: '2026-04-01',
      by: 'lead',
      command: 'release-responsible-body',
      data: {
        assignment: '@entry:solar-duty-partner',
        text: { note: 'Die Genossenschaft konzentriert sich auf die Schuldächer.' },
      },
    },
  ]),
];

/** Quietly dropped: no vote, no word, only missing in the second edition. */
const carFreeDay: readonly ExampleStep[] = [
  ...sheet({
    measure: 'car-free-day',
    at: '2023-11-14T18:44:10.000Z',
    published: '2023-11-20T18:44:10.000Z',
    recorded: { origin: 'CITIZENS_GROUP' },
    field: 'mobility',
    edition: 'first',
    number: 'C7',
    rank: 3700,
    described: {
      text: {
        title: 'Autofreier Aktionstag in der Innenstadt',
        description: 'Einmal im Jahr gehört der Ring den Menschen zu Fuß und auf Rädern.',
      },
    },
  }),
  ...story('measure:car-free-day', [
    {
      at: '2024-06-11T16:00:00.000Z',
      on: '2024-06-06',
      by: 'monitor',
      command: 'deliberate',
      name: 'car-free-advice',
      data: {
        outcome: 'RECOMMENDED',
        organ: '@organ:umwelt',
        text: { paper: 'AT-126', note: 'Der Ausschuss will erst die Händler hören.' },
      },
    },
    {
      at: '2024-09-20T08:30:00.000Z',
      on: '2024-09-19',
      by: 'monitor2',
      command: 'decide',
      name: 'car-free-vote',
      data: {
        effect: 'ADOPTS',
        scope: 'PART',
        outcome: 'ADOPTED_PARTLY',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'UNANIMOUS', yes: 33, no: 1 },
        text: { paper: 'AT-126', result: 'einstimmig, eine Gegenstimme' },
      },
    },
    {
      at: '2024-10-08T17:30:00.000Z',
      on: null,
      by: 'lead',
      command: 'settle-finding',
      data: {
        entry: '@entry:car-free-vote',
        finding: 'contradictory-votes',
        text: { note: 'So steht es in der Niederschrift; die Geschäftsstelle prüft den Wortlaut.' },
      },
    },
  ]),
];

/** What the continuation did with them: merged, split, superseded, left out; and a new name for the plan. */
const planned: readonly ExampleStep[] = story('plan:klimaplan', [
  {
    at: '2025-09-29T18:05:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'describe-plan',
    data: {
      kind: 'CLIMATE_PROTECTION',
      origin: 'ALLIANCE',
      text: {
        title: 'Klima-Aktionsplan Musterstadt, Fortschreibung',
        description:
          'Die Fortschreibung ordnet sechs Maßnahmen neu und lässt eine aus, ohne dass darüber abgestimmt wurde.',
        url: 'https://example.org/klimaplan',
      },
    },
  },
  {
    at: '2025-09-29T18:06:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'describe-field',
    data: {
      field: '@field:energy',
      text: {
        name: 'Energie, Gebäude und Licht',
        number: 'B',
        description: 'Strom, Wärme, Häuser – und seit der Fortschreibung auch alle Beleuchtung.',
      },
    },
  },
  {
    at: '2025-09-29T18:07:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'merge-measures',
    data: {
      measures: ['@measure:floodlights'],
      into: '@measure:streetlights',
      edition: '@edition:second',
      text: {
        note: 'Ein Auftrag für alle Leuchten der Stadt.',
        evidence: [paper('DS-204', 'Anlage 2, Blatt 7')],
      },
    },
  },
  {
    at: '2025-09-29T18:08:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'split-measure',
    data: {
      measure: '@measure:stations',
      into: ['@measure:station-centre', '@measure:station-niederau'],
      edition: '@edition:second',
      text: { note: 'Zwei Orte, zwei Träger, zwei Zeitpläne.' },
    },
  },
  {
    at: '2025-09-29T18:09:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'supersede-measure',
    data: {
      measure: '@measure:energy-checks',
      by: '@measure:business-advice',
      edition: '@edition:second',
      text: { note: 'Aus dem Rundgang wurde eine dauernde Beratung.' },
    },
  },
  {
    at: '2025-09-29T18:12:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'remove-measure',
    data: {
      measure: '@measure:car-free-day',
      edition: '@edition:second',
      text: {
        note: 'Steht in der neuen Fassung nicht mehr; ein Grund ist nirgends genannt.',
        evidence: [seen('other', 'Vergleich beider Fassungen, Blatt für Blatt')],
      },
    },
  },
]);

/** After the election: one committee has a new name, one advisory board is gone. */
const bodies: readonly ExampleStep[] = [
  ...story('organ:soziales', [
    {
      at: '2026-04-30T17:00:00.000Z',
      on: '2026-04-23',
      by: 'lead',
      command: 'describe-organ',
      data: {
        kind: 'COMMITTEE',
        decidesFinally: false,
        seats: 11,
        text: {
          name: 'Ausschuss für Soziales, Bildung und Sport',
          note: 'Seit der konstituierenden Sitzung auch für die Kitas zuständig.',
        },
      },
    },
  ]),
  ...story('organ:klimabeirat', [
    {
      at: '2026-05-05T17:10:00.000Z',
      on: '2026-04-23',
      by: 'lead',
      command: 'close-organ',
      data: {
        text: { note: 'Die neue Geschäftsordnung kennt keinen Klimabeirat mehr.' },
      },
    },
  ]),
];

/** What became of measures and bodies when the plan was continued, and after the election. */
export const continuation: readonly ExampleStep[] = [
  ...floodlights,
  ...stations,
  ...energyChecks,
  ...solarDuty,
  ...carFreeDay,
  ...planned,
  ...bodies,
];
