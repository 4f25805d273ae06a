import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Late: the date named last has passed, and nobody reported a new one. */
export const townHall: readonly ExampleStep[] = [
  ...listed('18:07', {
    measure: 'town-hall',
    recorded: { origin: 'PLAN' },
    field: 'energy',
    number: 'B4',
    rank: 2400,
    described: {
      budget: { totalCents: 610_000_000 },
      savings: { kgCo2ePerYear: 145_000 },
      text: {
        title: 'Rathaus dämmen und auf Wärmepumpe umstellen',
        teaser: 'Neue Fenster, gedämmtes Dach, Wärme aus der Außenluft.',
        description:
          'Das Haus stammt aus der Nachkriegszeit und verbraucht mehr Wärme als alle Kitas zusammen. Saniert wird in zwei Bauabschnitten, damit der Betrieb weitergeht.',
        obstacles: 'Denkmalschutz an der Fassade zum Marktplatz.',
      },
    },
  }),
  ...story('measure:town-hall', [
    {
      at: '2024-08-12T17:00:00.000Z',
      on: null,
      by: 'monitor',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'LEAD',
        text: {
          name: 'Eigenbetrieb Gebäudewirtschaft',
          note: 'Auskunft am Telefon; seit wann das gilt, ließ sich nicht klären.',
        },
      },
    },
    {
      at: '2024-08-12T17:06:00.000Z',
      on: '2024-08',
      by: 'monitor',
      command: 'plan-implementation',
      data: {
        plannedStart: '2024-11',
        plannedEnd: '2026-03',
        budgetCents: 610_000_000,
        text: { note: 'Bauzeitenplan liegt vor, zwei Abschnitte zu je acht Monaten.' },
      },
    },
    {
      at: '2024-11-19T18:05:00.000Z',
      on: '2024-11-11',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Der Nordflügel ist geräumt.',
          evidence: [seen('photo', 'Umzugswagen vor dem Nordflügel', 'fotos/nordfluegel')],
        },
      },
    },
    {
      at: '2025-10-13T17:30:00.000Z',
      on: '2025-04-09',
      by: 'monitor2',
      command: 'report-delay',
      data: {
        reason: 'TECHNICAL',
        newEnd: '2026-06',
        text: {
          note: 'Schadstoffe in den Brüstungen gefunden. Wir erfuhren es ein halbes Jahr später bei der Akteneinsicht.',
          evidence: [
            seen(
              'other',
              'Gutachten zu den Fensterbrüstungen, eingesehen bei der Gebäudewirtschaft',
            ),
          ],
        },
      },
    },
    {
      at: '2025-12-10T08:05:00.000Z',
      on: '2025-12-09',
      by: 'monitor2',
      command: 'reschedule',
      data: {
        plannedEnd: '2026-09',
        text: {
          note: 'Der zweite Abschnitt beginnt später, weil die Entsorgung neu ausgeschrieben wird.',
          evidence: [minutes('umwelt', 32, 4)],
        },
      },
    },
    {
      at: '2026-07-06T07:25:00.000Z',
      on: '2026-07-03',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 60,
        text: { note: 'Nordflügel bezogen, die Wärmepumpe läuft im Probebetrieb.' },
      },
    },
    {
      at: '2026-10-19T18:06:00.000Z',
      on: '2026-10-17',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'RED',
        text: {
          achieved: 'Eine Hälfte des Hauses ist fertig und angenehm warm.',
          missing: 'Ein Datum für den Südflügel. Das zuletzt genannte ist verstrichen.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    ...assessed(35, {
      '2025-04': { rating: 'GREEN', achieved: 'Umzug gelungen, Baustelle sauber.' },
      '2025-10': {
        rating: 'YELLOW',
        missing: 'Offenheit: Von den Schadstoffen haben wir aus den Akten erfahren.',
      },
      '2026-04': {
        rating: 'YELLOW',
        factChecked: true,
        achieved: 'Die Gebäudewirtschaft berichtet jetzt monatlich.',
      },
    }),
  ]),
];
