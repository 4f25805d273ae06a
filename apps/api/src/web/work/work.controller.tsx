import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allCounted } from '../../reading/all-counted.js';
import { SignedIn } from '../../auth/auth.guard.js';
import { Refusal } from '../../errors/refusal.js';
import { LinkHealth } from '../../links/link-health.js';
import { Clarifying } from '../clarify/clarifying.js';
import { FormDesk } from '../forms/form-desk.js';
import { Notices } from '../notices/notices.js';
import { Team } from '../people/team.js';
import { townPath, workPath, workRoutes } from '../paths.js';
import { openCounts } from '../roundtables/follow-ups/open-points.js';
import { workLinks } from './work-links.js';
import { WorkPage } from './work.page.js';

/** The index of all work on a town. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class WorkController {
  constructor(
    private readonly desk: FormDesk,
    private readonly notices: Notices,
    private readonly team: Team,
    private readonly links: LinkHealth,
    private readonly clarifying: Clarifying,
  ) {}

  @Get(workRoutes())
  async index(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { t, lang } = asked;
    const town = this.desk.townOf(asked, slug);
    if (town.slug !== slug) return reply.redirect(workPath(lang, town.slug), 302);
    const isOwn = asked.reading.world.name === 'own';
    const links = workLinks.filter(
      ({ right, ownTownsOnly }) => (isOwn || !ownTownsOnly) && this.desk.may(asked, ...right, town),
    );
    if (links.length === 0) throw new Refusal('auth/not-allowed');
    await this.desk.show(request, reply, asked, {
      title: t('work.title', { name: town.name }),
      path: (other) => workPath(other, town.slug),
      crumbs: [{ label: town.name, href: townPath(lang, town.slug) }],
      children: (
        <WorkPage
          t={t}
          town={town}
          links={links}
          waiting={{
            notices: (await this.notices.counts(town.id)).open,
            people: (await this.team.of(town.id)).length,
            brokenLinks: this.links.watches(asked.reading)
              ? (await this.links.brokenIn(asked.reading, town.id)).length
              : undefined,
            toClarify: await this.clarifying.count(
              asked.reading,
              town.id,
              allCounted(town, 'toBeClarified'),
            ),
            ...openCounts(asked.reading, town.id),
          }}
          mayPublish={this.desk.may(asked, 'municipality', 'publish-municipality', town)}
        />
      ),
    });
  }
}
