import {
  decide,
  DomainError,
  type Category,
  type Command,
  type Decided,
  type Past,
  type ReferenceFacts,
} from '@klimaspur/domain';
import { streamName, type EventStore } from '@klimaspur/event-store';

/** One thing an import wants to record, and the place in the file that it comes from. */
export interface Wish {
  readonly where: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: string | null;
}

/** All that an import wants to record in one stream, in one append. */
export interface StreamWrite {
  readonly category: Category;
  readonly id: string;
  readonly wishes: readonly Wish[];
}

export interface RefusedWish {
  readonly where: string;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

const asPast = (decided: Decided, revision: number, now: string): Past => ({
  id: `undecided-${revision}`,
  revision,
  type: decided.type,
  data: decided.data,
  metadata: { occurredOn: decided.occurredOn, recordedAt: now },
});

/** Decides the wishes one after another, each knowing those before it. Throws what `decide` throws. */
export const decideAll = (
  { category, wishes }: StreamWrite,
  history: readonly Past[],
  now: string,
  references: ReadonlyMap<string, ReferenceFacts>,
): Decided[] => {
  const past = [...history];
  return wishes.flatMap((wish) => {
    const decided = decide(commandOf(category, wish), past, { now, references });
    past.push(...decided.map((event, index) => asPast(event, past.length + index, now)));
    return [...decided];
  });
};

const commandOf = (category: Category, { type, data, occurredOn }: Wish): Command => ({
  category,
  type,
  data,
  occurredOn,
});

/** Decides without appending, so that a file is known to fit before anything is written. */
export const refusalsOf = async (
  store: EventStore,
  write: StreamWrite,
  now: string,
  references: ReadonlyMap<string, ReferenceFacts>,
): Promise<RefusedWish[]> => {
  const history = await store.readStream(streamName(write.category, write.id));
  const past = history as unknown as Past[];
  const refused: RefusedWish[] = [];
  const good: Wish[] = [];
  for (const wish of write.wishes) {
    try {
      decideAll({ ...write, wishes: [...good, wish] }, past, now, references);
      good.push(wish);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push(...refusalsIn(error, wish));
    }
  }
  return refused;
};

const refusalsIn = (error: DomainError, wish: Wish): RefusedWish[] =>
  (error.issues.length > 0 ? error.issues : [{ path: '', code: error.code }]).map((issue) => ({
    where: wish.where,
    column: issue.path,
    value: String(valueAt(wish.data, issue.path) ?? '').slice(0, 80),
    reason: issue.code,
  }));

const valueAt = (data: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[part]
          : undefined,
      data,
    );
