import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { sheet } from '../../sheet.js';

/** Under consultation: an idea of the round table, taken down for a week and published again. */
export const lendingLibrary: readonly ExampleStep[] = [
  ...sheet({
    measure: 'lending-library',
    at: '2025-09-29T18:10:00.000Z',
    published: '2025-10-01T16:40:00.000Z',
    recorded: { origin: 'ROUND_TABLE', idea: true, ownProposal: true },
    field: 'consumption',
    edition: 'second',
    number: 'E9',
    rank: 5500,
    described: {
      text: {
        title: 'Leihladen für Werkzeug und Spiele',
        teaser: 'Bohrmaschine, Zelt und Waffeleisen leihen statt kaufen.',
        description:
          'Ein Regal in der Stadtbücherei, betreut von Ehrenamtlichen. Die Ausleihe läuft über den Büchereiausweis.',
      },
    },
  }),
  ...story('measure:lending-library', [
    {
      at: '2025-10-07T16:15:00.000Z',
      on: '2025-10-07',
      by: 'lead',
      command: 'unpublish-measure',
      data: {
        text: {
          reason:
            'Die Bücherei war noch nicht gefragt worden. Wir holen das nach, bevor es öffentlich steht.',
        },
      },
    },
    {
      at: '2025-10-14T16:20:00.000Z',
      on: '2025-10-14',
      by: 'lead',
      command: 'publish-measure',
      data: {},
    },
    {
      at: '2026-02-16T18:00:00.000Z',
      on: '2026-02-10',
      by: 'monitor',
      command: 'propose',
      data: {
        origin: 'ROUND_TABLE',
        to: '@organ:magistrat',
        text: {
          by: 'Runder Tisch, Thema Konsum',
          note: 'Dem Magistrat schriftlich vorgeschlagen, mit Zusage der Bücherei.',
          evidence: [seen('other', 'Schreiben des Runden Tisches', 'runder-tisch/leihladen')],
        },
      },
    },
    {
      at: '2026-06-22T16:50:00.000Z',
      on: '2026-06-18',
      by: 'monitor2',
      command: 'describe-measure',
      data: {
        budget: { totalCents: 650_000 },
        text: {
          title: 'Leihladen für Werkzeug und Spiele',
          teaser: 'Vom Akkuschrauber bis zum Zelt: ausleihen in der Bücherei.',
          description:
            'Die Bücherei räumt zwölf Regalmeter frei. Ehrenamtliche prüfen die Geräte und reparieren, was sich reparieren lässt.',
          outlook: 'Beginn, sobald der Magistrat die Haftung geklärt hat.',
        },
      },
    },
    {
      at: '2026-11-13T17:20:00.000Z',
      on: '2026-11-12',
      by: 'monitor2',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Eine Antwort des Magistrats steht noch aus; sie ist für die nächste Sitzung angekündigt.',
        },
      },
    },
  ]),
];
