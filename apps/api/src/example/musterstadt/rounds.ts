import type { EventData } from '@klimaspur/domain';
import type { StoryStep } from '../example-step.js';
import type { Evidence } from '../evidence.js';

/** Twice a year the group assesses what it can: the day it met, and the evening on which that was recorded. */
const rounds = {
  '2024-04': ['2024-04-20', '2024-04-22'],
  '2024-10': ['2024-10-19', '2024-10-21'],
  '2025-04': ['2025-04-19', '2025-04-22'],
  '2025-10': ['2025-10-18', '2025-10-20'],
  '2026-04': ['2026-04-18', '2026-04-20'],
  '2026-10': ['2026-10-17', '2026-10-19'],
} as const;
type Round = keyof typeof rounds;

interface Opinion {
  readonly rating: 'GREEN' | 'YELLOW' | 'RED' | 'DARK_GREY' | 'LIGHT_GREY';
  readonly factChecked?: boolean;
  readonly achieved?: string;
  readonly missing?: string;
  readonly note?: string;
  readonly evidence?: readonly Evidence[];
}

const START_OF_EVENING = '19:00:00.000Z';
const MS_EACH = 20_000;

/**
 * What the group thought of a measure, round by round, by traffic light. `turn`: when the measure was
 * talked about in the course of each evening; no other has the same.
 */
export const assessed = (
  turn: number,
  opinions: Readonly<Partial<Record<Round, Opinion>>>,
): readonly StoryStep[] =>
  Object.entries(opinions).map(([round, { rating, factChecked, ...words }]) => {
    const [on, evening] = rounds[round as Round];
    const begin = Date.parse(`${evening}T${START_OF_EVENING}`);
    const data: EventData<'MeasureAssessed'> = {
      scale: 'TRAFFIC_LIGHT',
      rating,
      ...(factChecked === undefined ? {} : { factChecked }),
      text: { ...words, group: 'Klimagruppe Musterstadt' },
    };
    const at = new Date(begin + turn * MS_EACH).toISOString();
    return { at, on, by: 'lead', command: 'assess', data };
  });
