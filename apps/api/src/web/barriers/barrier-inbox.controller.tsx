import { Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { OperatorGuard } from '../../auth/operator.guard.js';
import { FormDesk } from '../forms/form-desk.js';
import { homePath } from '../home/home-path.js';
import { type Inbox, InboxDesk } from '../notices/inbox-desk.js';
import { inBoth } from '../paths.js';
import { BARRIERS, barrierInboxPath } from './barrier-paths.js';

const routes = (...parts: readonly string[]) => inBoth((lang) => barrierInboxPath(lang, ...parts));

/** Where the operator reads and settles reports of barriers. */
@ApiExcludeController()
@Controller()
@SignedIn()
@UseGuards(OperatorGuard)
export class BarrierInboxController {
  constructor(
    private readonly desk: FormDesk,
    private readonly inboxes: InboxDesk,
  ) {}

  @Get(routes())
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.inboxes.list(request, reply, this.inbox(request));
  }

  @Get(routes(':id'))
  ask(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.ask(request, reply, this.inbox(request), id);
  }

  @Post(routes(':id'))
  settle(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.settle(request, reply, this.inbox(request), id);
  }

  @Get(routes(':id', 'delete'))
  askDelete(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.askDelete(request, reply, this.inbox(request), id);
  }

  @Post(routes(':id', 'delete'))
  delete(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.delete(reply, this.inbox(request), id);
  }

  private inbox(request: FastifyRequest): Inbox {
    const asked = this.desk.asked(request);
    const { t } = asked;
    return {
      asked,
      id: BARRIERS,
      title: t('barriers.title'),
      lead: t('barriers.lead'),
      words: {
        one: t('barriers.one'),
        settle: t('barriers.settle'),
        noteHint: t('barriers.note.hint'),
        delete: t('barriers.delete'),
        deleted: 'reportDeleted',
      },
      crumbs: [{ label: t('nav.home'), href: homePath(asked.lang) }],
      section: 'home',
      path: barrierInboxPath,
      headingOf: ({ source }) => source ?? t('barriers.noPage'),
      // An address of these pages leads there; what else somebody typed is text.
      aboutOf: async ({ source }) => ({
        about: [
          {
            term: t('barrier.page'),
            value: source && (/^\/(de|en)\b/.test(source) ? <a href={source}>{source}</a> : source),
          },
        ],
        ways: [],
      }),
    };
  }
}
