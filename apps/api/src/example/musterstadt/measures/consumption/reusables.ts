import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Current administration: no vote needed, a standing task. */
export const reusables: readonly ExampleStep[] = [
  ...listed('18:20', {
    measure: 'reusables',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'consumption',
    number: 'E1',
    rank: 5100,
    described: {
      text: {
        title: 'Mehrweg auf allen städtischen Festen',
        teaser: 'Becher und Teller werden gespült statt weggeworfen.',
        description:
          'Die Stadt schafft 6.000 Becher und ein Spülmobil an und verleiht beides an Vereine. Auf städtischem Boden ist Einweg nicht mehr erlaubt.',
        goal: 'Halb so viel Restmüll nach dem Hafenfest.',
      },
    },
  }),
  ...story('measure:reusables', [
    {
      at: '2024-01-15T17:30:00.000Z',
      on: '2024-01-11',
      by: 'monitor2',
      command: 'declare-no-decision-needed',
      data: {
        reason: 'CURRENT_ADMINISTRATION',
        text: {
          note: 'Der Magistrat ändert die Bedingungen für Standplätze selbst; das ist laufende Verwaltung.',
          evidence: [minutes('magistrat', 112, 8)],
        },
      },
    },
    {
      at: '2024-04-29T16:40:00.000Z',
      on: '2024-04-20',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Premiere beim Stadtlauf: kein einziger Einwegbecher.',
          evidence: [seen('site-visit', 'Helferschicht der Klimagruppe am Getränkestand')],
        },
      },
    },
    {
      at: '2025-08-25T17:10:00.000Z',
      on: '2025-08-17',
      by: 'monitor',
      command: 'report-progress',
      data: {
        text: {
          note: 'Nach dem Hafenfest blieben 1,9 statt 4,2 Tonnen Müll.',
          evidence: [seen('other', 'Wiegescheine des Bauhofs', 'bauhof/wiegescheine')],
        },
      },
    },
    {
      at: '2026-04-20T18:22:00.000Z',
      on: '2026-04-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'GREEN',
        factChecked: true,
        text: {
          achieved: 'Das Spülmobil ist an fast jedem freien Termin vergeben.',
          missing: 'Eine zweite Spülmaschine für große Feste.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-08-24T16:35:00.000Z',
      on: '2026-08-16',
      by: 'monitor',
      command: 'report-progress',
      data: {
        text: { note: 'Erstmals spülten auch alle Imbisse mit; die Schlange war zeitweise lang.' },
      },
    },
    ...assessed(41, {
      '2024-10': {
        rating: 'GREEN',
        achieved: 'Beim ersten Mal klappte noch nicht alles, beim dritten schon.',
      },
      '2025-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Weniger als die Hälfte des Mülls, gewogen und nicht geschätzt.',
      },
    }),
  ]),
];
