import type { ExampleStep } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** A draft that waits for a second pair of eyes. */
export const carpoolBenches: readonly ExampleStep[] = sheet({
  measure: 'carpool-benches',
  at: '2026-11-02T17:50:00.000Z',
  published: null,
  recorded: { origin: 'CITIZENS_GROUP' },
  field: 'mobility',
  rank: 3860,
  described: {
    text: {
      title: 'Mitfahrbänke zwischen Niederau und Kernstadt',
      description:
        'Wer auf der Bank sitzt, möchte mitgenommen werden. Drei Bänke, drei Klappschilder.',
    },
  },
});
