export type { Contact, ContactChange, Contacts } from './contact.js';
export type { Dismissal, Dismissals } from './dismissal.js';
export { type ErasedPerson, PersonErased, type Standing } from './erased-person.js';
export { type Lease, LeaseLost, type Leases, signingLease } from './lease.js';
export type { MeasureNote, MeasureNotes, NoteChange } from './measure-note.js';
export type { MeetingNote, MeetingNotes } from './meeting-note.js';
export type { Erasure, FileUpload, KeptFile, KeptFiles } from './kept-file.js';
export type {
  LinkRecord,
  Mention,
  NoteRecord,
  PersonRecord,
  SettledRecord,
} from './person-record.js';
export { type Notice, type NoticeState, noticeStates, type Settlement } from './notice.js';
export type { SignedCheckpoint, SignedCheckpoints } from './signed-checkpoint.js';
export { copyVault, VaultNotEmpty } from './copy.js';
export { openVault } from './open.js';
export { SqliteVault } from './sqlite/sqlite-vault.js';
export { newToken } from './token.js';
export { VaultUnavailable } from './unavailable.js';
export {
  type LoginLink,
  type NewLoginLink,
  type Person,
  type Redeemed,
  type ResponsiblePerson,
  type Session,
  type SitePage,
  Vault,
} from './vault.js';
