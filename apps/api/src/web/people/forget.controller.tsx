import { Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { OperatorGuard } from '../../auth/operator.guard.js';
import { Refusal } from '../../errors/refusal.js';
import { Erasures } from '../../persons/erasures.js';
import { DeleteAccountPage } from '../account/account.page.js';
import type { AboutTown } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import { workCrumbs } from '../forms/form-pages.js';
import { workPath, workRoutes } from '../paths.js';
import { type Member, Team } from './team.js';

/** Where the operator deletes the account of somebody who asks for it. */
@ApiExcludeController()
@Controller()
@SignedIn()
@UseGuards(OperatorGuard)
export class ForgetController {
  constructor(
    private readonly desk: FormDesk,
    private readonly team: Team,
    private readonly erasures: Erasures,
  ) {}

  @Get(workRoutes('people', ':id', 'forget'))
  async ask(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { t, lang, town } = about;
    const { label } = await this.memberOf(about, id);
    const people = workPath(lang, town.slug, 'people');
    await this.desk.show(request, reply, about, {
      title: t('account.delete'),
      path: (other) => workPath(other, town.slug, 'people', id, 'forget'),
      crumbs: workCrumbs(about, { label: t('people.title'), href: people }),
      children: (
        <DeleteAccountPage
          t={t}
          lead={t('people.forget.lead', { label })}
          texts={[t('people.forget.stays'), t('people.forget.when')]}
          action={workPath(lang, town.slug, 'people', id, 'forget')}
          cancelHref={people}
          state={this.desk.fresh()}
        />
      ),
    });
  }

  @Post(workRoutes('people', ':id', 'forget'))
  async forget(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    await this.memberOf(about, id);
    await this.erasures.erase(id);
    const back = workPath(about.lang, about.town.slug, 'people');
    return this.desk.done(reply, undefined, back, 'accountDeleted');
  }

  private about(request: FastifyRequest, slug: string): AboutTown {
    const asked = this.desk.asked(request);
    return { ...asked, town: this.desk.townOf(asked, slug) };
  }

  /** The own account is deleted on the page of the own account. */
  private async memberOf({ town, viewer }: AboutTown, id: string): Promise<Member> {
    const team = await this.team.of(town.id);
    const found = team.find(({ person }) => person === id && person !== viewer.person);
    if (!found) throw new Refusal('person/unknown');
    return found;
  }
}
