import type { EventData } from '@klimaspur/domain';
import { type Evidence, type StreamEntry, streamHistory } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { notThere } from '../reading/not-there.js';
import { organNames } from '../reading/organ-names.js';
import { pastOf } from '../reading/past.js';
import type { Reading } from '../reading/reader.js';
import { asSeen, namedIn } from '../reading/seen-entries.js';
import { type Named, namedBy } from './named-entries.js';

type Recorded = EventData<'DecisionRecorded'>;
type Effect = Recorded['effects'][number];

/** A vote of a body, as it counts now, and how its record came to be so. */
export interface DecisionDetail {
  readonly id: string;
  readonly municipality: string;
  readonly revision: number;
  /** The entry that recorded it; what it wrote into the streams of measures names it as source. */
  readonly entry: string;
  readonly title: string;
  readonly paper: string | null;
  readonly result: string | null;
  readonly note: string | null;
  readonly organ: { readonly id: string; readonly name: string | null };
  readonly outcome: Recorded['outcome'];
  readonly final: boolean;
  readonly votes: Recorded['votes'] | null;
  readonly occurredOn: string | null;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  /** Null where it says nothing of a plan, or of one that is a draft. */
  readonly plan: { readonly id: string; readonly title: string; readonly scope: string } | null;
  /** Drafts are left out. */
  readonly effects: readonly (Effect & { readonly title: string })[];
  readonly evidence: readonly Evidence[];
  /** The entry that took it back. */
  readonly voidedBy: string | null;
  /** Every entry about it, newest effect first. */
  readonly history: readonly Named<StreamEntry>[];
}

export class GetDecision extends Query<DecisionDetail> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetDecision)
export class GetDecisionHandler implements IQueryHandler<GetDecision> {
  constructor(private readonly vault: Vault) {}

  async execute({ reading, id }: GetDecision): Promise<DecisionDetail> {
    const { models, view } = reading;
    const head = models.decisionHead(id, view);
    const all = head ? streamHistory(await pastOf(reading, 'decision', id), view) : [];
    const titles = titlesSeen(reading, all);
    const seen = new Set(titles.keys());
    const history = all.map((entry) => asSeen(entry, seen));
    const record = history.find(({ type }) => type === 'DecisionRecorded');
    if (!head || !record) throw notThere(reading, 'decision', () => head);
    const organ = models.organ(dataOf(record).organ, view);
    const organName = await organNames(reading, organ ? [organ] : []);
    return {
      ...head,
      ...factsOf(record, titles),
      id,
      organ: {
        id: dataOf(record).organ,
        name: organName(dataOf(record).organ, record.effectiveOn) ?? null,
      },
      history: await namedBy(this.vault, history),
    };
  }
}

const dataOf = ({ data }: StreamEntry) => data as unknown as Recorded;

/** Titles of the measures and plans named anywhere that the asker may see, by stream. */
const titlesSeen = (
  { models, view }: Reading,
  entries: readonly StreamEntry[],
): ReadonlyMap<string, string> => {
  const named = [...namedIn(entries)];
  const idsOf = (category: string) =>
    named.flatMap((stream) =>
      stream.startsWith(`${category}-`) ? stream.slice(category.length + 1) : [],
    );
  const measures = [...models.measureTitles(idsOf('measure'), view)];
  const plans = idsOf('plan').flatMap((id) => models.plan(id, view) ?? []);
  return new Map([
    ...measures.map(([id, title]): [string, string] => [`measure-${id}`, title]),
    ...plans.map(({ id, title }): [string, string] => [`plan-${id}`, title]),
  ]);
};

const factsOf = (record: StreamEntry, titles: ReadonlyMap<string, string>) => {
  const { outcome, final, votes, plan, effects, text } = dataOf(record);
  const { occurredOn, effectiveOn, recordedAt, evidence, voidedBy } = record;
  return {
    entry: record.id,
    title: text?.title ?? '',
    paper: text?.paper ?? null,
    result: text?.result ?? null,
    note: text?.note ?? null,
    ...{ outcome, final, votes: votes ?? null },
    ...{ occurredOn, effectiveOn, recordedAt, evidence, voidedBy },
    plan: plan
      ? { id: plan.plan, title: titles.get(`plan-${plan.plan}`) ?? '', scope: plan.scope }
      : null,
    effects: effects.map((effect) => ({
      ...effect,
      title: titles.get(`measure-${effect.measure}`) ?? '',
    })),
  };
};
