import { isUuid } from '@klimaspur/domain';
import { newCommandId } from '@klimaspur/event-store';
import type { Lang } from '@klimaspur/messages';
import { messages } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import type { Notice } from '@klimaspur/vault';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSameOrigin } from '../../auth/same-origin.js';
import { Refusal } from '../../errors/refusal.js';
import { SETTINGS } from '../../settings.module.js';
import { errorsIn } from '../forms/errors-in.js';
import type { FormState } from '../forms/form-fields.js';
import { type Typed, typedIn, typedText } from '../forms/typed.js';
import { noticeFields, TRAP } from './notice-fields.js';
import { NoticeLimits, PER_ADDRESS } from './notice-limits.js';
import { Notices } from './notices.js';

const TOO_MANY = 429;

/** Takes in what strangers write, whatever it is about. */
@Injectable()
export class Reception {
  constructor(
    private readonly notices: Notices,
    private readonly limits: NoticeLimits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Days until what was written is deleted. */
  get days(): number {
    return this.notices.days;
  }

  fresh(typed: Typed = {}): FormState {
    return { typed, errors: [], key: newCommandId(), status: 200 };
  }

  /**
   * A stranger has no cookie that another site could misuse, but an address that is counted; therefore only our own
   * page may send this, and a browser says from where it comes.
   */
  refuseForeign(request: FastifyRequest): void {
    if (!isSameOrigin(request, this.settings.baseUrl)) throw new Refusal('auth/foreign-origin');
  }

  /** Keeps it; or answers the form to be shown again, with all that was typed. */
  async receive(
    request: FastifyRequest,
    reply: FastifyReply,
    about: Pick<Notice, 'municipality' | 'measure' | 'entry'>,
    lang: Lang,
  ): Promise<FormState | undefined> {
    const now = new Date().toISOString();
    const typed = typedIn(request.body);
    const key = typedText(typed, 'key');
    const state = { typed, key: isUuid(key) ? key : newCommandId() };
    const errors = [...errorsIn(noticeFields, said(typed), lang), ...trappedIn(typed, lang)];
    if (errors.length > 0) return { ...state, errors, status: 400 };
    const exceeded = this.limits.exceeded(request.ip, now);
    if (exceeded) {
      void reply.header('retry-after', '86400');
      const text = messages(lang)(`notice.tooMany.${exceeded}`, { count: PER_ADDRESS });
      return { ...state, errors: [{ text }], status: TOO_MANY };
    }
    const { text = '', source, email } = said(typed);
    await this.notices.receive({
      ...{ id: state.key, ...about, text },
      ...(source === undefined ? {} : { source }),
      ...(email === undefined ? {} : { email }),
    });
    this.limits.count(request.ip, now);
    return undefined;
  }
}

const trappedIn = (typed: Typed, lang: Lang) =>
  typedText(typed, TRAP) === '' ? [] : [{ name: TRAP, text: messages(lang)('notice.trap') }];

/** What was filled in. */
const said = (typed: Typed) => {
  const filled = (name: string) => typedText(typed, name) || undefined;
  return { text: filled('text'), source: filled('source'), email: filled('email') };
};
