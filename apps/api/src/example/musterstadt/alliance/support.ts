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

/** Their own projects, which the town does not decide about. */
const leads = (at: string, on: string, measure: string, by: string, name: string, note: string) =>
  story(`measure:${measure}`, [
    {
      at,
      on,
      by: 'lead',
      command: 'assign-responsible-body',
      data: { responsibility: 'LEAD', actor: `@actor:${by}`, text: { name, note } },
    },
  ]);

/** „Was wir einbringen“, measure by measure; in turn what was kept, what is still open, and what was taken back. */
export const supports: readonly ExampleStep[] = [
  ...leads(
    '2024-05-13T17:54:06.000Z',
    '2024-04-27',
    'green-sponsors',
    'naturfreunde',
    'Naturfreunde Lohbachtal',
    'Vergeben die Beete und leihen Gießkannen aus.',
  ),
  ...leads(
    '2024-02-26T17:54:06.000Z',
    '2024-02-26',
    'repair-cafe',
    'reparatur',
    'Reparaturinitiative Bürgerhaus',
    'Hat den Schlüssel, das Werkzeug und die Strichliste.',
  ),
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
  ...support('bike-axis', {
    at: '2024-06-10T16:54:06.000Z',
    on: '2024-06-06',
    by: 'eltern',
    contribution: 'VOICE',
    what: 'In jeder Sitzung mit zehn Eltern auf der Zuschauerbank.',
  }),
  ...support('trees', {
    at: '2024-04-15T17:26:06.000Z',
    on: '2024-04-13',
    by: 'naturfreunde',
    contribution: 'WORK',
    what: 'Gießen in den ersten drei Jahren, Baum für Baum, nach Plan.',
    delivered: ['2026-09-07T17:06:06.000Z', '2026-09-05', '264 Bäume, zwei verwelkte Dienstpläne.'],
  }),
  ...support('school-streets', {
    at: '2025-03-24T17:44:06.000Z',
    on: '2025-03-19',
    by: 'eltern',
    contribution: 'WORK',
    what: 'Jeden Morgen zwei Menschen an jede Schranke.',
    delivered: ['2025-07-07T16:34:06.000Z', '2025-07-04', 'Kein einziger Morgen fiel aus.'],
  }),
  ...support('forest', {
    at: '2024-10-14T17:26:06.000Z',
    on: '2024-10-10',
    by: 'kirche',
    contribution: 'OUTREACH',
    what: 'Der Aufruf zur Pflanzaktion im Gemeindebrief, 2.300 Stück.',
    delivered: [
      '2024-11-11T17:44:06.000Z',
      '2024-11-02',
      'Jeder dritte Helfer kam wegen des Briefs.',
    ],
  }),
  ...support('lending-library', {
    at: '2025-10-28T17:38:06.000Z',
    on: '2025-10-27',
    by: 'reparatur',
    contribution: 'EQUIPMENT',
    what: '84 geprüfte Geräte für den Anfang.',
  }),
  ...support('heat-guides', {
    at: '2026-07-06T16:24:06.000Z',
    on: '2026-07-02',
    by: 'siedlerbund',
    contribution: 'SPACE',
    what: 'Elf bewohnte Beispiele, nach Anmeldung zu besichtigen.',
  }),
  ...support('renovation-advice', {
    at: '2024-11-18T17:50:06.000Z',
    on: '2024-11-14',
    by: 'handwerk',
    contribution: 'KNOWLEDGE',
    what: 'Vier Abende, an denen ein Meister jede Frage beantwortet.',
    withdrawn: [
      '2026-03-02T17:34:06.000Z',
      '2026-02-27',
      'Zwei Abende wurden es; mehr ist neben der Arbeit nicht zu schaffen.',
    ],
  }),
  ...support('heat-network', {
    at: '2025-07-14T16:58:06.000Z',
    on: '2025-07-10',
    by: 'wohnbau',
    contribution: 'OTHER',
    what: 'Anschluss aller 420 Wohnungen, sobald die Leitung vor dem Haus liegt.',
  }),
  ...support('garden', {
    at: '2025-12-15T17:34:06.000Z',
    on: '2025-12-12',
    by: 'ackerverein',
    contribution: 'MONEY',
    what: 'Ein Drittel der Brunnenbohrung aus der Vereinskasse.',
    delivered: ['2026-04-07T16:44:06.000Z', '2026-03-27', 'Wasser nach drei Metern achtzig.'],
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
