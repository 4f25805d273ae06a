import { code, optional, text } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { type Notice, noticeStates, type NoticeState, Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Crumb } from '../components/breadcrumbs.js';
import type { Definition } from '../components/definition-list.js';
import { errorsIn } from '../forms/errors-in.js';
import type { Asked } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import type { SavedNotice } from '../forms/saved-notice.js';
import { filterNames, pageCount, pageNumber, withQuery } from '../paths.js';
import { InboxPage } from './inbox.page.js';
import {
  DeleteNoticePage,
  NoticeDetailPage,
  type NoticeWords,
  type Way,
} from './notice-detail.page.js';
import { stateParameter } from './notice-paths.js';
import { Notices, NOTICES_PER_PAGE } from './notices.js';

/** What its notices are called, and what is done with them. */
interface InboxWords extends NoticeWords {
  readonly one: string;
  readonly deleted: SavedNotice;
}

/** One pile of what strangers wrote: that of a town, or that of the operator. */
export interface Inbox {
  readonly asked: Asked;
  /** Under which the vault keeps it. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly words: InboxWords;
  readonly crumbs: readonly Crumb[];
  readonly section: 'municipalities' | 'home';
  readonly path: (lang: Lang, ...parts: readonly string[]) => string;
  readonly headingOf: (notice: Notice) => ComponentChildren;
  readonly aboutOf: (
    notice: Notice,
  ) => Promise<{ readonly about: readonly Definition[]; readonly ways: readonly Way[] }>;
}

const settlement = { state: code(noticeStates), note: optional(text(2000)) };

/** Reads and settles what strangers wrote, wherever it is kept. */
@Injectable()
export class InboxDesk {
  constructor(
    private readonly desk: FormDesk,
    private readonly notices: Notices,
    private readonly vault: Vault,
  ) {}

  async list(request: FastifyRequest, reply: FastifyReply, inbox: Inbox): Promise<void> {
    const { t, lang, query } = inbox.asked;
    const state = stateIn(query[stateParameter(lang)]);
    const counts = await this.notices.counts(inbox.id);
    const pages = pageCount(counts[state], NOTICES_PER_PAGE);
    const page = Math.min(pages, pageNumber(query[filterNames[lang].page]));
    const found = await this.notices.list(inbox.id, state, page);
    const hrefOf = (of: Lang, other?: NoticeState, number?: number) =>
      withQuery(inbox.path(of), {
        [stateParameter(of)]: other,
        [filterNames[of].page]: number,
      });
    await this.show(request, reply, inbox, {
      title: inbox.title,
      path: (other) => hrefOf(other, state === 'open' ? undefined : state),
      crumbs: inbox.crumbs,
      children: (
        <InboxPage
          t={t}
          title={inbox.title}
          lead={inbox.lead}
          state={state}
          counts={counts}
          notices={found.map((notice) => ({
            notice,
            heading: inbox.headingOf(notice),
            href: inbox.path(lang, notice.id),
          }))}
          page={page}
          pages={pages}
          hrefOf={(other, number) => hrefOf(lang, other, number)}
        />
      ),
    });
  }

  async ask(request: FastifyRequest, reply: FastifyReply, inbox: Inbox, id: string): Promise<void> {
    const notice = await this.notices.one(inbox.id, id);
    const { state, note = '' } = notice;
    await this.showOne(request, reply, inbox, notice, this.desk.fresh({ state, note }));
  }

  async settle(
    request: FastifyRequest,
    reply: FastifyReply,
    inbox: Inbox,
    id: string,
  ): Promise<void> {
    const { lang, viewer } = inbox.asked;
    const notice = await this.notices.one(inbox.id, id);
    const { reader, key } = this.desk.sent(inbox.asked, request.body);
    const said = { state: reader.text('state'), note: reader.text('note') };
    const errors = errorsIn(settlement, said, lang);
    if (errors.length > 0) {
      const state = { typed: reader.typed, key, errors, status: 400 };
      return this.showOne(request, reply, inbox, notice, state);
    }
    await this.notices.settle(id, stateIn(said.state), said.note, viewer.person);
    return this.desk.done(reply, undefined, inbox.path(lang));
  }

  async askDelete(
    request: FastifyRequest,
    reply: FastifyReply,
    inbox: Inbox,
    id: string,
  ): Promise<void> {
    const { t, lang } = inbox.asked;
    const notice = await this.notices.one(inbox.id, id);
    const back = inbox.path(lang, id);
    await this.show(request, reply, inbox, {
      title: inbox.words.delete,
      path: (other) => inbox.path(other, id, 'delete'),
      crumbs: [...this.below(inbox), { label: inbox.words.one, href: back }],
      children: (
        <DeleteNoticePage
          t={t}
          title={inbox.words.delete}
          notice={notice}
          action={inbox.path(lang, id, 'delete')}
          cancelHref={back}
          state={this.desk.fresh()}
        />
      ),
    });
  }

  async delete(reply: FastifyReply, inbox: Inbox, id: string): Promise<void> {
    await this.notices.one(inbox.id, id);
    await this.notices.delete(id);
    return this.desk.done(reply, undefined, inbox.path(inbox.asked.lang), inbox.words.deleted);
  }

  private below({ asked: { lang }, crumbs, title, path }: Inbox): Crumb[] {
    return [...crumbs, { label: title, href: path(lang) }];
  }

  private async showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    inbox: Inbox,
    notice: Notice,
    state: FormState,
  ): Promise<void> {
    const { t, lang } = inbox.asked;
    const by = notice.settledBy;
    const labels = await this.vault.labels(by === undefined ? [] : [by]);
    await this.show(request, reply, inbox, {
      title: inbox.words.one,
      path: (other) => inbox.path(other, notice.id),
      crumbs: this.below(inbox),
      state,
      children: (
        <NoticeDetailPage
          t={t}
          title={inbox.words.one}
          words={inbox.words}
          notice={notice}
          {...await inbox.aboutOf(notice)}
          settledBy={labels.get(by ?? '')}
          action={inbox.path(lang, notice.id)}
          deleteHref={inbox.path(lang, notice.id, 'delete')}
          cancelHref={inbox.path(lang)}
          state={state}
        />
      ),
    });
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, section }: Inbox,
    page: Omit<Parameters<FormDesk['show']>[3], 'section'>,
  ): Promise<void> {
    return this.desk.show(request, reply, asked, { ...page, section });
  }
}

const stateIn = (value: unknown): NoticeState =>
  noticeStates.find((known) => known === value) ?? 'open';
