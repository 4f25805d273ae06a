import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { paper } from '../evidence.js';
import { musterstadtId } from './sheet.js';

/** The second plan of the town, small and adopted in full: the heat plan that was a measure of the first. */
export const heatPlanSteps: readonly ExampleStep[] = story('plan:waermeplan', [
  {
    at: '2026-01-19T17:30:00.000Z',
    on: '2026-01-19',
    by: 'lead',
    command: 'draft-plan',
    data: {
      municipality: musterstadtId,
      kind: 'HEAT',
      origin: 'ADMINISTRATION',
      text: {
        title: 'Kommunaler Wärmeplan Musterstadt',
        description:
          'Der Wärmeplan teilt die Stadt in Gebiete ein und nennt vier erste Schritte; als fünfter kommt die Nahwärme im Hafenviertel aus dem Klima-Aktionsplan hinzu.',
      },
    },
  },
  {
    at: '2026-01-19T17:34:00.000Z',
    on: '2025-12-11',
    by: 'lead',
    command: 'add-edition',
    data: {
      edition: '@edition:heat',
      text: {
        label: 'Beschlossene Fassung',
        url: 'https://example.org/waermeplan',
        evidence: [paper('DS-212', 'Anlage 3')],
      },
    },
  },
  {
    at: '2026-01-19T17:36:00.000Z',
    on: '2026-01-19',
    by: 'lead',
    command: 'add-field',
    data: {
      field: '@field:heat-networks',
      rank: 1000,
      text: { name: 'Netze und Quellen', number: 'W1', description: 'Woher die Wärme kommt.' },
    },
  },
  {
    at: '2026-01-19T17:38:00.000Z',
    on: '2026-01-19',
    by: 'lead',
    command: 'add-field',
    data: {
      field: '@field:heat-homes',
      rank: 2000,
      text: {
        name: 'Häuser und Menschen',
        number: 'W2',
        description: 'Wo die Wärme gebraucht wird.',
      },
    },
  },
  {
    at: '2026-01-19T17:40:00.000Z',
    on: '2025-12-11',
    by: 'lead',
    command: 'adopt-plan',
    data: {
      scope: 'FULL',
      text: {
        note: 'Beschlossen zusammen mit der Karte; die Schritte gelten als Arbeitsprogramm.',
      },
    },
  },
  {
    at: '2026-01-19T17:58:00.000Z',
    on: '2026-01-19',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:heat-network',
      field: '@field:heat-networks',
      edition: '@edition:heat',
      rank: 1300,
      text: { number: 'W1.3' },
    },
  },
  {
    at: '2026-01-26T17:30:00.000Z',
    on: '2026-01-26',
    by: 'lead',
    command: 'publish-plan',
    data: {},
  },
]);
