import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { paper, seen } from '../evidence.js';
import { fields } from './fields.js';
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
    at: '2024-04-22T18:30:00.000Z',
    on: '2024-04-20',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:energy',
      scale: 'TRAFFIC_LIGHT',
      rating: 'YELLOW',
      text: {
        note: 'Viele gute Vorarbeiten, aber noch kein einziges Dach belegt.',
        evidence: [seen('conversation', 'Faktencheck mit der Stabsstelle, erste Ampelrunde')],
      },
    },
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
    at: '2025-09-29T17:52:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:trees',
      field: '@field:green',
      edition: '@edition:second',
      rank: 4150,
      text: { number: 'D2' },
    },
  },
  {
    at: '2025-09-29T17:54:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:schoolyards',
      field: '@field:green',
      edition: '@edition:second',
      rank: 4050,
      text: { number: 'D1' },
    },
  },
  {
    at: '2025-09-29T17:56:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:green-sponsors',
      field: '@field:green',
      edition: '@edition:second',
      rank: 4600,
      text: { number: 'D12' },
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
  {
    at: '2025-09-29T17:57:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:canteens',
      field: '@field:food',
      edition: '@edition:second',
      rank: 5800,
      text: { number: 'F1' },
    },
  },
  {
    at: '2025-09-29T17:58:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:evening-market',
      field: '@field:food',
      edition: '@edition:second',
      rank: 5830,
      text: { number: 'F4' },
    },
  },
  {
    at: '2025-09-29T17:59:00.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:hedges',
      field: '@field:food',
      edition: '@edition:second',
      rank: 5840,
      text: { number: 'F5' },
    },
  },
  {
    at: '2025-09-29T17:57:30.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:pool-carport',
      field: '@field:energy',
      edition: '@edition:second',
      rank: 2970,
      text: { number: 'B16' },
    },
  },
  {
    at: '2025-09-29T17:58:30.000Z',
    on: '2025-09-04',
    by: 'lead',
    command: 'place-measure',
    data: {
      measure: '@measure:school-streets',
      field: '@field:mobility',
      edition: '@edition:second',
      rank: 3830,
      text: { number: 'C13' },
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
  {
    at: '2025-04-22T18:32:00.000Z',
    on: '2025-04-19',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:energy',
      scale: 'TRAFFIC_LIGHT',
      rating: 'GREEN',
      text: { note: 'Das Feld mit den meisten Beschlüssen und den ersten messbaren Ersparnissen.' },
    },
  },
  {
    at: '2025-10-20T18:52:00.000Z',
    on: '2025-10-18',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:overall',
      scale: 'TRAFFIC_LIGHT',
      rating: 'GREEN',
      text: { note: 'Seit es Personal gibt, antwortet jemand.' },
    },
  },
  {
    at: '2026-10-19T18:33:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:energy',
      scale: 'TRAFFIC_LIGHT',
      rating: 'YELLOW',
      text: {
        note: 'Bei den eigenen Gebäuden geht es voran. Mit der Absage an den Wind fehlt aber der größte Posten der Rechnung.',
      },
    },
  },
  {
    at: '2026-10-19T18:43:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:food',
      scale: 'TRAFFIC_LIGHT',
      rating: 'GREEN',
      text: { note: 'Ein junges Feld mit wenig Geld und viel Zulauf.' },
    },
  },
  {
    at: '2026-10-19T18:35:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:mobility',
      scale: 'TRAFFIC_LIGHT',
      rating: 'RED',
      text: {
        note: 'Die Radachse wächst, das übrige Feld stockt: Bahn, Landesbehörde und Haushalt bremsen zugleich.',
        evidence: [seen('site-visit', 'Begehung vom Bahnhof bis Niederau mit dem Fahrradverein')],
      },
    },
  },
  {
    at: '2026-10-19T18:41:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:green',
      scale: 'ONE_TO_FIVE',
      rating: '3',
      text: {
        note: 'Probe mit einer Skala von eins bis fünf, wie sie der Klimabeirat nutzt. Drei heißt: auf halbem Weg.',
      },
    },
  },
]);

/** The plan „auf Verweis“: its fields, its two editions, what became of it. */
export const planSteps: readonly ExampleStep[] = [...life, ...fields];
