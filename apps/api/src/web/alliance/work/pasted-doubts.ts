import { createHash } from 'node:crypto';
import { folded } from '@klimaspur/read-models';
import type { FormReader } from '../../forms/form-reader.js';
import type { PastedActor } from './pasted-list.js';

/** What somebody decides about a line that may name a person. */
export const decisions = ['ORGANISATION', 'CONTACT', 'PERSON'] as const;
export type Decision = (typeof decisions)[number];

/** A line that reads like the name of a person. */
export interface Doubt {
  readonly actor: PastedActor;
  /** The organisation in the list before it, of which the person may be. */
  readonly before: PastedActor | undefined;
}

/** The field of the form in which it is decided; the same when lines are added to the list. */
export const doubtName = ({ name }: PastedActor): string =>
  `who.${createHash('sha256').update(folded(name)).digest('hex').slice(0, 16)}`;

/** Those that nobody has registered yet; `known`: names of organisations, in small letters. */
export const doubtsIn = (
  actors: readonly PastedActor[],
  known: ReadonlySet<string>,
): readonly Doubt[] => {
  let before: PastedActor | undefined;
  return actors.flatMap((actor): Doubt[] => {
    if (actor.mayBePerson && !known.has(actor.name.toLowerCase())) return [{ actor, before }];
    before = actor;
    return [];
  });
};

/** The list as it was decided about: persons are left out, or become contacts of the organisation before them. */
export const decided = (
  actors: readonly PastedActor[],
  doubts: readonly Doubt[],
  reader: FormReader,
): readonly PastedActor[] => {
  const doubtOf = new Map(doubts.map((doubt) => [doubt.actor, doubt]));
  const persons = new Map<PastedActor, PastedActor[]>();
  const kept = actors.filter((actor) => {
    const doubt = doubtOf.get(actor);
    if (!doubt) return true;
    const decision = decisionIn(doubt, reader);
    if (decision === 'CONTACT' && doubt.before) {
      persons.set(doubt.before, [...(persons.get(doubt.before) ?? []), actor]);
    }
    return decision === 'ORGANISATION';
  });
  return kept.map((actor) => ({
    ...actor,
    contacts: [...actor.contacts, ...(persons.get(actor) ?? []).map(asContact)],
  }));
};

const decisionIn = ({ actor }: Doubt, reader: FormReader): Decision | undefined => {
  const said = reader.text(doubtName(actor));
  const decision = decisions.find((it) => it === said);
  if (!decision) reader.fail(doubtName(actor), 'alliance.problem.whoIsIt');
  return decision;
};

const asContact = ({ name, contacts }: PastedActor) => ({
  name,
  ...(contacts[0]?.email === undefined ? {} : { email: contacts[0].email }),
});
