import { paper, seen } from '../evidence.js';
import { type ExampleStep, type StoryStep, story } from '../example-step.js';

/** Where a measure stands in the second edition, and with which number. */
const placed = (
  time: string,
  measure: string,
  field: string,
  number: string,
  rank: number,
): StoryStep => ({
  at: `2025-09-29T${time}.000Z`,
  on: '2025-09-04',
  by: 'lead',
  command: 'place-measure',
  data: {
    measure: `@measure:${measure}`,
    field: `@field:${field}`,
    edition: '@edition:second',
    rank,
    text: { number },
  },
});

/** What the continuation did with fields and measures: merged, split, superseded, left out; and a new name for the plan. */
export const continuation: readonly ExampleStep[] = story('plan:klimaplan', [
  {
    at: '2025-09-29T17:40:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'move-field',
    data: {
      field: '@field:overall',
      rank: 1000,
      text: {
        note: 'In der Fortschreibung steht das Übergreifende vorn, so wie es der Buchstabe A erwarten lässt.',
      },
    },
  },
  {
    at: '2025-09-29T17:44:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'add-field',
    data: {
      field: '@field:food',
      rank: 5500,
      text: {
        name: 'Ernährung und Landwirtschaft',
        number: 'F',
        description: 'Was auf städtischen Äckern wächst und auf städtischen Tellern liegt.',
      },
    },
  },
  placed('17:52:00', 'trees', 'green', 'D2', 4150),
  placed('17:54:00', 'schoolyards', 'green', 'D1', 4050),
  placed('17:56:00', 'green-sponsors', 'green', 'D12', 4600),
  placed('17:57:00', 'canteens', 'food', 'F1', 5800),
  placed('17:57:30', 'pool-carport', 'energy', 'B16', 2970),
  placed('17:58:00', 'evening-market', 'food', 'F4', 5830),
  placed('17:58:30', 'school-streets', 'mobility', 'C13', 3830),
  placed('17:59:00', 'hedges', 'food', 'F5', 5840),
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
          'Der Plan des Runden Tisches, zwei Jahre weitergeschrieben: Ein sechstes Handlungsfeld kommt dazu, Verwandtes ist zusammengelegt, und eine Maßnahme fehlt, ohne dass darüber abgestimmt wurde.',
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
  {
    at: '2025-09-29T18:13:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'merge-measures',
    data: {
      measures: ['@measure:kita-menu'],
      into: '@measure:canteens',
      edition: '@edition:second',
      text: { note: 'Der fleischlose Tag steht jetzt als Absatz in der Ausschreibung.' },
    },
  },
]);
