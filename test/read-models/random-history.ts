import fc from 'fast-check';
import { uuid } from '@klimaspur/read-models/testing';
import type { Raw } from './recount.js';

/** One town, a plan and a few measures, whose story is made up anew for each run. */
export const town = uuid(1);
export const plan = uuid(2);
export const fields = [uuid(0x10), uuid(0x11)];
export const measures = [uuid(0x20), uuid(0x21), uuid(0x22)];
/** A measure that nobody ever hears of. */
const HEIR = uuid(0x2f);

const FIRST_DAY = Date.UTC(2021, 0, 1);
const DAYS = 1500;
const dayOf = (n: number) => new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10);

const partial = fc
  .tuple(fc.integer({ min: -200, max: DAYS }), fc.constantFrom(4, 7, 10, 10))
  .map(([day, length]) => dayOf(day).slice(0, length));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const without = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const anEntry: fc.Arbitrary<{ type: string; data: object }> = fc.oneof(
  ...['Proposed', 'Submitted', 'CheckedUnchanged', 'ImplementationPaused'].map((name) =>
    fc.constant({ type: `Measure${name}`, data: {} }),
  ),
  ...['ImplementationResumed', 'ImplementationCompleted', 'ProgressReported'].map((name) =>
    fc.constant({ type: `Measure${name}`, data: {} }),
  ),
  ...['ImplementationStarted', 'ImplementationPaused', 'ImplementationCompleted'].map((name) =>
    fc.constant({ type: `Measure${name}`, data: { dayIsLatest: true } }),
  ),
  fc.constant({ type: 'MeasureMerged', data: { into: HEIR, plan, source: uuid(0xfff8) } }),
  fc.constant({ type: 'MeasureNoDecisionNeeded', data: { reason: 'CIVIL_SOCIETY' } }),
  fc
    .constantFrom('TRAFFIC_LIGHT RED', 'TRAFFIC_LIGHT GREEN', 'ONE_TO_FIVE 2')
    .map((said) => said.split(' '))
    .map(([scale, rating]) => ({ type: 'MeasureAssessed', data: { scale, rating } })),
  fc
    .constantFrom('RECOMMENDED', 'NOT_RECOMMENDED', 'REFERRED', 'DEFERRED', 'WITHDRAWN', 'SETTLED')
    .map((outcome) => ({ type: 'MeasureDeliberated', data: { outcome } })),
  fc
    .record({
      effect: fc.constantFrom(
        'ADOPTS',
        'AMENDS',
        'REJECTS',
        'REVOKES',
        'DEFERS',
        'SETTLES',
        'FUNDS',
      ),
      scope: fc.constantFrom('FULL', 'IN_PRINCIPLE', 'PART'),
      final: fc.boolean(),
    })
    .map((data) => ({ type: 'MeasureDecided', data })),
  fc
    .record({ plannedStart: maybe(partial), plannedEnd: maybe(partial) })
    .map((data) => ({ type: 'MeasureImplementationPlanned', data: without(data) })),
  fc
    .record({ plannedStart: maybe(partial), plannedEnd: maybe(partial) })
    .map((data) => ({ type: 'MeasureRescheduled', data: without(data) })),
  fc
    .record({ newEnd: maybe(partial) })
    .map((data) => ({ type: 'MeasureDelayReported', data: without(data) })),
  fc
    .record({ duration: maybe(fc.constantFrom('PROJECT', 'PERMANENT')) })
    .map((data) => ({ type: 'MeasureImplementationStarted', data: without(data) })),
  fc
    .constantFrom('NOT_FEASIBLE', 'FUNDING')
    .map((reason) => ({ type: 'MeasureImplementationAbandoned', data: { reason } })),
);

/** What is taken back: anything, or what is seldom met by chance. */
const voided = {
  // Who may see it is said anew, never taken back.
  any: /^(Measure(?!(Unp|P)ublished)|EntryCorrected|Plan.*Placed)/,
  correction: /^EntryC/,
  merge: /Merged$/,
};
type Voided = keyof typeof voided;

