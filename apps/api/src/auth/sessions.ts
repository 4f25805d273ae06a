import { type Person, Vault } from '@klimaspur/vault';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '@klimaspur/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import { SETTINGS } from '../settings.module.js';
import { Authentication } from './authentication.js';
import { rolesOf } from './roles.js';
import { isSameOrigin } from './same-origin.js';
import { cookieOptions, DAY_MS, SESSION_DAYS, sessionCookieName } from './session-cookie.js';
import type { RoleHeld } from './viewer.js';

/** Begins and ends what a browser is signed in by. */
@Injectable()
export class Sessions {
  constructor(
    private readonly vault: Vault,
    private readonly worlds: Worlds,
    private readonly authentication: Authentication,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  begin(reply: FastifyReply, token: string): void {
    const options = cookieOptions(this.settings, (SESSION_DAYS * DAY_MS) / 1_000);
    void reply.setCookie(sessionCookieName(this.settings), token, options);
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.authentication.sessionTokenOf(request);
    if (token !== undefined) await this.vault.closeSession(token);
    void reply.clearCookie(sessionCookieName(this.settings), cookieOptions(this.settings, 0));
  }

  /** Another site must not sign a browser in as somebody else; a program that names no origin may. */
  refuseForeign(request: FastifyRequest): void {
    const { headers } = request;
    const fromBrowser = headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;
    if (fromBrowser && !isSameOrigin(request, this.settings.baseUrl)) {
      throw new Refusal('auth/foreign-origin');
    }
  }

  async describe({
    id,
    label,
  }: Person): Promise<{ person: string; label: string; roles: RoleHeld[] }> {
    return { person: id, label, roles: await rolesOf(this.worlds.own.store, id) };
  }
}
