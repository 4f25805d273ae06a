import type { ExampleStep, StoryStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { table } from './table.js';
import { firstYear } from './fixed-first-year.js';
import { secondYear } from './fixed-second-year.js';

const founded = table({
  table: 'fixed',
  at: '2024-10-14T16:30:02.000Z',
  published: '2024-11-30T10:00:02.000Z',
  on: '2024-10-14',
  described: {
    format: 'STANDING_MEETING',
    mandate: 'ADMINISTRATION',
    convenor: '@actor:klimagruppe',
    openToPublic: false,
    approvalDays: 14,
    text: {
      name: 'Fester Termin mit dem Umweltamt',
      topic: 'Alle sechs Wochen: Was steht an, was hakt, wer fragt wen?',
      description:
        'Eine Stunde, ein Tisch, eine Liste. Aus einzelnen Anrufen wurde ein Termin, der auch dann stattfindet, wenn gerade nichts brennt.',
      mandate: 'Die Amtsleitung hat zugesagt, solange beide Seiten vorbereitet kommen.',
      rules: 'Fragen gehen eine Woche vorher ein. Was vertraulich ist, wird vorher gesagt.',
      moderation: 'Klimagruppe Musterstadt und Umweltamt im Wechsel',
      place: 'Rathaus, Erdgeschoss, Zimmer 4',
    },
  },
  seats: { ADMINISTRATION: ['umweltamt', 'gruen'], CITIZENS: ['klimagruppe'] },
  guests: ['gruen'],
});

const rhythm: readonly StoryStep[] = [
  {
    at: '2024-10-14T16:35:02.000Z',
    on: '2024-10-14',
    by: 'lead',
    command: 'set-rhythm',
    data: {
      from: '2024-11-07',
      every: 6,
      unit: 'WEEK',
      time: '16:30',
      minutes: 60,
      text: {
        note: 'Sechs Wochen sind lang genug, damit etwas geschieht, und kurz genug, damit es nicht vergessen wird.',
        place: 'Rathaus, Erdgeschoss, Zimmer 4',
      },
    },
  },
];

/** The fixed appointment with the environment office, every six weeks for two years. */
export const fixed: readonly ExampleStep[] = [
  ...founded,
  ...story('roundtable:fixed', [...rhythm, ...firstYear, ...secondYear]),
];