type Step =
  | { kind: 'entry'; measure: number; type: string; data: object; on: string | null }
  | { kind: 'text'; measure: number; on: string | null }
  | { kind: 'correct'; nth: number; type: string; data: object; on: string | null }
  | { kind: 'void'; nth: number; of: Voided }
  | { kind: 'publish'; measure: number; visible: boolean }
  | { kind: 'place'; measure: number; field: number | undefined; on: string | null }
  | { kind: 'replace'; nth: number; measure: number; field: number | undefined; on: string | null };

const measure = fc.nat(measures.length - 1);
const field = maybe(fc.nat(fields.length - 1));
const on = fc.option(partial);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(measure, anEntry, on).map(([at, entry, day]): Step => ({
      kind: 'entry',
      measure: at,
      ...entry,
      on: day,
    })),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('text' as const), measure, on }) },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(), anEntry, on).map(([nth, entry, day]): Step => ({
      kind: 'correct',
      nth,
      ...entry,
      on: day,
    })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('void' as const),
      nth: fc.nat(),
      of: fc.constantFrom<Voided>('any', 'any', 'any', 'correction', 'merge'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('publish' as const), measure, visible: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('place' as const), measure, field, on }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('replace' as const),
      nth: fc.nat(),
      measure,
      field,
      on,
    }),
  },
);

const told = (step: Step, log: readonly Raw[]): Omit<Raw, 'id' | 'recordedAt'> | null => {
  const streamOf = (nth: number) => `measure-${measures[nth] ?? ''}`;
  const pick = (nth: number, of: (event: Raw) => boolean): Raw | null => {
    const found = log.filter(of);
    return found[nth % Math.max(1, found.length)] ?? null;
  };
  switch (step.kind) {
    case 'entry':
      return {
        stream: streamOf(step.measure),
        type: step.type,
        data: { ...step.data },
        occurredOn: step.on,
      };
    case 'text': {
      const data = { text: { title: `Title ${log.length}`, description: `Words ${log.length}` } };
      return {
        stream: streamOf(step.measure),
        type: 'MeasureDescribed',
        data,
        occurredOn: step.on,
      };
    }
    case 'correct': {
      // A correction is of the same type: the data of an entry of that type, where there is one; else another day alone.
      const same = pick(step.nth, ({ type }) => type === step.type);
      const other = pick(step.nth, ({ type }) => /^Measure(?!Rec|Desc|(Unp|P)ubl)/.test(type));
      const entry = same ?? other;
      const { text: _text, ...terms } = entry?.data ?? {};
      const replacement = same ? step.data : terms;
      const data = { entry: entry?.id, replacement, text: { reason: 'wrong' } };
      return entry && { stream: entry.stream, type: 'EntryCorrected', data, occurredOn: step.on };
    }
    case 'void': {
      const entry =
        pick(step.nth, ({ type }) => voided[step.of].test(type)) ??
        pick(step.nth, ({ type }) => voided.any.test(type));
      const data = { entry: entry?.id, text: { reason: 'wrong' } };
      return entry && { stream: entry.stream, type: 'EntryVoided', data, occurredOn: null };
    }
    case 'publish': {
      const type = step.visible ? 'MeasurePublished' : 'MeasureUnpublished';
      return { stream: streamOf(step.measure), type, data: {}, occurredOn: null };
    }
    case 'place':
      return {
        stream: `plan-${plan}`,
        type: 'PlanMeasurePlaced',
        data: placement(step, log),
        occurredOn: step.on,
      };
    case 'replace': {
      const entry = pick(step.nth, ({ type }) => type === 'PlanMeasurePlaced');
      const data = {
        entry: entry?.id,
        replacement: placement(step, log),
        text: { reason: 'wrong' },
      };
      return entry && { stream: entry.stream, type: 'EntryCorrected', data, occurredOn: step.on };
    }
  }
};

