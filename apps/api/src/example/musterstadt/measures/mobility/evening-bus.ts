import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Adopted in principle, not begun, and not looked at for a long time. */
export const eveningBus: readonly ExampleStep[] = [
  ...listed('18:12', {
    measure: 'evening-bus',
    recorded: { origin: 'PLAN' },
    field: 'mobility',
    number: 'C3',
    rank: 3300,
    described: {
      budget: { perYearCents: 48_000_000 },
      text: {
        title: 'Bus im Halbstundentakt bis in den Abend',
        teaser: 'Linie 4 soll auch nach Ladenschluss verlässlich fahren.',
        description:
          'Bisher endet der Takt um 19 Uhr, danach kommt stündlich ein Anrufsammeltaxi. Bestellt wird der Verkehr bei der Nahverkehrsgesellschaft des Kreises.',
      },
    },
  }),
  ...story('measure:evening-bus', [
    {
      at: '2024-06-03T16:45:00.000Z',
      on: '2024-05-29',
      by: 'monitor2',
      command: 'start-implementation',
      name: 'evening-bus-mistaken',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Linie 4 fährt laut Zeitung ab sofort länger.',
          evidence: [seen('press', '„Mehr Busse am Abend“, Kreisblatt', 'presse/mehr-busse')],
        },
      },
    },
    {
      at: '2024-06-04T07:20:00.000Z',
      on: '2024-06-04',
      by: 'monitor2',
      command: 'void-entry',
      data: {
        entry: '@entry:evening-bus-mistaken',
        text: {
          reason:
            'Der Artikel meinte die Linie 4 der Nachbarstadt. In Musterstadt fährt nichts anders.',
        },
      },
    },
    {
      at: '2025-02-10T18:30:00.000Z',
      on: '2025-02-05',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'NO_DECISION',
        organ: '@organ:finanzen',
        text: {
          result: 'ohne Beschlussempfehlung beraten',
          note: 'Über die Mehrkosten von 480.000 Euro im Jahr kam keine Einigung zustande.',
        },
      },
    },
    {
      at: '2025-10-20T18:28:00.000Z',
      on: '2025-10-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'RED',
        text: {
          missing: 'Ein Betrag im Haushalt und eine Bestellung beim Kreis.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-04-13T17:10:00.000Z',
      on: '2026-04-13',
      by: 'monitor',
      command: 'check-unchanged',
      data: { text: { note: 'Fahrplan geprüft: Der letzte Bus geht weiterhin kurz vor sieben.' } },
    },
  ]),
];
