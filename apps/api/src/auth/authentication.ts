import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { operatorToken, type Settings } from '@klimaspur/settings';
import { Vault } from '@klimaspur/vault';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import { SETTINGS } from '../settings.module.js';
import { FirstOperator } from './first-operator.js';
import { rolesOf } from './roles.js';
import { sessionCookieName } from './session-cookie.js';
import type { Viewer } from './viewer.js';

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Finds out who asks: by bearer token (the first operator) or by the cookie of a session. */
@Injectable()
export class Authentication {
  private readonly cookie: string;
  private readonly tokenHash: Buffer;

  constructor(
    private readonly vault: Vault,
    private readonly worlds: Worlds,
    private readonly operator: FirstOperator,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.cookie = sessionCookieName(settings);
    this.tokenHash = hash(operatorToken(settings));
  }

  /** False for the many requests of which nobody needs to know who sent them. */
  hasCredentials({ headers, cookies }: FastifyRequest): boolean {
    return headers.authorization !== undefined || cookies[this.cookie] !== undefined;
  }

  /** A wrong token is refused; a session that is over makes a stranger. */
  async viewerOf({ headers, cookies }: FastifyRequest): Promise<Viewer | undefined> {
    if (headers.authorization !== undefined) return this.byToken(headers.authorization);
    const token = cookies[this.cookie];
    return token === undefined ? undefined : this.bySession(token);
  }

  sessionTokenOf({ cookies }: FastifyRequest): string | undefined {
    return cookies[this.cookie];
  }

  private async byToken(header: string): Promise<Viewer> {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    if (token === undefined || !timingSafeEqual(hash(token), this.tokenHash)) {
      throw new Refusal('auth/token-unknown');
    }
    const { id, label } = await this.operator.person();
    return { person: id, label, roles: [{ role: 'OPERATOR' }], via: 'token' };
  }

  private async bySession(token: string): Promise<Viewer | undefined> {
    const session = await this.vault.session(token, Date.now());
    const person = session && (await this.vault.person(session.person));
    if (!person) return undefined;
    const roles = await rolesOf(this.worlds.own.store, person.id);
    return { person: person.id, label: person.label, roles, via: 'cookie' };
  }
}
