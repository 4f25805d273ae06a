import { messageFor, type Lang, type MessageKey } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOptions } from '../../auth/session-cookie.js';
import { SETTINGS } from '../../settings.module.js';

export const SAVED_COOKIE = 'klimaspur-saved';
/** Until the browser has followed to the next page. */
export const SAVED_SECONDS = 30;

type After<Key> = Key extends `saved.${infer Notice}` ? Notice : never;
/** What the next page says: `saved` is „Gespeichert.“ */
export type SavedNotice = 'saved' | After<MessageKey>;

/** The words for what the visitor just did, and whether it came about. */
export interface Said {
  readonly words: string;
  readonly kind: 'success' | 'warning';
}

const inVain: ReadonlySet<string> = new Set<SavedNotice>(['stillParked']);

const keyOf = (notice: string): string => (notice === 'saved' ? 'saved' : `saved.${notice}`);

/** Says on the page after a write what became of it, once. */
@Injectable()
export class SavedNotices {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  leave(reply: FastifyReply, notice: SavedNotice): void {
    void reply.setCookie(SAVED_COOKIE, notice, cookieOptions(this.settings, SAVED_SECONDS));
  }

  /** The words left for this visitor, if any; they are not said again. */
  take({ cookies }: FastifyRequest, reply: FastifyReply, lang: Lang): Said | undefined {
    const notice = cookies[SAVED_COOKIE];
    if (notice === undefined) return undefined;
    void reply.clearCookie(SAVED_COOKIE, cookieOptions(this.settings, 0));
    const words = messageFor(lang, keyOf(notice));
    return words === undefined
      ? undefined
      : { words, kind: inVain.has(notice) ? 'warning' : 'success' };
  }
}
