import { type Command, decide, type Issue, type Past, policyFor } from '@klimaspur/domain';
import {
  commandIdFrom,
  derivedId,
  eventId,
  type EventStore,
  handle,
  type Handled,
  isUuid,
  newCommandId,
  streamName,
  type Write,
} from '@klimaspur/event-store';
import { Vault } from '@klimaspur/vault';
import { Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { roleFor, roleInExample } from '../auth/rights.js';
import type { RoleHeld, Viewer } from '../auth/viewer.js';
import { Refusal } from '../errors/refusal.js';
import type { World } from '../persistence/world.js';
import { Worlds } from '../persistence/worlds.js';
import { Redactions } from '../redactions/redactions.js';
import { type Door, isAlwaysOwn } from './doors.js';
import { PublishGaps, refuseIssues } from './publish-gaps.js';
import { type EntryBody, RecordEntry, type Recorded } from './record-entry.command.js';
import { municipalityOf, resolveReferences } from './references.js';
import { idOfAgs, placeOfKey } from './town-key.js';
import { whyNotHere } from './town-here.js';
import { TownKeys } from './town-keys.js';

/** The one handler of all commands: finds the stream, asks for the right, resolves what is named, decides. */
@CommandHandler(RecordEntry)
export class RecordEntryHandler implements ICommandHandler<RecordEntry> {
  private readonly logger = new Logger('commands');

  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
    private readonly gaps: PublishGaps,
    private readonly keys: TownKeys,
    private readonly redactions: Redactions,
  ) {}

  async execute({ door, id: given, body, viewer, options }: RecordEntry): Promise<Recorded> {
    const world = this.worldOf(door);
    const { store } = world;
    const { key, expectedRevision } = options;
    const commandId = key === undefined ? newCommandId() : commandIdFrom(key, viewer.person);
    const id = given ?? (await newIdFor(store, door, body, commandId));
    const command = commandOf(door, body);
    const history = await this.historyOf(store, door, id);
    const role = roleIn(world, viewer, door, id, command, history);
    const references = await resolveReferences(store, command, history);
    const now = new Date().toISOString();
    const stream = streamName(door.category, id);
    const gaps = await this.gaps.before(door, id, body);
    const taken = await this.keys.before(door, id, body);
    const takesOut = door.definition.type === 'TextRedacted';
    const requestKey = await this.requestKey();
    const away = await this.away(world, door, id, command, history);
    const handled = await handle(store, {
      stream,
      mode: door.definition.mode,
      decide: (events) => {
        const decided = decide(command, events as unknown as readonly Past[], { now, references });
        if (decided.length > 0) {
          if (away && !isStillTaken(command, events as unknown as readonly Past[], role))
            throw away;
          refuseIssues([...gaps, ...taken, ...sameTwice(command, viewer)]);
          if (takesOut) this.redactions.begin(world, stream, command.data);
        }
        return decided;
      },
      commandId,
      actor: { person: viewer.person, ...role },
      now,
      body: { id, ...command },
      ...requestKey,
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    });
    if (takesOut) await this.redactions.carryOut(world);
    if (door.definition.type === 'MunicipalityFounded') await this.worlds.look();
    const position = await this.positionAfter(world, door, handled);
    const { revision, unchanged, repeated } = handled;
    return {
      id,
      revision,
      position: `${store.logId}:${position}`,
      events: unchanged ? [] : [eventId(commandId, stream, 0)],
      ...(unchanged ? { unchanged } : {}),
      ...(repeated ? { repeated } : {}),
    };
  }

  private async requestKey(): Promise<Pick<Write, 'requestKey' | 'requestKeySince'>> {
    const since = await this.vault.secretSince('request');
    return {
      requestKey: await this.vault.secret('request'),
      ...(since === undefined ? {} : { requestKeySince: new Date(since).toISOString() }),
    };
  }

  /** Roles are given here, whatever becomes of the town. */
  private async away(
    world: World,
    { category }: Door,
    id: string,
    { data }: Command,
    [first]: readonly Past[],
  ): Promise<Refusal | undefined> {
    if (category === 'person') return undefined;
    const named = category === 'municipality' ? id : data['municipality'];
    const town = first ? municipalityOf(category, id, first) : named;
    return typeof town === 'string' ? whyNotHere(world, town) : undefined;
  }

  private worldOf(door: Door): World {
    return isAlwaysOwn(door) ? this.worlds.own : this.worlds.current();
  }

  /** Refused here already, because rights are asked for the town that the first event names. */
  private async historyOf(store: EventStore, { category, definition }: Door, id: string) {
    const events = isUuid(id) ? await store.readStream(streamName(category, id)) : [];
    const known =
      definition.mode === 'creating' ||
      events.length > 0 ||
      (category === 'person' && (await this.vault.person(id)) !== undefined);
    if (!known) throw new Refusal(`${category}/unknown`);
    if (definition.type === 'PersonRoleGranted' && (await this.vault.standing(id)) === 'erased')
      throw new Refusal('person/erased');
    return events as unknown as readonly Past[];
  }

  /** What concerns other streams is visible where its effects are, so those come first. */
  private async positionAfter(world: World, { category, definition }: Door, handled: Handled) {
    if (!policyFor(category, definition.type)) return handled.position;
    try {
      await world.policies.catchUp();
    } catch (error) {
      // The decision is recorded all the same; the next pass brings its effects.
      this.logger.error('A policy stopped', (error as Error).stack);
    }
    return (await world.store.lastPosition()) ?? handled.position;
  }
}

