import type { Notice } from '@klimaspur/vault';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { LinkedText } from '../components/linked-text.js';
import { OwnWords } from '../components/own-words.js';
import type { AboutTown } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import { workCrumbs } from '../forms/form-pages.js';
import { measurePath, workPath, workRoutes } from '../paths.js';
import { type Inbox, InboxDesk } from './inbox-desk.js';
import { NoticeWays } from './notice-ways.js';

/** Where the people of a town read and settle what strangers told them. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class InboxController {
  constructor(
    private readonly desk: FormDesk,
    private readonly inboxes: InboxDesk,
    private readonly ways: NoticeWays,
  ) {}

  @Get(workRoutes('notices'))
  list(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.list(request, reply, this.inboxOf(request, slug));
  }

  @Get(workRoutes('notices', ':id'))
  ask(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.ask(request, reply, this.inboxOf(request, slug), id);
  }

  @Post(workRoutes('notices', ':id'))
  settle(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.settle(request, reply, this.inboxOf(request, slug), id);
  }

  @Get(workRoutes('notices', ':id', 'delete'))
  askDelete(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.askDelete(request, reply, this.inboxOf(request, slug), id);
  }

  @Post(workRoutes('notices', ':id', 'delete'))
  delete(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.delete(reply, this.inboxOf(request, slug), id);
  }

  /** For whoever works on the town in any role. */
  private inboxOf(request: FastifyRequest, slug: string): Inbox {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    this.desk.requireAnyRole(asked, town);
    const about: AboutTown = { ...asked, town };
    const { t } = asked;
    return {
      asked,
      id: town.id,
      title: t('notices.title'),
      lead: t('notices.lead'),
      words: {
        one: t('notices.one'),
        settle: t('notices.settle'),
        noteHint: t('notices.settle.note.hint'),
        delete: t('notices.delete'),
        deleted: 'noticeDeleted',
      },
      crumbs: workCrumbs(about),
      section: 'municipalities',
      path: (lang, ...parts) => workPath(lang, town.slug, 'notices', ...parts),
      headingOf: (notice) => {
        const measure = this.ways.measureOf(about, notice);
        return measure ? <span lang="de">{measure.title}</span> : t('notices.measureGone');
      },
      aboutOf: (notice) => this.aboutOf(about, notice),
    };
  }

  private async aboutOf(about: AboutTown, notice: Notice) {
    const { t, lang, town } = about;
    const measure = this.ways.measureOf(about, notice);
    const { entry, ways } = await this.ways.of(about, notice);
    const facts = [
      {
        term: t('notice.measure'),
        value: measure ? (
          <a href={measurePath(lang, town.slug, measure.id)} lang="de">
            {measure.title}
          </a>
        ) : (
          t('notices.measureGone')
        ),
      },
      {
        term: t('notice.about'),
        value: entry && (
          <a href={entry.href}>
            <OwnWords
              t={t}
              text={t('notice.about.entry', { entry: entry.words })}
              own={entry.own}
            />
          </a>
        ),
      },
      { term: t('notices.source'), value: notice.source && <LinkedText text={notice.source} /> },
    ];
    return { about: facts, ways };
  }
}
