import type { Recorder, StoryStep } from '../../example-step.js';
import type { Evidence } from '../../evidence.js';

/** When something was recorded, and the day on which it happened; without one, on that same day. */
type When = readonly [at: string, on?: string | null];

const entry = ([at, on]: When, by: Recorder = 'monitor') =>
  ({ at, on: on === undefined ? at.slice(0, 10) : on, by }) as const;

const noted = (note?: string, evidence?: readonly Evidence[]) =>
  note || evidence
    ? { text: { ...(note ? { note } : {}), ...(evidence ? { evidence } : {}) } }
    : {};

export const kept = (when: When, promise: string, note?: string): StoryStep => ({
  ...entry(when),
  command: 'finish-follow-up',
  data: { followUp: `@promise:${promise}`, ...noted(note) },
});

export const letGo = (when: When, promise: string, note: string): StoryStep => ({
  ...entry(when),
  command: 'drop-follow-up',
  data: { followUp: `@promise:${promise}`, ...noted(note) },
});

export const reminded = (when: When, promise: string, note?: string): StoryStep => ({
  ...entry(when),
  command: 'remind-of-follow-up',
  data: { followUp: `@promise:${promise}`, ...noted(note) },
});

export const putOff = (when: When, promise: string, due: string, note: string): StoryStep => ({
  ...entry(when),
  command: 'reschedule-follow-up',
  data: { followUp: `@promise:${promise}`, due, ...noted(note) },
});

export const takenUp = (when: When, item: string, measure: string, note?: string): StoryStep => ({
  ...entry(when),
  command: 'take-up-proposal',
  data: { item: `@item:${item}`, measure: `@measure:${measure}`, ...noted(note) },
});

export const answered = (
  when: When,
  item: string,
  by: string,
  answer: string,
  evidence?: readonly Evidence[],
): StoryStep => ({
  ...entry(when, 'administration'),
  command: 'record-answer',
  data: {
    item: `@item:${item}`,
    answeredBy: `@actor:${by}`,
    text: { answer, ...(evidence ? { evidence } : {}) },
  },
});

export const checked = (
  when: When,
  item: string,
  by: string,
  answer: string,
  evidence?: readonly Evidence[],
): StoryStep => ({
  ...entry(when, 'administration'),
  command: 'answer-fact-check',
  data: {
    item: `@item:${item}`,
    answeredBy: `@actor:${by}`,
    text: { answer, ...(evidence ? { evidence } : {}) },
  },
});

export const released = (when: When, item: string, by: string, note?: string): StoryStep => ({
  ...entry(when, 'lead'),
  command: 'release-dissent',
  data: { item: `@item:${item}`, actor: `@actor:${by}`, ...noted(note) },
});
