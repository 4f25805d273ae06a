import {
  aggregateEvents,
  catalogue,
  entryEvents,
  isEventType,
  policyEvents,
  sourceEvents,
  type PolicyEventType,
  type SourceEventType,
} from './catalogue.js';
import type { Command } from './command.js';
import { newerIn, schemaVersionOf } from './evolution.js';
import { checkCorrection, checkEntryExists, checkRedaction, checkVoid } from './entry-rules.js';
import { repeatsWhatStands } from './measure/news.js';
import { addressIssues } from './municipality/moved.js';
import { keyIssues } from './municipality/municipality.key.js';
import { hasOwnHeir, planIssues } from './plan/plan.rules.js';
import { roundtableIssues } from './roundtable/roundtable.rules.js';
import { whyUnreadable } from './readable.js';
import { checkData, idsIn, isUuid } from './shared/check-fields.js';
import { DomainError, type Issue } from './shared/domain-error.js';
import { categories, type Category, type EventDefinition } from './shared/event-definition.js';
import { berlinDay, firstDay, isPartialDate, type PartialDate } from './shared/partial-date.js';
import { assessmentScales, type AssessmentScale } from './shared/vocabulary.js';
import { isAllTakenOut } from './taken-out.js';
import type { Past } from './timeline.js';
import { isPublished, visibility } from './visibility.js';

export interface Decided {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: PartialDate | null;
  readonly schemaVersion: number;
}

/** What the door knows about a stream that a command names. */
export interface ReferenceFacts {
  readonly category: Category;
  /** The town it belongs to; for a municipality itself its own id. */
  readonly municipality?: string;
}

/** What a decision needs from outside: the time, and the streams it names, by id; absent = unknown. */
export interface Facts {
  readonly now: string;
  readonly references: ReadonlyMap<string, ReferenceFacts>;
}

const streamReferences = new Set<string>(categories);

const isUncommanded = (type: string): type is PolicyEventType | SourceEventType =>
  Object.hasOwn(policyEvents, type) || Object.hasOwn(sourceEvents, type);

/** The definition of the event a command asks for; refused where that aggregate has no such event. */
export const definitionOf = (
  category: Category,
  type: string,
): Omit<EventDefinition, 'category'> => {
  const known = isEventType(type) && !isUncommanded(type) ? catalogue[type] : undefined;
  if (!known || ('category' in known && known.category !== category)) {
    throw new DomainError('command/unknown', [
      { path: '', code: 'command/unknown', params: { type } },
    ]);
  }
  return known;
};

/** The ids of other streams that a command names, with the path of each. */
export const referencesOf = (
  command: Command,
): readonly { path: string; category: Category; id: string }[] => {
  const definition = definitionOf(command.category, command.type);
  const { text: _text, ...terms } = command.data;
  return idsIn(definition.data, terms)
    .filter(({ of, id }) => streamReferences.has(of) && isUuid(id))
    .map(({ path, of, id }) => ({ path, category: of as Category, id }));
};

/**
 * What is to be recorded for a command, given all that is known of its stream; `[]` where it would say
 * nothing new. Throws `DomainError`: reality is recorded, so only what cannot be true or means nothing
 * is refused, and what would follow an entry that cannot be read.
 */
export const decide = (
  command: Command,
  history: readonly Past[],
  facts: Facts,
): readonly Decided[] => {
  try {
    return decideOn(command, history, facts);
  } catch (error) {
    const isWhole = (past: Past) => whyUnreadable(past, history) === undefined;
    if (error instanceof DomainError || history.every(isWhole)) throw error;
    throw new DomainError('log/entry-unreadable');
  }
};

const decideOn = (command: Command, history: readonly Past[], facts: Facts): readonly Decided[] => {
  const definition = definitionOf(command.category, command.type);
  refuse('command/invalid', [
    ...checkData(definition, command.data),
    ...checkDay(command.occurredOn, facts.now),
    ...checkReferences(command, history, facts),
    ...checkRating(command.data),
    ...checkNotFromPolicy(command.data),
  ]);
  checkStream(command, definition, history);
  checkRules(command, history, facts);
  if (saysNothing(command, definition, history, facts)) return [];
  const { type, data, occurredOn } = command;
  const schemaVersion = schemaVersionOf(typeCarried(command, history));
  return [{ type, data: withoutEmptyText(data), occurredOn, schemaVersion }];
};