const commandOf = ({ category, definition }: Door, body: EntryBody): Command => {
  const { occurredOn = null, ...data } = body;
  return { category, type: definition.type, data, occurredOn };
};

/** Two people look at it, or one does. */
const sameTwice = ({ data }: Command, { person }: Viewer): Issue[] =>
  data['agreedBy'] === person
    ? [{ path: 'agreedBy', code: 'redaction/same-person', params: {} }]
    : [];

/** A town with an official key has one place here; everything else gets its id from the command. */
async function newIdFor(
  store: EventStore,
  { category }: Door,
  { ags }: EntryBody,
  commandId: string,
): Promise<string> {
  const own = derivedId(commandId, category);
  if (category !== 'municipality' || typeof ags !== 'string') return own;
  const id = idOfAgs(ags);
  const history = await store.readStream(streamName(category, id));
  // The same command once more gets its first answer, whatever became of the key since.
  const again = history[0]?.metadata['commandId'] === commandId;
  return !again && placeOfKey(history as unknown as Past[], ags) === 'left' ? own : id;
}

function roleIn(
  world: World,
  viewer: Viewer,
  door: Door,
  id: string,
  command: Command,
  history: readonly Past[],
): RoleHeld {
  if (world.name === 'example') {
    // It would be gone for everybody who tries it.
    if (door.definition.type === 'MunicipalityMoved') throw new Refusal('auth/not-allowed');
    return roleInExample(viewer.roles);
  }
  const { entry, municipality, role: role_ } = command.data;
  const [first] = history;
  const named = municipality as string | undefined;
  const role = roleFor(viewer.roles, door.definition, {
    municipality:
      first && door.category !== 'person' ? municipalityOf(door.category, id, first) : named,
    ownEntry: madeBy(history, entry) === viewer.person,
    role: role_,
  });
  if (!role) throw new Refusal('auth/not-allowed');
  return role;
}

/** Of a town that went away: that it did can be taken back or corrected by those who sent it, and what must not be read goes. */
const isStillTaken = (
  { type, data }: Command,
  history: readonly Past[],
  { role }: RoleHeld,
): boolean => {
  if (type === 'TextRedacted') return true;
  if (role !== 'OPERATOR' || (type !== 'EntryVoided' && type !== 'EntryCorrected')) return false;
  const entry = history.find(({ id }) => id === data['entry']);
  return entry?.type === 'MunicipalityMoved';
};

const madeBy = (history: readonly Past[], entry: unknown): string | undefined => {
  const found = history.find(({ id }) => id === entry);
  const { actor } = (found?.metadata ?? {}) as { actor?: { person?: string } };
  return actor?.person;
};
