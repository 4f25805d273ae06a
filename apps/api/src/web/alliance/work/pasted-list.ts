import type { ActorKind } from '@klimaspur/domain';
import { folded } from '@klimaspur/read-models';
import {
  type Cell,
  cellsOf,
  isKindAlone,
  isLikePerson,
  isPerson,
  kindIn,
  mayBePerson,
  personIn,
} from './pasted-cells.js';

/** One organisation as somebody pasted it: its name, and what else the line says. */
export interface PastedActor {
  readonly name: string;
  readonly kind?: ActorKind;
  readonly contacts: readonly PastedContact[];
  /** It reads like the name of a person, and nothing in its line says that it is none. */
  readonly mayBePerson?: true;
}

/** Somebody to write to: `Erika Muster <erika@radfreunde.example>`, or one of both alone. */
export interface PastedContact {
  readonly name?: string;
  readonly email?: string;
}

export interface PastedList {
  readonly actors: readonly PastedActor[];
  /** What is no organisation, or belongs to none: persons, and addresses without a name. */
  readonly unclear: readonly string[];
}

/**
 * Reads a pasted list: one organisation a line, and behind a tab, semicolon or comma its kind and whom to write to; or
 * addresses as mail programs write them. Bullets, numbers and quotes are left out, and so is what repeats a name.
 */
export const readPastedList = (text: string): PastedList => {
  const actors = new Map<string, PastedActor>();
  const unclear: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    for (const cells of entriesOf(cellsOf(line))) {
      const actor = actorOf(cells);
      if (!actor) {
        unclear.push(cells.map(wordsOf).join(', '));
        continue;
      }
      const known = actors.get(folded(actor.name)) ?? { ...actor, contacts: [] };
      const contacts = [...known.contacts, ...actor.contacts.filter(isSomebody)];
      actors.set(folded(actor.name), { ...known, contacts: contacts.map(asContact) });
      for (const { name } of actor.contacts.filter((one) => !isSomebody(one))) unclear.push(name!);
    }
  }
  return { actors: [...actors.values()], unclear };
};

/** A line is about one organisation, unless it begins with one address of several: then about each of them. */
const entriesOf = (cells: readonly Cell[]): (readonly Cell[])[] => {
  if (cells.length === 0) return [];
  const isMailList =
    cells[0]?.email !== undefined && cells.filter(({ email }) => email !== undefined).length > 1;
  return isMailList ? cells.map((cell) => [cell]) : [cells];
};

const actorOf = ([first, ...rest]: readonly Cell[]): PastedActor | undefined => {
  if (!first || first.name === '' || first.name.includes('@')) return undefined;
  const [name, others] = first.email === undefined ? nameAndRest(first, rest) : [first.name, rest];
  const [only] = others;
  // „Max Muster, max@muster.example“ is a person as well.
  const isAlone = others.length === 1 && only?.name === '' && only.email !== undefined;
  if (isPerson(isAlone ? { ...first, ...only, name } : first)) return undefined;
  const said = others.find((cell) => isKind(cell))?.name ?? '';
  const kind = kindIn(said) ?? kindIn(name);
  const contacts = [
    ...(first.email === undefined ? [] : [{ email: first.email }]),
    ...contactsIn(others.filter((cell) => !isKind(cell))),
  ];
  const isDoubtful = mayBePerson(name) && !others.some((cell) => isKindAlone(cell.name));
  return {
    ...{ name, ...(kind ? { kind } : {}), contacts },
    ...(isDoubtful ? { mayBePerson: true as const } : {}),
  };
};

const isKind = ({ name, email }: Cell): boolean =>
  email === undefined && kindIn(name) !== undefined;

/** „Amt für Umwelt, Grün und Klima, amt@stadt.example“: commas within a name, where no person follows. */
const nameAndRest = (first: Cell, rest: readonly Cell[]): [string, readonly Cell[]] => {
  const [next, ...others] = rest;
  const goesOn = next?.email === undefined && /\s(und|and|&)\s/.test(next?.name ?? '');
  return goesOn ? [`${first.name}, ${next?.name}`, others] : [first.name, rest];
};

/** A name is that of the address behind it. */
const contactsIn = (cells: readonly Cell[]): PastedContact[] =>
  cells.flatMap(({ name, email }, index): PastedContact[] => {
    const next = cells[index + 1];
    if (email === undefined) {
      const isTaken = next?.email !== undefined && next.name === '';
      return isTaken ? [] : [{ name }];
    }
    const before = cells[index - 1];
    const own = name === '' && before?.email === undefined ? (before?.name ?? '') : name;
    return [{ ...(own === '' ? {} : { name: own }), email }];
  });

const asContact = ({ name, email }: PastedContact): PastedContact => ({
  ...(name === undefined ? {} : { name: personIn(name) }),
  ...(email === undefined ? {} : { email }),
});

/** An address, or a name like that of a person; what else stands there is not guessed at. */
const isSomebody = ({ name = '', email }: PastedContact): boolean =>
  email !== undefined || isLikePerson(name);

const wordsOf = ({ name, email }: Cell): string =>
  [name, email && name ? `<${email}>` : email].filter(Boolean).join(' ');
