import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Unknown: on the list, but nobody has said anything about it. */
export const businessAdvice: readonly ExampleStep[] = [
  ...listed('18:23', {
    measure: 'business-advice',
    field: 'consumption',
    number: 'E4',
    rank: 5400,
    described: {
      text: {
        title: 'Energieberatung für kleine Betriebe',
        teaser: 'Bäckerei, Werkstatt, Friseur: Wo geht Energie verloren?',
        description:
          'Ein kostenloser Rundgang mit Messgerät und Bericht auf zwei Seiten. Wer ihn anbieten soll, lässt die Liste offen.',
      },
    },
  }),
  ...story('measure:business-advice', [
    {
      at: '2024-04-22T18:36:00.000Z',
      on: '2024-04-20',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'LIGHT_GREY',
        text: {
          missing: 'Eine Auskunft, ob jemand zuständig ist.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2025-03-31T16:40:00.000Z',
      on: null,
      by: 'monitor2',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Die Wirtschaftsförderung kennt das Vorhaben nicht. Wann genau wir gefragt haben, ist nicht notiert.',
        },
      },
    },
    {
      at: '2026-02-09T17:45:00.000Z',
      on: '2026-02-09',
      by: 'monitor',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Auch der Gewerbeverein weiß nichts von einem Angebot.',
          evidence: [seen('conversation', 'Stammtisch des Gewerbevereins')],
        },
      },
    },
  ]),
];