/** A correction is of the version of what it corrects. */
const typeCarried = ({ type, data }: Command, history: readonly Past[]): string =>
  (type === 'EntryCorrected' && history.find(({ id }) => id === data['entry'])?.type) || type;

const refuse = (code: string, issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new DomainError(code, issues);
};

/** A day that has not begun cannot have happened; a year or month counts from its first day. */
export const checkDay = (occurredOn: unknown, now: string): Issue[] => {
  if (occurredOn === null) return [];
  if (!isPartialDate(occurredOn)) {
    return [{ path: 'occurredOn', code: 'field/not-a-date', params: {} }];
  }
  return firstDay(occurredOn) > berlinDay(now)
    ? [{ path: 'occurredOn', code: 'field/in-the-future', params: { today: berlinDay(now) } }]
    : [];
};

const checkReferences = (command: Command, history: readonly Past[], facts: Facts): Issue[] => {
  const own = history[0]?.data['municipality'] ?? command.data['municipality'];
  return referencesOf(command).flatMap(({ path, category, id }): Issue[] => {
    const found = facts.references.get(id);
    if (found?.category !== category) {
      return [{ path, code: 'reference/unknown', params: { category } }];
    }
    return typeof own === 'string' && found.municipality !== undefined && found.municipality !== own
      ? [{ path, code: 'reference/other-municipality', params: { category } }]
      : [];
  });
};

/** Only a policy says that an entry came from another one; such an entry cannot be corrected here. */
const checkNotFromPolicy = ({ source }: Command['data']): Issue[] =>
  source === undefined ? [] : [{ path: 'source', code: 'entry/by-policy-only', params: {} }];

const checkRating = ({ scale, rating }: Command['data']): Issue[] => {
  if (typeof scale !== 'string' || !Object.hasOwn(assessmentScales, scale)) return [];
  const allowed: readonly string[] = assessmentScales[scale as AssessmentScale];
  return allowed.includes(rating as string)
    ? []
    : [{ path: 'rating', code: 'field/unknown-code', params: { allowed: allowed.join(', ') } }];
};

/** A creation begins a stream; everything else needs one. A role needs none: the person is its stream. */
const checkStream = (
  { category }: Command,
  { mode }: Pick<EventDefinition, 'mode'>,
  history: readonly Past[],
): void => {
  if (mode === 'creating') {
    if (history.length > 0) throw new DomainError(`${category}/already-exists`);
    return;
  }
  if (history.length === 0 && category !== 'person') throw new DomainError(`${category}/unknown`);
  if (newerIn(history).length > 0) throw new DomainError('log/upgrade-needed');
};

const checkRules = (command: Command, history: readonly Past[], facts: Facts): void => {
  switch (command.type) {
    case 'EntryCorrected':
      return checkCorrection(command, history, (replaced, others) =>
        refuse(
          'command/invalid',
          [
            ...checkData(definitionOf(command.category, replaced.type), replaced.data),
            ...checkReferences(replaced, history, facts),
            ...checkRating(replaced.data),
            ...checkNotFromPolicy(replaced.data),
            ...checkOwn(replaced, others, facts.now),
          ].map(withinReplacement),
        ),
      );
    case 'EntryVoided':
      checkVoid(command, history);
      return checkHeirsAfter(command, history, facts);
    case 'EvidenceAdded':
      return checkEntryExists(command, history);
    case 'TextRedacted':
      return checkRedaction(command, history);
    case 'PersonRoleGranted':
    case 'PersonRoleRevoked':
      return checkRole(command);
    case 'MeasureRescheduled':
      return checkSomeDate(command);
    default:
      refuse('command/invalid', checkOwn(command, history, facts.now));
  }
};

