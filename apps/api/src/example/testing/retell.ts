import {
  commandsOf,
  decide,
  policyFor,
  policyWrites,
  streamsTouchedBy,
  type Category,
  type Past,
  type ReferenceFacts,
} from '@klimaspur/domain';
import { definedBy, withIds } from '../aliases.js';
import type { ExampleStep } from '../example-step.js';

/** What came of telling the steps to the deciders, with the policy following each decision. */
export interface Retold {
  /** By stream alias. */
  readonly streams: ReadonlyMap<string, readonly Past[]>;
  /** Steps that were refused, or that said nothing new. */
  readonly refused: readonly string[];
}

const categoryOf = (stream: string) => stream.slice(0, stream.indexOf(':')) as Category;

/** Gives every alias a UUID in the order of first use. */
const counter = () => {
  const ids = new Map<string, string>();
  const aliases = new Map<string, string>();
  const idOf = (alias: string): string => {
    if (alias.startsWith('@file:')) return 'f'.repeat(64);
    const id =
      ids.get(alias) ?? `00000000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`;
    ids.set(alias, id);
    aliases.set(id, alias);
    return id;
  };
  return { aliasOf: (id: string) => aliases.get(id) ?? '', idOf };
};

/** Tells all steps, one after the other, to the deciders alone: no log, no clock. */
export const retell = (steps: readonly ExampleStep[]): Retold => {
  const { aliasOf, idOf } = counter();
  const streams = new Map<string, Past[]>();
  const references = new Map<string, ReferenceFacts>();
  const refused: string[] = [];
  const append = (stream: string, event: Omit<Past, 'revision' | 'knownSince'>) => {
    const history = streams.get(stream) ?? [];
    streams.set(stream, [...history, { ...event, revision: history.length }]);
    references.set(idOf(`@${stream}`), { category: categoryOf(stream) });
  };
  const follow = (step: ExampleStep, type: string, cause: string) => {
    const policy = policyFor(categoryOf(step.stream), type);
    if (!policy) return;
    const said = policy.matters(streams.get(step.stream) ?? []);
    const from = idOf(`@${step.stream}`);
    for (const target of streamsTouchedBy(policy, from, said)) {
      const alias = aliasOf(target.id).slice(1);
      policyWrites(policy, from, said, target, streams.get(alias) ?? []).forEach(
        ({ type, data, occurredOn }, n) =>
          append(alias, {
            id: `${cause}/${alias}/${n}`,
            type,
            data,
            metadata: { occurredOn, recordedAt: step.at },
          }),
      );
    }
  };
  steps.forEach((step, index) => {
    const category = categoryOf(step.stream);
    const type = commandsOf(category).get(step.command)?.type ?? step.command;
    const data = withIds(step.data, idOf) as Record<string, unknown>;
    const id = idOf(step.name === undefined ? `@entry:#${index}` : `@entry:${step.name}`);
    definedBy(step).forEach(idOf);
    try {
      const history = streams.get(step.stream) ?? [];
      const decided = decide({ category, type, data, occurredOn: step.on }, history, {
        now: step.at,
        references,
      });
      if (decided.length === 0) refused.push(`${step.stream} ${step.at}: says nothing new`);
      for (const event of decided) {
        append(step.stream, {
          id,
          type: event.type,
          data: event.data,
          metadata: { occurredOn: step.on, recordedAt: step.at },
        });
      }
      follow(step, type, id);
    } catch (error) {
      const issues = (error as { issues?: unknown }).issues;
      refused.push(`${step.stream} ${step.at}: ${String(error)} ${JSON.stringify(issues)}`);
    }
  });
  return { streams, refused };
};
