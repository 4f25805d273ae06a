import { Inject, Injectable } from '@nestjs/common';
import type { Lang } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS } from '../settings.module.js';
import { cookieOptions } from './session-cookie.js';
import { signInPaths, signOutPaths } from './sign-in-address.js';

const COOKIE = 'klimaspur-return';
/** As long as it may take to find the sign-in link in one's mail. */
const SECONDS = 3_600;

/** Name of the parameter of the sign-in page that says where to go on. */
const parameters: Readonly<Record<Lang, string>> = { de: 'weiter', en: 'next' };

/** The sign-in page that leads back to a page of ours. */
export const signInFor = (lang: Lang, address: string): string =>
  `${signInPaths[lang]}?${new URLSearchParams({ [parameters[lang]]: address })}`;

const HERE = 'http://here.invalid';
const own = /^\/(de|en)(?=[/?]|$)(?!.*\/\/)/;

/** An address of one of our own pages, or undefined: whatever else stands there leads nowhere. */
export const ownPage = (address: unknown): string | undefined => {
  if (typeof address !== 'string' || address.length > 2_000 || !own.test(address)) return undefined;
  const parsed = URL.parse(address, HERE);
  if (parsed?.origin !== HERE || !own.test(parsed.pathname)) return undefined;
  const leadsOut = [...Object.values(signInPaths), ...Object.values(signOutPaths)];
  return leadsOut.includes(parsed.pathname) ? undefined : parsed.pathname + parsed.search;
};

/** Remembers where somebody wanted to go, until the sign-in link, which comes another way, has let them in. */
@Injectable()
export class ReturnAddress {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Keeps what the address of the sign-in page names. */
  keep({ query }: FastifyRequest, reply: FastifyReply, lang: Lang): string | undefined {
    const address = ownPage((query as Readonly<Record<string, unknown>>)[parameters[lang]]);
    if (address !== undefined) {
      void reply.setCookie(COOKIE, address, cookieOptions(this.settings, SECONDS));
    }
    return address;
  }

  /** Where to go on; undefined where nothing is remembered. */
  take({ cookies }: FastifyRequest, reply: FastifyReply): string | undefined {
    const address = ownPage(cookies[COOKIE]);
    if (cookies[COOKIE] !== undefined) {
      void reply.clearCookie(COOKIE, cookieOptions(this.settings, 0));
    }
    return address;
  }
}
