import type { EventData } from '@klimaspur/domain';
import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';

interface SupportTold {
  readonly at: string;
  readonly on: string;
  readonly by: string;
  readonly contribution: EventData<'MeasureSupportPledged'>['contribution'];
  readonly what: string;
  /** What became of it: when that was recorded, the day, and a word about it. */
  readonly delivered?: readonly [at: string, on: string, note: string];
  readonly withdrawn?: readonly [at: string, on: string, note: string];
}

const support = (measure: string, it: SupportTold): readonly ExampleStep[] => {
  const name = `pledge-${measure}-${it.by}`;
  const pledge = `@entry:${name}`;
  const ended = (
    command: 'deliver-support' | 'withdraw-support',
    told: SupportTold['delivered'],
  ) =>
    told
      ? [
          {
            at: told[0],
            on: told[1],
            by: 'monitor2',
            command,
            data: { pledge, text: { note: told[2] } },
          } as const,
        ]
      : [];
  return story(`measure:${measure}`, [
    {
      at: it.at,
      on: it.on,
      by: 'monitor2',
      command: 'pledge-support',
      name,
      data: {
        actor: `@actor:${it.by}`,
        contribution: it.contribution,
        text: { what: it.what },
      },
    },
    ...ended('deliver-support', it.delivered),
    ...ended('withdraw-support', it.withdrawn),
  ]);
};

/** „Was wir einbringen“, measure by measure. */
export const supports: readonly ExampleStep[] = [
  ...support('solar-schools', {
    at: '2024-09-30T16:24:06.000Z',
    on: '2024-09-26',
    by: 'genossenschaft',
    contribution: 'MONEY',
    what: '60.000 Euro Bürgerkapital für die Anzeigetafeln und das Dach der Grundschule Niederau.',
    delivered: ['2026-09-28T07:38:06.000Z', '2026-09-25', 'Ausgezahlt mit der letzten Schraube.'],
  }),
  ...support('bike-axis', {
    at: '2024-03-18T17:44:06.000Z',
    on: '2024-03-14',
    by: 'fahrradverein',
    contribution: 'KNOWLEDGE',
    what: 'Zweimal im Jahr zählen und jede Baustelle abfahren.',
    delivered: ['2025-06-30T16:14:06.000Z', '2025-06-26', 'Vierte Zählung: 1.130 Räder am Tag.'],
  }),
  ...support('second-hand', {
    at: '2025-05-19T16:34:06.000Z',
    on: '2025-05-15',
    by: 'zweite-runde',
    contribution: 'WORK',
    what: 'Drei Ausbildungsplätze im Verkauf.',
    withdrawn: [
      '2026-02-09T17:24:06.000Z',
      '2026-02-03',
      'Ohne Halle keine Ausbildung. Die drei lernen jetzt im Lager.',
    ],
  }),
];
