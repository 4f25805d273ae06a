import { code, optional, text } from '@klimaspur/domain';
import type { Municipality } from '@klimaspur/read-models';
import { type Notice, noticeStates, type NoticeState, Vault } from '@klimaspur/vault';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { errorsIn } from '../forms/errors-in.js';
import type { AboutTown } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { workCrumbs } from '../forms/form-pages.js';
import { filterNames, measurePath, pageCount, pageNumber, workPath, workRoutes } from '../paths.js';
import { InboxPage } from './inbox.page.js';
import { DeleteNoticePage, NoticeDetailPage } from './notice-detail.page.js';
import { inboxPath, stateParameter } from './notice-paths.js';
import { Notices, NOTICES_PER_PAGE } from './notices.js';
import { NoticeWays } from './notice-ways.js';

const settlement = { state: code(noticeStates), note: optional(text(2000)) };

/** Where the people of a town read and settle what strangers told them. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class InboxController {
  constructor(
    private readonly desk: FormDesk,
    private readonly notices: Notices,
    private readonly ways: NoticeWays,
    private readonly vault: Vault,
  ) {}

  @Get(workRoutes('notices'))
  async list(
    @Param('slug') slug: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { t, lang, town } = about;
    const state = stateIn(query[stateParameter(lang)]);
    const counts = await this.notices.counts(town.id);
    const pages = pageCount(counts[state], NOTICES_PER_PAGE);
    const page = Math.min(pages, pageNumber(query[filterNames[lang].page]));
    const found = await this.notices.list(town.id, state, page);
    await this.desk.show(request, reply, about, {
      title: t('notices.title'),
      path: (other) => inboxPath(other, town.slug, state === 'open' ? undefined : state),
      crumbs: workCrumbs(about),
      children: (
        <InboxPage
          t={t}
          town={town}
          state={state}
          counts={counts}
          notices={found.map((notice) => ({
            notice,
            measure: this.ways.measureOf(about, notice)?.title ?? null,
          }))}
          page={page}
          pages={pages}
        />
      ),
    });
  }

  @Get(workRoutes('notices', ':id'))
  async ask(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const notice = await this.notices.one(about.town.id, id);
    const { state, note = '' } = notice;
    await this.show(request, reply, about, notice, this.desk.fresh({ state, note }));
  }

  @Post(workRoutes('notices', ':id'))
  async settle(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { lang, town, viewer } = about;
    const notice = await this.notices.one(town.id, id);
    const { reader, key } = this.desk.sent(about, body);
    const said = { state: reader.text('state'), note: reader.text('note') };
    const errors = errorsIn(settlement, said, lang);
    if (errors.length > 0) {
      const state = { typed: reader.typed, key, errors, status: 400 };
      return this.show(request, reply, about, notice, state);
    }
    await this.notices.settle(id, stateIn(said.state), said.note, viewer.person);
    return this.desk.done(reply, undefined, inboxPath(lang, town.slug));
  }

  @Get(workRoutes('notices', ':id', 'delete'))
  async askDelete(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { t, lang, town } = about;
    const notice = await this.notices.one(town.id, id);
    const path = (other: typeof lang) => workPath(other, town.slug, 'notices', id, 'delete');
    const back = workPath(lang, town.slug, 'notices', id);
    await this.desk.show(request, reply, about, {
      title: t('notices.delete'),
      path,
      crumbs: this.crumbs(about, { label: t('notices.one'), href: back }),
      children: (
        <DeleteNoticePage
          t={t}
          notice={notice}
          action={path(lang)}
          cancelHref={back}
          state={this.desk.fresh()}
        />
      ),
    });
  }

  @Post(workRoutes('notices', ':id', 'delete'))
  async delete(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, town } = this.about(request, slug);
    await this.notices.one(town.id, id);
    await this.notices.delete(id);
    return this.desk.done(reply, undefined, inboxPath(lang, town.slug), 'noticeDeleted');
  }

  /** Whoever works on the town in any role. */
  private about(request: FastifyRequest, slug: string): AboutTown {
    const asked = this.desk.asked(request);
    const town: Municipality = this.desk.townOf(asked, slug);
    this.desk.requireAnyRole(asked, town);
    return { ...asked, town };
  }

  private crumbs(about: AboutTown, ...more: readonly { label: string; href: string }[]) {
    const { t, lang, town } = about;
    const inbox = { label: t('notices.title'), href: inboxPath(lang, town.slug) };
    return workCrumbs(about, inbox, ...more);
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    about: AboutTown,
    notice: Notice,
    state: FormState,
  ): Promise<void> {
    const { t, lang, town } = about;
    const path = (other: typeof lang) => workPath(other, town.slug, 'notices', notice.id);
    const measure = this.ways.measureOf(about, notice);
    const by = notice.settledBy;
    const labels = await this.vault.labels(by === undefined ? [] : [by]);
    const { entry, ways } = await this.ways.of(about, notice);
    await this.desk.show(request, reply, about, {
      title: t('notices.one'),
      path,
      crumbs: this.crumbs(about),
      state,
      children: (
        <NoticeDetailPage
          t={t}
          notice={notice}
          measure={
            measure && {
              title: measure.title,
              href: measurePath(lang, town.slug, measure.id),
            }
          }
          {...(entry ? { entry } : {})}
          settledBy={labels.get(by ?? '')}
          ways={ways}
          action={path(lang)}
          deleteHref={workPath(lang, town.slug, 'notices', notice.id, 'delete')}
          cancelHref={inboxPath(lang, town.slug)}
          state={state}
        />
      ),
    });
  }
}

const stateIn = (value: unknown): NoticeState =>
  noticeStates.find((known) => known === value) ?? 'open';
