export * from './catalogue.js';
export type { Command } from './command.js';
export * from './decide.js';
export * from './evolution.js';
export {
  supportOf,
  type Allies,
  type FromTable,
  type Support,
  type SupportEnd,
} from './measure/allies.js';
export { isAdopted, isNotWanted, isOpen, isOwnProject } from './measure/decision-axis.js';
export { isEnded, isRunning } from './measure/implementation-axis.js';
export * from './measure/lateness.js';
export * from './measure/measure-changes.js';
export * from './measure/measure.fold.js';
export * from './measure/measure.state.js';
export * from './measure/moved-end.js';
export { differOnAnAxis } from './measure/news.js';
export * from './measure/public-bar.js';
export * from './measure/late-or-missing.js';
export * from './measure/unread-state.js';
export * from './measure/stages.js';
export { addressIssues, movedTo } from './municipality/moved.js';
export { keyIssues } from './municipality/municipality.key.js';
export { heirsIn } from './plan/plan.heirs.js';
export * from './plan/plan.order.js';
export { onlySeen, streamsNamed, withHeirs } from './named-streams.js';
export * from './plan/plan.state.js';
export * from './policy.js';
export * from './actor/actor.state.js';
export * from './roundtable/open-points.js';
export * from './roundtable/next-dates.js';
export * from './roundtable/rhythm.js';
export type { Answer, Conclusion } from './roundtable/items.js';
export * from './roundtable/roundtable.state.js';
export { unreleasedGroups } from './roundtable/dissents.js';
export { publicPart, withoutDissent } from './roundtable/roundtable.told.js';
export { itemsToldOnceApproved } from './roundtable/told-once-approved.js';
export { seenPart, streamsNeeded } from './seen-part.js';
export { isAboutVisibility, isPublished } from './visibility.js';
export { whyOutOfPlace, whyUnreadable, whyUntellable } from './readable.js';
export { checkData, checkFields, isRecord, isUuid } from './shared/check-fields.js';
export * from './shared/domain-error.js';
export type { Policy, PolicyTarget } from './shared/effect.js';
export * from './shared/event-definition.js';
export * from './shared/fields.js';
export * from './shared/partial-date.js';
export * from './shared/vocabulary.js';
export { takenOutIn, textsOf, withPlaceholders } from './taken-out.js';
export * from './timeline.js';
export * from './source/knowledge.js';
export { STREAMS_NAMED } from './source/source.events.js';
export { type WebAddress, webAddressesIn } from './web-addresses.js';
