import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid } from '@klimaspur/domain';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { rolesOf } from '../../../auth/roles.js';
import type { Viewer } from '../../../auth/viewer.js';
import { Worlds } from '../../../persistence/worlds.js';

/**
 * What lets a program that keeps calendars read what only a team sees, for it cannot sign in. Everybody has a key of their
 * own: it shows what they may see at that moment, and nothing once they have no role any more or were forgotten.
 */
@Injectable()
export class CalendarKeys {
  constructor(
    private readonly vault: Vault,
    private readonly worlds: Worlds,
  ) {}

  async of(person: string): Promise<string> {
    const secret = await this.vault.secret(nameOf(person));
    return `${person}.${createHmac('sha256', secret).update(person).digest('base64url')}`;
  }

  /** The address of before leads nowhere from now on. */
  async renew(person: string): Promise<void> {
    await this.vault.renewSecret(nameOf(person), Date.now());
  }

  /** Undefined for a key that is none, and for somebody who is no longer here. */
  async viewerBehind(key: unknown): Promise<Viewer | undefined> {
    const [id = ''] = typeof key === 'string' ? key.split('.', 1) : [];
    const person = isUuid(id) ? await this.vault.person(id) : undefined;
    if (!person || !isSame(String(key), await this.of(id))) return undefined;
    const roles = await rolesOf(this.worlds.own.store, id);
    return { person: id, label: person.label, roles, via: 'token' };
  }
}

const nameOf = (person: string) => `calendar:${person}`;

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