const placement = (step: { measure: number; field: number | undefined }, log: readonly Raw[]) => ({
  measure: measures[step.measure],
  ...(step.field === undefined ? {} : { field: fields[step.field] }),
  rank: log.length,
});

const founding = (): Omit<Raw, 'id' | 'recordedAt'>[] => {
  const event = (stream: string, type: string, data: object = {}) => ({
    ...{ stream, type, occurredOn: null },
    data: { ...data },
  });
  return [
    event(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Town' } }),
    event(`municipality-${town}`, 'MunicipalityPublished'),
    event(`plan-${plan}`, 'PlanDrafted', {
      municipality: town,
      kind: 'HEAT',
      text: { title: 'Plan' },
    }),
    ...fields.map((id, rank) =>
      event(`plan-${plan}`, 'PlanFieldAdded', { field: id, rank, text: { name: `Field ${rank}` } }),
    ),
    ...measures.map((id, n) =>
      event(`measure-${id}`, 'MeasureRecorded', {
        municipality: town,
        idea: n === 1,
        text: { title: `Measure ${n}` },
      }),
    ),
  ];
};

/**
 * Histories with corrections, voids, merges, partial dates, entries that come late, clocks that step back,
 * and several events of one instant.
 */
const historyOf = (minLength: number): fc.Arbitrary<readonly Raw[]> =>
  fc
    .array(fc.tuple(aStep, fc.constantFrom(0, 0, 1, 30, 400, 3000, -50)), {
      minLength,
      maxLength: 45,
      size: 'max',
    })
    .map((steps) => {
      const log: Raw[] = [];
      let hours = 0;
      const record = (event: Omit<Raw, 'id' | 'recordedAt'>) => {
        const recordedAt = new Date(FIRST_DAY + hours * 3_600_000).toISOString();
        log.push({ ...event, id: uuid(0xe00 + log.length), recordedAt });
      };
      for (const event of founding()) record(event);
      for (const [step, pause] of steps) {
        hours = Math.max(0, hours + pause);
        const event = told(step, log);
        if (event) record(event);
      }
      return log;
    });

export const aHistory = historyOf(0);
/** Most of the others are short: what is about a merge, or about a correction, needs time to come up. */
export const aLongHistory = historyOf(20);

const added = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Days on which something may turn: those named or recorded in the history, and around them. */
const turningDays = (history: readonly Raw[]): string[] => {
  const dates = JSON.stringify(history).match(/"20\d\d(-\d\d(-\d\d)?)?["T]/g) ?? [];
  return dates.flatMap((found) => {
    const date = found.slice(1, -1);
    const nextYear = `${Number(date.slice(0, 4)) + 1}-01-01`;
    const day = date.length === 10 ? date : date.length === 4 ? nextYear : `${date}-28`;
    return [-1, 0, 1, 2, 3, 4, 179, 180, 181].map((days) => added(day, days));
  });
};

export interface Question {
  readonly asOf: string;
  readonly knownAt: number | undefined;
}

/** A history, and moments to ask it about: at its turns, and a millisecond before. */
export const aQuestionedHistory: fc.Arbitrary<{ history: readonly Raw[]; questions: Question[] }> =
  fc
    .tuple(
      aHistory,
      fc.array(fc.tuple(fc.nat(), fc.option(fc.nat()), fc.boolean()), {
        minLength: 30,
        maxLength: 30,
      }),
    )
    .map(([history, picks]) => {
      const days = turningDays(history);
      const questions = picks.map(([day, instant, before]) => {
        const { recordedAt } = history[(instant ?? 0) % history.length] as Raw;
        const knownAt = instant === null ? undefined : Date.parse(recordedAt) - (before ? 1 : 0);
        return { asOf: days[day % days.length] as string, knownAt };
      });
      return { history, questions };
    });
