export { canonicalJson, type Json, type JsonObject, normalize } from './canonical.js';
export * from './errors.js';
export * from './log-error.js';
export {
  commandIdFrom,
  derivedId,
  eventId,
  isUuid,
  nameBasedId,
  newCommandId,
  policyEventId,
} from './event-id.js';
export {
  type Appended,
  type CommitListener,
  EventReader,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type RecordedEvent,
  type StreamRange,
  type SubscriptionOptions,
} from './event-store.js';
export { handle, type Handled } from './handle.js';
export { asStored, type Mask, MaskedReader, MaskedStore, type Upcasting } from './masked.js';
export { openEventStore, openLogReader } from './open.js';
export { comparePositions, isPosition, justBefore, type Position, startOfLog } from './position.js';
export { BackOff, StreamRetries, TRIED_AGAIN_AFTER_MS } from './projection/back-off.js';
export { isOutage, LogUnreadable, messageOf, OutageReader } from './projection/outage.js';
export type {
  KeptStatus,
  ParkedStream,
  ProjectionFault,
  ProjectionLife,
  ProjectionStatus,
} from './projection/status.js';
export { requestOf } from './request.js';
export { withoutPassword } from './server-url.js';
export { categoryOf, idOf, streamName } from './stream-name.js';
export { checkLog, LogBroken, type LogFacts, logFacts } from './sqlite/check-log.js';
export type { EventPlace, LogFault, LogFaultCode } from './sqlite/log-fault.js';
export { hasBytes, openUntouched, type Untouched } from './sqlite/open-untouched.js';
export { damageIn, structureFaults } from './sqlite/structure-faults.js';
export { walFault } from './sqlite/wal-file.js';
export { walkLog, type Walked } from './sqlite/walk-log.js';
export { lockFolder } from './sqlite/folder-lock.js';
export { type StorageTrouble, storageTrouble } from './storage-trouble.js';
export { APPEND_LIMIT } from './stored-form.js';
export { commitment, isTakenOut, withoutText } from './taken-out.js';
export type { Actor, Decide, Decided, Write, WriteMode } from './write.js';
