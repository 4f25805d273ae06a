import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { paper, seen } from '../evidence.js';
import { assessedFields, fields } from './fields.js';
import { listDay, musterstadtId } from './sheet.js';

const life = story('plan:klimaplan', [
  {
    at: '2023-11-14T17:30:00.000Z',
    on: '2023-11-14',
    by: 'lead',
    command: 'draft-plan',
    data: {
      municipality: musterstadtId,
      kind: 'CLIMATE_PROTECTION',
      origin: 'ALLIANCE',
      text: {
        title: 'Klima-Aktionsplan Musterstadt',
        description:
          'Der Plan entstand an drei Abenden des Runden Tisches, zusammen mit Fachdiensten der Stadt und vier Fraktionen.',
      },
    },
  },
  {
    at: '2023-11-14T17:50:00.000Z',
    on: listDay,
    by: 'lead',
    command: 'add-edition',
    data: {
      edition: '@edition:first',
      text: {
        label: 'Erste Fassung',
        url: 'https://example.org/klimaplan/erste-fassung',
        note: 'Fassung, wie sie der Stadtverordnetenvorsteher als Antrag eingebracht hat.',
        evidence: [paper('AT-107', 'Anlage 1')],
      },
    },
  },
  {
    at: '2023-11-14T19:20:00.000Z',
    on: '2023-11-14',
    by: 'lead',
    command: 'complete-import',
    data: {
      format: 'MEASURES_CSV',
      sha256: '5d1f0c8a94be7723e06d4c19b8a25f3e7701c6d29e4b8f5a3c90d1e2f6a7b845',
      fields: 5,
      measures: 51,
      standOn: listDay,
    },
  },
  {
    at: '2023-11-20T17:55:00.000Z',
    on: '2023-11-20',
    by: 'lead',
    command: 'publish-plan',
    data: {},
  },
  {
    at: '2025-09-29T17:10:00.000Z',
    on: '2025-09-29',
    by: 'lead',
    command: 'unpublish-plan',
    data: {
      text: {
        reason:
          'Die Fortschreibung ordnet Nummern neu. Für zwei Tage ist der Plan nicht zu sehen, damit niemand alte und neue Nummern mischt.',
      },
    },
  },
  {
    at: '2025-09-29T17:25:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'add-edition',
    data: {
      edition: '@edition:second',
      text: {
        label: 'Fortschreibung',
        url: 'https://example.org/klimaplan/fortschreibung',
        note: 'Ein sechstes Handlungsfeld ist dazugekommen, acht Maßnahmen sind neu, drei ziehen um, und zwei haben die Plätze getauscht.',
        evidence: [paper('DS-204', 'Anlage 2')],
      },
    },
  },
  {
    at: '2025-10-01T16:30:00.000Z',
    on: '2025-10-01',
    by: 'lead',
    command: 'publish-plan',
    data: {},
  },
  {
    at: '2025-12-12T08:50:00.000Z',
    on: '2025-12-11',
    by: 'monitor2',
    command: 'adopt-plan',
    name: 'continuation-adopted',
    data: {
      scope: 'PART',
      text: {
        note: 'Von der Fortschreibung wurden nur die Kapitel zu Energie und Stadtgrün übernommen. Über einzelne Maßnahmen wurde dabei nicht abgestimmt.',
      },
    },
  },
  {
    at: '2026-02-03T19:20:00.000Z',
    on: '2026-02-03',
    by: 'monitor2',
    command: 'add-evidence',
    data: {
      entry: '@entry:continuation-adopted',
      text: {
        evidence: [
          paper('DS-204'),
          seen('minutes', 'Niederschrift zur Fortschreibung, Seite 11', 'niederschriften/stvv-37'),
        ],
        note: 'Die Niederschrift lag erst nach sechs Wochen vor.',
      },
    },
  },
]);

/** The plan „auf Verweis“: its fields, its two editions, what became of it. */
export const planSteps: readonly ExampleStep[] = [...life, ...fields, ...assessedFields];
