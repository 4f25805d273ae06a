import { randomUUID } from 'node:crypto';
import { decide, DomainError, isUuid, type Past, type Role } from '@klimaspur/domain';
import { handle, newCommandId, streamName } from '@klimaspur/event-store';
import { type LoginLink, newToken, type Person, Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import { leadOf } from './rights.js';
import { rolesOf } from './roles.js';
import { DAY_MS, SESSION_DAYS } from './session-cookie.js';
import type { RoleHeld } from './viewer.js';

export const LABEL_MAX = 80;
export const LINK_DAYS = 7;

/** For whom a link is: a role, a town, and somebody who is here already or, by default, somebody new. */
export interface Invitation {
  readonly role: Role;
  readonly municipality?: string;
  readonly person?: string;
}

export interface MadeLink {
  /** The secret part of its address. */
  readonly code: string;
  readonly expiresAt: number;
}

/** What the page of a link shows before it is used. */
export interface Welcome {
  readonly role: string;
  readonly municipality?: string;
  /** The name of whoever is here already; a new person is asked for one. */
  readonly label?: string;
}

/** One-time ways in: made by those who may give the role, used by confirming a page. */
@Injectable()
export class LoginLinks {
  constructor(
    private readonly vault: Vault,
    private readonly worlds: Worlds,
  ) {}

  /** The caller has made sure that `madeBy` may give this role. `id`: a UUIDv7 that nobody else has used. */
  async make(
    { role, municipality, person }: Invitation,
    madeBy: string,
    id: string = newCommandId(),
  ): Promise<MadeLink> {
    await this.refuseUnknown(municipality, person);
    const [now, code] = [Date.now(), newToken()];
    const expiresAt = now + LINK_DAYS * DAY_MS;
    await this.vault.tidy(now);
    await this.vault.keepLoginLink(code, {
      // Also the id of the command that gives the role, so that it is given once.
      id,
      role,
      person: person ?? randomUUID(),
      madeBy,
      expiresAt,
      ...(municipality === undefined ? {} : { municipality }),
    });
    return { code, expiresAt };
  }

  /** Looking does not use a link up, because programs that preview links do so too. */
  async look(code: string): Promise<Welcome> {
    const { role, municipality, person } = await this.usable(code);
    const known = await this.vault.person(person);
    return {
      role,
      ...(municipality === undefined ? {} : { municipality }),
      ...(known ? { label: known.label } : {}),
    };
  }

  /** Lets somebody in: gives the role first, so that a crash in between leaves a link that still works. */
  async redeem(code: string, label: unknown): Promise<{ person: Person; session: string }> {
    const link = await this.usable(code);
    const known = await this.vault.person(link.person);
    const chosen = known ? undefined : labelFrom(label);
    await this.grant(link);
    const now = Date.now();
    const redeemed = await this.vault.redeem(code, chosen, now);
    if (!('person' in redeemed)) throw refused(redeemed.refused);
    const session = newToken();
    const expiresAt = now + SESSION_DAYS * DAY_MS;
    await this.vault.openSession(session, { person: link.person, expiresAt });
    return { person: redeemed.person, session };
  }

  private async usable(code: string): Promise<LoginLink> {
    const link = await this.vault.loginLink(code);
    if (!link) throw refused('unknown');
    if (link.usedAt !== undefined) throw refused('used');
    if (link.expiresAt <= Date.now()) throw refused('expired');
    return link;
  }

  private async grant({ id, role, municipality, person, madeBy }: LoginLink): Promise<void> {
    const { store } = this.worlds.own;
    const now = new Date().toISOString();
    const data = { role, ...(municipality === undefined ? {} : { municipality }) };
    const command = {
      category: 'person',
      type: 'PersonRoleGranted',
      data,
      occurredOn: null,
    } as const;
    const references = new Map(
      municipality === undefined
        ? []
        : [[municipality, { category: 'municipality' as const, municipality }]],
    );
    await handle(store, {
      stream: streamName('person', person),
      mode: 'additive',
      decide: (events) =>
        decide(command, events as unknown as readonly Past[], { now, references }),
      commandId: id,
      actor: { person: madeBy, ...(await this.roleOfMaker(madeBy, municipality)) },
      now,
    });
  }

  /** Who gave the role by the bearer token holds none in the log: that is the operator. */
  private async roleOfMaker(madeBy: string, municipality: string | undefined): Promise<RoleHeld> {
    const roles = await rolesOf(this.worlds.own.store, madeBy);
    return leadOf(roles, municipality) ?? { role: 'OPERATOR' };
  }

  private async refuseUnknown(municipality?: string, person?: string): Promise<void> {
    const { store } = this.worlds.own;
    if (municipality !== undefined) {
      const known = isUuid(municipality)
        ? await store.readStream(streamName('municipality', municipality), { limit: 1 })
        : [];
      if (known.length === 0) throw unknownReference('municipality');
    }
    if (person === undefined || (await this.vault.person(person))) return;
    // Whoever was erased and comes back is somebody new, with another pseudonym.
    if ((await this.vault.standing(person)) === 'erased') throw new Refusal('person/erased');
    throw unknownReference('person');
  }
}

const refused = (why: 'unknown' | 'used' | 'expired' | 'label-missing') =>
  why === 'label-missing' ? wrongLabel('field/missing') : new Refusal(`link/${why}`);

const wrongLabel = (code: string) =>
  new DomainError('command/invalid', [{ path: 'label', code, params: { max: LABEL_MAX } }]);

const unknownReference = (category: string) =>
  new DomainError('command/invalid', [
    { path: category, code: 'reference/unknown', params: { category } },
  ]);

/** „Unter welcher Bezeichnung erscheinen deine Einträge?“ */
export function labelFrom(value: unknown): string {
  if (value === undefined || value === null) throw wrongLabel('field/missing');
  if (typeof value !== 'string') throw wrongLabel('field/not-a-text');
  const label = value.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (label === '') throw wrongLabel('field/empty');
  if (label.length > LABEL_MAX) throw wrongLabel('field/too-long');
  return label;
}
