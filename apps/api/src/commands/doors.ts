import { categories, type Category, commandsOf, type EventDefinition } from '@klimaspur/domain';
import { type BodyClass, bodyOf } from './body-of.js';

/** One command that the API takes, made from the catalogue of events. */
export interface Door {
  readonly category: Category;
  readonly definition: EventDefinition;
  readonly body: BodyClass;
  /** Handler and operation name, such as `startImplementationOfMeasure`. */
  readonly name: string;
}

/** How an aggregate's collection is called in addresses. */
export const collections: Readonly<Record<Category, string>> = {
  municipality: 'municipalities',
  person: 'persons',
  organ: 'organs',
  plan: 'plans',
  measure: 'measures',
  decision: 'decisions',
  actor: 'actors',
  roundtable: 'roundtables',
};

const camel = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `found-municipality` names its aggregate already; `correct-entry` does not. */
const nameOf = (command: string, category: Category): string =>
  command.endsWith(`-${category}`) ? camel(command) : camel(`${command}-of-${category}`);

const doorOf = (category: Category, definition: Omit<EventDefinition, 'category'>): Door => ({
  category,
  definition: { ...definition, category },
  body: bodyOf(definition),
  name: nameOf(definition.command, category),
});

/** Every command there is. */
export const doors: readonly Door[] = categories.flatMap((category) =>
  [...commandsOf(category).values()].map((definition) => doorOf(category, definition)),
);

/** The door of a command by its public name. Throws for a name that the catalogue does not know. */
export function doorTo(category: Category, command: string): Door {
  const door = doors.find(
    ({ category: own, definition }) => own === category && definition.command === command,
  );
  if (!door) throw new Error(`No command ${command} for ${category}`);
  return door;
}

/** Towns are founded, and people are given roles, in the own world only; all else where one looks. */
export const isAlwaysOwn = ({ category, definition }: Door): boolean =>
  category === 'person' || definition.type === 'MunicipalityFounded';
