import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** An idea of the observers that nobody has decided about. */
export const orchard: readonly ExampleStep[] = [
  ...sheet({
    measure: 'orchard',
    at: '2026-04-27T17:30:00.000Z',
    published: '2026-05-04T16:10:00.000Z',
    recorded: { origin: 'CITIZENS_GROUP', idea: true, ownProposal: true },
    field: 'food',
    rank: 5860,
    described: {
      text: {
        title: 'Obstwiese mit Mostpresse',
        teaser: 'Eine Idee vom Erntetisch der Naturfreunde.',
        description:
          'Auf dem Hang hinter dem Wasserturm stehen noch elf alte Apfelbäume. Nachpflanzen, pflegen, pressen – wer macht mit?',
        outlook: 'Die Gruppe sammelt bis zum nächsten Runden Tisch Mitstreiter.',
      },
    },
  }),
  ...story('measure:orchard', [
    {
      at: '2026-10-12T17:40:00.000Z',
      on: '2026-10-10',
      by: 'monitor',
      command: 'check-unchanged',
      data: { text: { note: 'Sieben Zusagen, aber noch kein Verein, der die Pacht übernimmt.' } },
    },
  ]),
];
