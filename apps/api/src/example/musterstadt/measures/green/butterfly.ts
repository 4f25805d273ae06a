import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** A word that stands in no published text: where it appears in public, a draft has leaked. */
export const draftMarker = 'Geheimplan Zitronenfalter';

/** Never published: the team is still writing this sheet. */
export const butterfly: readonly ExampleStep[] = [
  ...sheet({
    measure: 'butterfly',
    at: '2026-10-05T17:30:00.000Z',
    published: null,
    recorded: { origin: 'ROUND_TABLE', idea: true, ownProposal: true },
    field: 'green',
    rank: 4700,
    described: {
      text: {
        title: `${draftMarker}: Blühwiesen am Betriebshof`,
        teaser: 'Noch nicht abgestimmt – bitte nicht weitergeben.',
        description:
          'Zwei Hektar am Betriebshof könnten zur Wiese werden, sobald der Splitt anderswo lagert.',
      },
    },
  }),
  ...story('measure:butterfly', [
    {
      at: '2026-10-12T18:05:00.000Z',
      on: '2026-10-07',
      by: 'monitor',
      command: 'propose',
      data: {
        origin: 'ROUND_TABLE',
        to: '@organ:gruen',
        text: {
          by: 'Arbeitskreis Wiese des Runden Tisches',
          note: 'Vorgespräch im kleinen Kreis, vertraulich.',
        },
      },
    },
  ]),
];
