import { createHash } from 'node:crypto';
import {
  commandsOf,
  decide,
  policyFor,
  textsOf,
  type Category,
  type Past,
  type ReferenceFacts,
} from '@klimaspur/domain';
import { commandIdFrom, handle, nameBasedId, streamName } from '@klimaspur/event-store';
import type { World } from '../persistence/world.js';
import { withIds } from './aliases.js';
import type { ExampleStep, Recorder } from './example-step.js';
import { daysToShift, shiftStep } from './shift.js';

const roles: Readonly<Record<Recorder, string>> = {
  lead: 'LEAD',
  monitor: 'MONITOR',
  monitor2: 'MONITOR',
  administration: 'ADMINISTRATION',
};

/** The pseudonym of somebody who recorded an example. */
export const examplePerson = (name: string): string => nameBasedId('example', `person:${name}`);

/** What an alias becomes that stands for something with an id. */
export const exampleId = (name: string, alias: string): string =>
  nameBasedId('example', alias.startsWith('@person:') ? alias.slice(1) : `${name} ${alias}`);

/** Stands for a file that is not kept anywhere. */
const sha256Of = (alias: string): string => createHash('sha256').update(alias).digest('hex');

export interface ExampleOrder {
  /** Name of the example: part of its ids, so that it is never loaded twice. */
  readonly name: string;
  readonly steps: readonly ExampleStep[];
  readonly now: string;
  /** Move all dates by whole weeks, so that the story ends this week. */
  readonly ending?: 'this-week';
  /** Hashes of the pictures that evidence names, by alias. */
  readonly files?: ReadonlyMap<string, string>;
  /** Pseudonym under which all of it is recorded; absent: those of the story. */
  readonly recorder?: string;
}

/**
 * Sends an example through the commands, each at its own instant. A load that broke off is finished by the
 * next one: ids are made from the example, so what is there is found. Answers the id of its town.
 */
export const loadExample = async (
  { store, policies }: Pick<World, 'store' | 'policies'>,
  { name, steps, now, ending, files = new Map(), recorder }: ExampleOrder,
): Promise<string> => {
  const last = steps.at(-1);
  const days = ending && last ? daysToShift(last.at, now) : 0;
  const ids = new Map<string, string>();
  const references = new Map<string, ReferenceFacts>();
  const idOf = (alias: string): string => {
    if (alias.startsWith('@file:')) return files.get(alias) ?? sha256Of(alias);
    return ids.get(alias) ?? exampleId(name, alias);
  };
  const town = idOf(`@${steps.find(({ command }) => command === 'found-municipality')?.stream}`);
  for (const [index, told] of steps.entries()) {
    const step = shiftStep(told, days);
    const category = step.stream.slice(0, step.stream.indexOf(':')) as Category;
    const definition = commandsOf(category).get(step.command);
    if (!definition) throw new Error(`${step.stream} knows no command ${step.command}`);
    const id = idOf(`@${step.stream}`);
    const command = {
      category,
      type: definition.type,
      data: withIds(step.data, idOf) as Record<string, unknown>,
      occurredOn: step.on,
    };
    references.set(id, { category, municipality: town });
    const stream = streamName(category, id);
    const handled = await handle(store, {
      stream,
      mode: 'additive',
      commandId: commandIdFrom(`${name} ${index}`, 'example'),
      actor: {
        person: recorder ?? idOf(`@person:${step.by}`),
        role: roles[step.by],
        municipality: town,
      },
      now: step.at,
      decide: (history) =>
        decide(command, history as unknown as Past[], { now: step.at, references }),
    });
    if (definition.type === 'TextRedacted') {
      const history = (await store.readStream(stream)) as unknown as Past[];
      const gone = textsOf(command.data['entry'] as string, history.slice(0, handled.revision));
      const ids = gone.map((past) => past.id);
      await store.takeTextsOut(ids, [stream]);
    }
    if (policyFor(category, definition.type)) await policies.catchUp();
    if (step.name === undefined) continue;
    const [entry] = await store.readStream(stream, { from: handled.revision, limit: 1 });
    if (entry) ids.set(`@entry:${step.name}`, entry.id);
  }
  return town;
};
