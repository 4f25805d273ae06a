import { actorState, roundtableState, timeline, type RoundtableState } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { ActorDetail, MergedActor, RoundtableDetail, Unnamed, View } from '../types.js';
import { heirsOf, withMerged } from './heirs.js';
import { townKey, type Params } from './scope.js';
import { stories, type Story } from './stories.js';

/** The round tables that a town (by id or slug) had by then, oldest first. */
export const roundtables = (db: Statements, municipality: string, view: View): RoundtableDetail[] =>
  roundtablesThat(db, `s.municipality = ${townKey('$town')}`, { town: municipality }, view).filter(
    ({ since }) => since !== null && since <= view.asOf,
  );

/** One round table; undefined: there is none that the viewer may see. */
export const roundtable = (db: Statements, id: string, view: View): RoundtableDetail | undefined =>
  roundtablesThat(db, 's.id = $id', { id }, view)[0];

/** Those that fit. `condition`: on `s`, their row in `stream`. */
export const roundtablesThat = (
  db: Statements,
  condition: string,
  params: Params,
  view: View,
): RoundtableDetail[] =>
  stories(db, 'roundtable', condition, params, view).map((story) => ({
    ...roundtableState(story.entries, view.asOf),
    ...headOf(story),
    unnamed: unnamedIn(story, view),
  }));

/** The organisations of a town (by id or slug), by name. */
export const actors = (db: Statements, municipality: string, view: View): ActorDetail[] =>
  actorsThat(
    db,
    `s.municipality = ${townKey('$town')} AND s.id NOT IN (SELECT value FROM json_each($merged))`,
    { town: municipality, merged: JSON.stringify([...heirsOf(db).keys()]) },
    view,
  ).sort((a, b) => byName.compare(a.name, b.name));

/** One organisation, or the one that it was merged into; undefined: there is none that the viewer may see. */
export const actor = (db: Statements, id: string, view: View): ActorDetail | undefined =>
  actorsThat(db, 's.id = $id', { id: heirsOf(db).get(id) ?? id }, view)[0];

/** The organisations that were merged into one, by name. */
export const mergedInto = (db: Statements, id: string, view: View): MergedActor[] => {
  const merged = withMerged(id, heirsOf(db)).slice(1);
  const ids = JSON.stringify(merged);
  return stories(db, 'actor', 's.id IN (SELECT value FROM json_each($ids))', { ids }, view)
    .flatMap(({ id: own, entries }) => {
      const entry = entries.findLast(({ type }) => type === 'ActorMerged')?.id;
      return entry === undefined ? [] : [{ id: own, name: actorState(entries).name, entry }];
    })
    .sort((a, b) => byName.compare(a.name, b.name));
};

const byName = new Intl.Collator('de');

export const actorsThat = (
  db: Statements,
  condition: string,
  params: Params,
  view: View,
): ActorDetail[] =>
  stories(db, 'actor', condition, params, view).map((story) => ({
    ...actorState(story.entries),
    ...headOf(story),
  }));

const headOf = ({ id, municipality, published, revision }: Story) => ({
  ...{ id, municipality, published, revision },
});

/** What tells who sits there and who came, and what was said about that. */
const aboutGroups: ReadonlySet<string> = new Set([
  'RoundtableSeatAdded',
  'RoundtableSeatEnded',
  'RoundtableMeetingConvened',
  'RoundtableMeetingHeld',
  'EntryCorrected',
  'EntryVoided',
]);

const unnamedIn = ({ all, part }: Story, view: View): Unnamed => {
  if (all === part) return { seats: 0, groups: {} };
  const [before, after] = [all, part].map((past) =>
    roundtableState(
      timeline(
        past.filter(({ type }) => aboutGroups.has(type)),
        view,
      ),
    ),
  ) as [RoundtableState, RoundtableState];
  const groups = before.meetings.flatMap(({ meeting, held }): [string, number][] => {
    const named = after.meetings.find((other) => other.meeting === meeting)?.held?.groups.length;
    const missing = (held?.groups.length ?? 0) - (named ?? 0);
    return missing > 0 ? [[meeting, missing]] : [];
  });
  return { seats: seatsOf(before) - seatsOf(after), groups: Object.fromEntries(groups) };
};

const seatsOf = ({ seats }: RoundtableState): number =>
  new Set(seats.filter(({ ended }) => !ended).map(({ actor: id }) => id)).size;
