import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Under way: three hundred trees, one of the entries known by its year alone. */
export const trees: readonly ExampleStep[] = [
  ...listed('18:15', {
    measure: 'trees',
    recorded: { origin: 'PLAN' },
    field: 'green',
    number: 'D1',
    rank: 4100,
    described: {
      budget: { totalCents: 66_000_000 },
      text: {
        title: 'Dreihundert hitzefeste Stadtbäume',
        teaser: 'Mehr Schatten für Plätze, Schulwege und Haltestellen.',
        description:
          'Gepflanzt werden Arten, die Trockenheit vertragen, in Gruben mit mindestens zwölf Kubikmetern. Ersatz für gefällte Bäume zählt nicht mit.',
        goal: 'Kein Platz in der Kernstadt ohne Schatten am Mittag.',
        remarks: 'Die Gruppe zählt selbst nach: Jeder neue Baum steht auf einer Karte.',
      },
    },
  }),
  ...story('measure:trees', [
    {
      at: '2024-03-04T17:30:00.000Z',
      on: '2024-02-26',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Am Marktplatz sind die ersten acht Gruben ausgehoben.',
          evidence: [seen('site-visit', 'Zählung am Marktplatz')],
        },
      },
    },
    {
      at: '2024-03-04T17:36:00.000Z',
      on: '2024-02-26',
      by: 'monitor',
      command: 'reschedule',
      data: {
        plannedStart: '2024-02',
        plannedEnd: '2027-04',
        text: { note: 'Der Fachdienst nennt drei Pflanzperioden als Rahmen.' },
      },
    },
    {
      at: '2025-01-27T17:45:00.000Z',
      on: '2024',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 24,
        text: {
          note: 'Im Lauf des Jahres kamen 73 Bäume dazu. Einzelne Pflanztage nennt die Liste nicht.',
          evidence: [seen('other', 'Baumliste des Fachdienstes', 'stadtgruen/baumliste')],
        },
      },
    },
    {
      at: '2025-04-22T18:04:00.000Z',
      on: '2025-04-19',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'YELLOW',
        factChecked: true,
        text: {
          achieved: 'Gute Gruben, gute Arten, ein sichtbarer Anfang.',
          missing: 'Plätze in der engen Altstadt, wo Leitungen im Boden liegen.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-01-12T17:20:00.000Z',
      on: '2025-12',
      by: 'administration',
      command: 'report-progress',
      data: {
        percent: 58,
        text: { note: 'Stand der Baumliste: 174 neue Bäume, elf davon wurden nachgepflanzt.' },
      },
    },
    {
      at: '2026-05-04T16:30:00.000Z',
      on: '2026-04-27',
      by: 'monitor',
      command: 'report-progress',
      data: {
        percent: 71,
        text: {
          note: '213 Bäume auf unserer Karte. An der Schleuse fehlen drei, die in der Liste stehen.',
          evidence: [seen('site-visit', 'Rundgang mit Karte und Klemmbrett')],
        },
      },
    },
    {
      at: '2026-10-19T18:15:00.000Z',
      on: '2026-10-17',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'GREEN',
        factChecked: true,
        text: {
          achieved: 'Über zwei Drittel gepflanzt, fast alle angewachsen.',
          missing: 'Gießpatenschaften für die trockenen Wochen.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    ...assessed(40, {
      '2024-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Gezählt wird öffentlich, gepflanzt auch.',
      },
      '2025-10': {
        rating: 'YELLOW',
        factChecked: true,
        missing: 'Wasser: Von den Bäumen am Bahndamm sind neun vertrocknet.',
      },
    }),
  ]),
];
