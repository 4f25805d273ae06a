import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { associations } from './associations.js';
import { businesses } from './businesses.js';
import { offices } from './offices.js';

/** What changed later: one taken down and put up again, one that was there twice, one that left, an offer that no longer stands. */
const later: readonly ExampleStep[] = [
  ...story('actor:gewerbeverein-ev', [
    {
      at: '2024-01-15T17:05:02.000Z',
      on: '2024-01-15',
      by: 'lead',
      command: 'merge-actor',
      data: {
        actor: '@actor:gewerbeverein',
        text: { note: 'Derselbe Verein, nur mit dem Zusatz aus dem Vereinsregister.' },
      },
    },
  ]),
  ...story('actor:gewerbeverein', [
    {
      at: '2023-12-04T17:10:02.000Z',
      on: '2023-12-04',
      by: 'lead',
      command: 'unpublish-actor',
      data: {
        text: {
          reason: 'Der Vorstand bittet um Zeit, bis alle Mitglieder von ihrer Nennung wissen.',
        },
      },
    },
    {
      at: '2024-01-15T17:10:02.000Z',
      on: '2024-01-15',
      by: 'lead',
      command: 'publish-actor',
      data: {},
    },
  ]),
  ...story('actor:wohnbau', [
    {
      at: '2025-06-30T16:20:02.000Z',
      on: '2025-06-24',
      by: 'monitor2',
      command: 'withdraw-offer',
      data: {
        offer: '@entry:offer-wohnbau-1',
        text: { note: 'Die Statik trägt keine Module; vor einer Dachsanierung wird das nichts.' },
      },
    },
  ]),
  ...story('actor:handwerk', [
    {
      at: '2026-03-02T17:30:02.000Z',
      on: '2026-02-27',
      by: 'lead',
      command: 'leave-alliance',
      data: {
        text: {
          note: 'Für feste Abende fehlt die Zeit. Die Sprechstunde läuft weiter, nur ohne Bündnis.',
        },
      },
    },
  ]),
];

/** Everybody who ever sat at a table of the town. */
export const alliance: readonly ExampleStep[] = [
  ...offices,
  ...associations,
  ...businesses,
  ...later,
];
