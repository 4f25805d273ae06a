import type { EventDefinition, Role } from '@klimaspur/domain';
import type { RoleHeld, Viewer } from './viewer.js';

/** The kind of command somebody wants to send, as far as rights depend on it. */
export type Wanted = Pick<EventDefinition, 'type' | 'category' | 'mode' | 'recordKeeping' | 'axis'>;

/** What one command is about. */
export interface About {
  /** The town whose records it touches; absent: the whole instance. */
  readonly municipality?: string | undefined;
  /** True where it corrects or voids an entry that the same person made. */
  readonly ownEntry?: boolean;
  /** The role that is to be granted or revoked. */
  readonly role?: unknown;
}

/** What a role may send at all. The town is asked about afterwards. */
const allowed: Readonly<Record<Role, (wanted: Wanted, about: About) => boolean>> = {
  OPERATOR: () => true,
  LEAD: ({ type }, { role }) => !ofTheInstance.has(type) && role !== 'OPERATOR',
  MONITOR: (wanted, about) =>
    isLogEntry(wanted) ||
    isTableWork(wanted) ||
    wanted.type === 'PlanFieldAssessed' ||
    isOnAnEntry(wanted, about),
  ADMINISTRATION: (wanted, about) =>
    (isLogEntry(wanted) && wanted.axis !== 'ASSESSMENT') ||
    answersAtTable.has(wanted.type) ||
    isOnAnEntry(wanted, about),
};

/** Which towns are kept here. */
const ofTheInstance: ReadonlySet<string> = new Set(['MunicipalityFounded', 'MunicipalityMoved']);

/** What happened to a measure, or in a body: not our book-keeping, and not the texts others wrote. */
const isLogEntry = ({ type, category, mode, recordKeeping }: Wanted): boolean =>
  type === 'DecisionRecorded' ||
  type === 'MeasureFindingSettled' ||
  (category === 'measure' && mode === 'additive' && !recordKeeping);

/** Whoever organises a round table invites, takes the minutes and keeps promises alive; what the public sees, a lead decides. */
const isTableWork = ({ type, category, mode }: Wanted): boolean =>
  type === 'ActorRegistered' ||
  ((category === 'roundtable' || category === 'actor') &&
    mode === 'additive' &&
    !/(Unp|P)ublished$|^RoundtableEnded$|^ActorMerged$/.test(type));

/** What the town itself says at a round table. */
const answersAtTable: ReadonlySet<string> = new Set([
  'RoundtableAnswerReceived',
  'RoundtableFactCheckAnswered',
  'RoundtableFollowUpDone',
]);

const isOnAnEntry = ({ type, category }: Wanted, { ownEntry }: About): boolean =>
  category !== 'person' &&
  (type === 'EvidenceAdded' ||
    ((type === 'EntryCorrected' || type === 'EntryVoided') && ownEntry === true));

/**
 * The role in which somebody may do this, or undefined. A role held for the town comes before the operator's, because
 * it says more about who is speaking.
 */
export const roleFor = (
  roles: readonly RoleHeld[],
  wanted: Wanted,
  about: About,
): RoleHeld | undefined => {
  const fitting = roles.filter(
    ({ role, municipality }) =>
      allowed[role](wanted, about) &&
      (role === 'OPERATOR' || (municipality !== undefined && municipality === about.municipality)),
  );
  return fitting.find(({ role }) => role !== 'OPERATOR') ?? fitting[0];
};

/** Whether there is any town where somebody may do this: asked before the body is looked at. */
export const mayEver = (roles: readonly RoleHeld[], wanted: Wanted): boolean =>
  roles.some(({ role }) => allowed[role](wanted, { ownEntry: true }));

/** Whether somebody works on this town in any role. */
export const worksOn = (roles: readonly RoleHeld[], municipality: string): boolean =>
  roles.some((held) => held.role === 'OPERATOR' || held.municipality === municipality);

/** The role in which somebody leads the team of a town, if they do. */
export const leadOf = (
  roles: readonly RoleHeld[],
  municipality: string | undefined,
): RoleHeld | undefined =>
  roles.find((held) => held.role === 'LEAD' && held.municipality === municipality);

/** Whoever runs the instance. */
export const isOperator = (viewer: Pick<Viewer, 'roles'> | undefined): boolean =>
  viewer?.roles.some(({ role }) => role === 'OPERATOR') ?? false;

/** In the example everybody who is signed in may try everything, in the role they know best. */
export const roleInExample = (roles: readonly RoleHeld[]): RoleHeld => ({
  role: roles.find(({ role }) => role !== 'OPERATOR')?.role ?? roles[0]?.role ?? 'MONITOR',
});
