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
import { othersFirst } from '../reading/in-turns.js';
import { asPast } from './edition.js';
import { fieldWords, reasonWords } from './field-words.js';

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
  readonly words: { readonly de: string; readonly en: string };
}

const BREATH = 50;

/** Decides wish after wish, each knowing those before it. */
class Deciding {
  private readonly past: Past[];

  constructor(
    private readonly category: Category,
    history: readonly Past[],
    private readonly now: string,
    private readonly references: ReadonlyMap<string, ReferenceFacts>,
  ) {
    this.past = history.filter((event) => !isPlacement(event));
  }

  decide(wish: Wish): readonly Decided[] {
    const { category, past, now, references } = this;
    const decided = decide(commandOf(category, wish), past, { now, references });
    for (const event of decided) {
      if (!isPlacement(event)) past.push(asPast(event, past.length, now));
    }
    return decided;
  }
}

/** Where one measure stands says nothing about another, and a plan has very many of them. */
const isPlacement = ({ type }: { readonly type: string }) => type === 'PlanMeasurePlaced';

/** All that is to be appended. Throws what `decide` throws. */
export const decideAll = (
  { category, wishes }: StreamWrite,
  history: readonly Past[],
  now: string,
  references: ReadonlyMap<string, ReferenceFacts>,
): Decided[] => {
  const deciding = new Deciding(category, history, now, references);
  return wishes.flatMap((wish) => deciding.decide(wish));
};

const commandOf = (category: Category, { type, data, occurredOn }: Wish): Command => ({
  category,
  type,
  data,
  occurredOn,
});

/** Decides without appending, so that a file is known to fit before anything is written. */
export class WishChecks {
  /** Of streams that are written to again and again: the plan. */
  private readonly kept = new Map<string, Deciding>();

  constructor(
    private readonly store: EventStore,
    private readonly now: string,
    private readonly references: ReadonlyMap<string, ReferenceFacts>,
  ) {}

  async refusalsOf(write: StreamWrite): Promise<RefusedWish[]> {
    const refused: RefusedWish[] = [];
    if (write.wishes.length === 0) return refused;
    const deciding = await this.decidingFor(write);
    for (const [index, wish] of write.wishes.entries()) {
      if (index % BREATH === BREATH - 1) await othersFirst();
      try {
        deciding.decide(wish);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push(...refusalsIn(error, wish));
      }
    }
    return refused;
  }

  private async decidingFor({ category, id }: StreamWrite): Promise<Deciding> {
    const name = streamName(category, id);
    const kept = this.kept.get(name);
    if (kept) return kept;
    const history = await this.store.readStream(name);
    const past = history as unknown as Past[];
    const deciding = new Deciding(category, past, this.now, this.references);
    if (category === 'plan') this.kept.set(name, deciding);
    return deciding;
  }
}

const refusalsIn = (error: DomainError, wish: Wish): RefusedWish[] =>
  (error.issues.length > 0 ? error.issues : [{ path: '', code: error.code, params: {} }]).map(
    ({ path, code, params }) => ({
      where: wish.where,
      column: path === '' ? '' : fieldWords(wish.type, path).de,
      value: String(valueAt(wish.data, path) ?? '').slice(0, 80),
      reason: code,
      words: reasonWords(code, params),
    }),
  );

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
