import {
  type Category,
  type Command,
  type Past,
  type ReferenceFacts,
  referencesOf,
} from '@klimaspur/domain';
import { type EventReader, isUuid, streamName } from '@klimaspur/event-store';

/** The town of a stream, by its first event. */
export const municipalityOf = (category: Category, id: string, first: Past): string | undefined =>
  category === 'municipality' ? id : (first.data['municipality'] as string | undefined);

/** Looks up every stream that a command names. What is not in the answer does not exist. */
export async function resolveReferences(
  log: EventReader,
  command: Command,
  history: readonly Past[],
): Promise<ReadonlyMap<string, ReferenceFacts>> {
  const named = new Map(
    referencesOf(asMeant(command, history)).map(({ id, category }) => [
      `${category}-${id}`,
      { id, category },
    ]),
  );
  const found = await Promise.all([...named.values()].map((reference) => factsOf(log, reference)));
  return new Map(found.filter((entry) => entry !== undefined));
}

async function factsOf(
  log: EventReader,
  { id, category }: { id: string; category: Category },
): Promise<[string, ReferenceFacts] | undefined> {
  if (!isUuid(id)) return undefined;
  const [first] = await log.readStream(streamName(category, id), { limit: 1 });
  if (!first) return undefined;
  const municipality = municipalityOf(category, id, first as unknown as Past);
  return [id, { category, ...(municipality === undefined ? {} : { municipality }) }];
}

/** A correction names what its replacement names. */
function asMeant(command: Command, history: readonly Past[]): Command {
  if (command.type !== 'EntryCorrected') return command;
  const entry = history.find(({ id }) => id === command.data['entry']);
  if (!entry) return command;
  return { ...command, type: entry.type, data: command.data['replacement'] as Command['data'] };
}
