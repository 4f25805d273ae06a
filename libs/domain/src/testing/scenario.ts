import type { Category } from '../shared/event-definition.js';
import { decide, type Decided, type Facts, type ReferenceFacts } from '../decide.js';
import { DomainError } from '../shared/domain-error.js';
import type { Past } from '../timeline.js';

/** Readable ids for tests: `anId(1)` is `00000000-0000-7000-8000-000000000001`. */
export const anId = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const town = anId(1);

/** An event as a test writes it: what, for which day, recorded when (default: noon of that day). */
export interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly on: string | null;
  readonly at: string;
  readonly id?: string;
}

export const told = (
  type: string,
  data: Told['data'],
  on: string | null,
  at: string = `${on ?? '2024-01-01'}T12:00:00.000Z`,
): Told => ({ type, data, on, at });

/** Numbers told events as a stream would. */
export const stream = (...events: readonly Told[]): Past[] =>
  events.map(({ id, type, data, on, at }, revision) => ({
    id: id ?? anId(1000 + revision),
    revision,
    type,
    data,
    metadata: { occurredOn: on, recordedAt: at },
  }));

export const recorded = told(
  'MeasureRecorded',
  { municipality: town, text: { title: 'Solar roofs on schools' } },
  null,
  '2020-01-01T12:00:00.000Z',
);

const expectRefusal = (act: () => unknown, code: string, path?: string) => {
  let refusal: unknown;
  try {
    act();
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(DomainError);
  const { code: actual, issues } = refusal as DomainError;
  expect([actual, ...issues.map((issue) => issue.code)]).toContain(code);
  if (path !== undefined) expect(issues.map((issue) => issue.path)).toContain(path);
};

/** given(events).when(command).then(events): the only way deciders are tested. */
export const scenario = (
  category: Category,
  now: string,
  references: ReadonlyMap<string, ReferenceFacts> = new Map(),
) => {
  const facts: Facts = { now, references };
  return {
    given: (...events: readonly Told[]) => ({
      when: (type: string, data: Told['data'], occurredOn: string | null = null) => {
        const act = () => decide({ category, type, data, occurredOn }, stream(...events), facts);
        return {
          then: (...expected: Omit<Decided, 'schemaVersion'>[]) =>
            expect(act()).toEqual(expected.map((event) => ({ ...event, schemaVersion: 1 }))),
          thenNothing: () => expect(act()).toEqual([]),
          thenRefused: (code: string, path?: string) => expectRefusal(act, code, path),
        };
      },
    }),
  };
};