/** The rules of one kind of stream. `history` leaves out the entry that is being corrected. */
const checkOwn = (command: Command, history: readonly Past[], now: string): readonly Issue[] => {
  if (command.category === 'plan') return planIssues(command, history);
  if (command.category === 'roundtable') return roundtableIssues(command, history, now);
  const named = (path: string, wanted?: string): Issue[] =>
    history.some(({ id, type }) => id === command.data[path] && type === (wanted ?? type))
      ? []
      : [{ path, code: 'entry/unknown', params: {} }];
  switch (command.type) {
    case 'MunicipalityFounded':
      return keyIssues(command.data);
    case 'MunicipalityMoved':
      return addressIssues(command.data);
    case 'MeasureResponsibleBodyReleased':
      return named('assignment', 'MeasureResponsibleBodyAssigned');
    case 'MeasureFindingSettled':
      return named('entry');
    case 'MeasureSupportDelivered':
    case 'MeasureSupportWithdrawn':
      return named('pledge', 'MeasureSupportPledged');
    case 'ActorOfferWithdrawn':
      return named('offer', 'ActorOfferMade');
    default:
      return [];
  }
};

/** Voiding a correction brings back what the entry said before: that must still make sense. */
const checkHeirsAfter = (command: Command, history: readonly Past[], { now }: Facts): void => {
  if (command.category !== 'plan') return;
  const { type, data, occurredOn } = command;
  const metadata = { occurredOn, recordedAt: now };
  if (hasOwnHeir([...history, { id: '', revision: history.length, type, data, metadata }])) {
    refuse('command/invalid', [{ path: 'entry', code: 'plan/own-heir', params: {} }]);
  }
};

/** A new date without a date means nothing. */
const checkSomeDate = ({ data }: Command): void => {
  if (data['plannedStart'] !== undefined || data['plannedEnd'] !== undefined) return;
  refuse('command/invalid', [{ path: 'plannedEnd', code: 'field/missing', params: {} }]);
};

/** A replacement lies in two halves of the correction; its issues are named where they lie. */
const withinReplacement = (issue: Issue): Issue => ({
  ...issue,
  path: issue.path.startsWith('text.')
    ? `text.replacement.${issue.path.slice(5)}`
    : `replacement.${issue.path}`,
});

/** The operator answers for the whole instance, every other role for one town. */
const checkRole = ({ data }: Command): void => {
  const forAll = data['role'] === 'OPERATOR';
  if (forAll === (data['municipality'] !== undefined)) {
    refuse('command/invalid', [
      { path: 'municipality', code: forAll ? 'role/instance-wide' : 'field/missing', params: {} },
    ]);
  }
};

const saysNothing = (
  command: Command,
  definition: Pick<EventDefinition, 'axis'>,
  history: readonly Past[],
  facts: Facts,
): boolean => {
  const wanted = visibility[command.type];
  if (wanted !== undefined) return isPublished(history) === wanted;
  if (command.type === 'TextRedacted') return isAllTakenOut(command.data['entry'], history);
  if (command.category === 'person') return roleUnchanged(command, history);
  return (
    definition.axis !== undefined &&
    definition.axis !== 'CHECK' &&
    Object.keys(textOf(command.data)).length === 0 &&
    repeatsWhatStands(command, history, facts.now)
  );
};

const roleUnchanged = (command: Command, history: readonly Past[]): boolean => {
  const { role, municipality } = command.data;
  const last = history.findLast(
    ({ data }) => data['role'] === role && data['municipality'] === municipality,
  );
  return (last?.type ?? 'PersonRoleRevoked') === command.type;
};

const textOf = (data: Command['data']): object => (data['text'] ?? {}) as object;

const withoutEmptyText = (data: Command['data']): Command['data'] => {
  if (data['text'] === undefined || Object.keys(textOf(data)).length > 0) return data;
  const { text: _text, ...terms } = data;
  return terms;
};

/** The commands of one aggregate, by their names: its own, and those every stream knows. */
export const commandsOf = (
  category: Category,
): ReadonlyMap<string, Omit<EventDefinition, 'category'>> => {
  const own = Object.values(aggregateEvents).filter((event) => event.category === category);
  return new Map([...own, ...Object.values(entryEvents)].map((event) => [event.command, event]));
};
