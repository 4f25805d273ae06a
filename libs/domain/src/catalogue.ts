import { actorEvents } from './actor/actor.events.js';
import { decisionEvents } from './decision/decision.events.js';
import { measureEvents, measurePolicyEvents } from './measure/measure.events.js';
import { municipalityEvents } from './municipality/municipality.events.js';
import { organEvents } from './organ/organ.events.js';
import { personEvents } from './person/person.events.js';
import { planEvents } from './plan/plan.events.js';
import { roundtableEvents } from './roundtable/roundtable.events.js';
import { entryEvents } from './shared/entry.events.js';
import { sourceEvents } from './source/source.events.js';
import type { DataOf, EventDefinition } from './shared/event-definition.js';

/** Every event of one aggregate. */
export const aggregateEvents = {
  ...municipalityEvents,
  ...personEvents,
  ...organEvents,
  ...planEvents,
  ...measureEvents,
  ...decisionEvents,
  ...actorEvents,
  ...roundtableEvents,
} as const satisfies Record<string, EventDefinition>;

export { entryEvents, sourceEvents };

/** Events that no command asks for: a policy writes what was recorded elsewhere. */
export const policyEvents = { ...measurePolicyEvents } as const;

/** Every kind of event that is stored, by its name. */
export const catalogue = {
  ...aggregateEvents,
  ...entryEvents,
  ...policyEvents,
  ...sourceEvents,
} as const;
export type EventType = keyof typeof catalogue;
export type AggregateEventType = keyof typeof aggregateEvents;
export type EntryEventType = keyof typeof entryEvents;
export type PolicyEventType = keyof typeof policyEvents;
export type SourceEventType = keyof typeof sourceEvents;

/** The stored `data` of an event, typed. */
export type EventData<T extends EventType> = DataOf<(typeof catalogue)[T]>;

/** True for event names that this version knows; a stream with another one is read-only here. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(catalogue, type);
