import {
  actorState,
  isPublished,
  itemResults,
  measureState,
  openAnswers,
  publicPart,
  roundtableState,
  timeline,
  type Past,
  type RoundtableState,
} from '@klimaspur/domain';
import { musterstadt } from './musterstadt/musterstadt.js';
import { retell } from './testing/retell.js';

const today = '2026-11-15';
const { streams } = retell(musterstadt);
const of = (category: string) => [...streams].filter(([alias]) => alias.startsWith(category));

const tables = new Map(
  of('roundtable:').map(([alias, history]) => [
    alias,
    { history, state: roundtableState(timeline(history)) },
  ]),
);
const states = [...tables.values()].map(({ state }) => state);
const at = (alias: string) => tables.get(`roundtable:${alias}`)!;
const held = ({ meetings }: RoundtableState) => meetings.filter((meeting) => meeting.held);

describe('the round tables of the example', () => {
  it('are nine on a topic each, since 2021, of one to three meetings', () => {
    const round = states.filter(({ format }) => format === 'ROUND_TABLE');
    expect(round.map((state) => held(state).length)).toEqual(expect.arrayContaining([1, 2, 3]));
    expect([round.length, Math.max(...round.map((state) => held(state).length))]).toEqual([9, 3]);
    expect(round.flatMap((state) => held(state).map(({ on }) => on)).sort()[0]).toMatch(/^2021/);
    expect(new Set(states.map(({ format }) => format)).size).toBe(4);
  });

  it('have a fixed appointment every six weeks, moved once, cancelled once, and one to come', () => {
    const { meetings, rhythms } = at('fixed').state;
    expect(rhythms).toEqual([expect.objectContaining({ every: 6, unit: 'WEEK', endedOn: null })]);
    const days = meetings.map(({ occurrence }) => Date.parse(occurrence ?? ''));
    const weeks = days.slice(1).map((day, index) => (day - days[index]!) / (7 * 86_400_000));
    expect([meetings.length, new Set(weeks)]).toEqual([19, new Set([6])]);
    expect(meetings.filter(({ on, occurrence }) => on !== occurrence)).toHaveLength(1);
    expect(meetings.filter(({ cancelled }) => cancelled)).toHaveLength(1);
    expect(meetings.filter(({ on }) => on > today)).toHaveLength(1);
  });

  it('come to every result, and keep a Protokoll in each step', () => {
    const results = states.flatMap(({ items }) =>
      items.flatMap(({ conclusions }) => conclusions.map(({ result }) => result)),
    );
    expect(new Set(results)).toEqual(new Set(itemResults));
    const steps = states.flatMap((state) => held(state).map(({ protocol }) => protocol.step));
    expect(new Set(steps)).toEqual(new Set(['DRAFT', 'CIRCULATED', 'APPROVED', 'PUBLISHED']));
  });

  it('keep promises in time, late and not at all', () => {
    const promises = states.flatMap(({ followUps }) => followUps);
    const late = promises.filter(({ done, due }) => done && due && (done.on ?? '') > due);
    const inTime = promises.filter(({ done, due }) => done && due && (done.on ?? '') <= due);
    const dropped = promises.filter(({ dropped }) => dropped);
    const open = promises.filter(({ done, dropped }) => !done && !dropped);
    expect([late, inTime, dropped, open].map(({ length }) => length > 2)).toEqual(
      Array(4).fill(true),
    );
  });

  it('led to roofs, dropped a meadow, and wait for one answer for long', () => {
    const { items } = at('roofs').state;
    const meadow = items.find(({ topic }) => topic.includes('Hafenwiese'));
    expect(meadow?.conclusions.at(-1)?.result).toBe('DROPPED');
    const proposed = streams.get('measure:solar-schools')!;
    expect(proposed.some(({ type, data }) => type === 'MeasureProposed' && data['source'])).toBe(
      true,
    );
    expect(measureState(timeline(proposed)).implementation.value).toBe('IN_PROGRESS');
    const waiting = openAnswers(at('consumption').state, today);
    expect(waiting.map(({ overdueDays }) => overdueDays > 150)).toContain(true);
  });

  it('keep one dissent from others until its group releases it', () => {
    const { history, state } = at('hochfeld');
    const results = ({ items }: RoundtableState) =>
      items.flatMap(({ conclusions }) => conclusions.map(({ result }) => result));
    expect(results(state)).toContain('DISSENT');
    expect(results(roundtableState(timeline(publicPart(history))))).not.toContain('DISSENT');
    expect(JSON.stringify(publicPart(history))).not.toContain('Flugbetrieb');
    const shown = states.filter((other) => other !== state && results(other).includes('DISSENT'));
    expect(shown).toHaveLength(3);
  });

  it('name organisations of all kinds, of which two are not shown and one was there twice', () => {
    const actors = of('actor:').map(([, history]) => history);
    const kinds = new Set(actors.map((history) => actorState(timeline(history)).kind));
    expect([actors.length, kinds.size]).toEqual([24, 8]);
    const isMerged = (history: readonly Past[]) => history.at(-1)?.type === 'ActorMerged';
    expect(actors.filter(isMerged)).toHaveLength(1);
    const shown = (history: readonly Past[]) => isPublished(history) || isMerged(history);
    expect(actors.filter((history) => !shown(history))).toHaveLength(2);
  });

  it('hold nothing on a day on which nobody works', () => {
    const days = states.flatMap((state) => held(state).map(({ on }) => new Date(on).getUTCDay()));
    expect(days.filter((day) => day === 0 || day === 6)).toEqual([]);
  });
});
