import { isUuid } from '@klimaspur/domain';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { SignedIn } from '../../auth/auth.guard.js';
import { LoginLinks, type MadeLink } from '../../auth/login-links.js';
import { isOperator } from '../../auth/rights.js';
import { SignInAddress } from '../../auth/sign-in-address.js';
import { Refusal } from '../../errors/refusal.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import type { AboutTown } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { workCrumbs } from '../forms/form-pages.js';
import { typedIn, typedText } from '../forms/typed.js';
import { withQuery, workPath, workRoutes } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import { InvitationPage } from './invitation.page.js';
import { PeoplePage, RevokePage, roleParameter, townRoles } from './people.page.js';
import { type Member, Team } from './team.js';

type TownRole = (typeof townRoles)[number];
const roleIn = (value: unknown): TownRole | undefined => townRoles.find((role) => role === value);

/** The people of a town: who they are, inviting them, and taking their roles away. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class PeopleController {
  constructor(
    private readonly desk: FormDesk,
    private readonly team: Team,
    private readonly links: LoginLinks,
    private readonly address: SignInAddress,
  ) {}

  @Get(workRoutes('people'))
  async list(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    await this.showList(request, reply, about, this.desk.fresh());
  }

  /** Answers with the link itself, which is kept nowhere: loading the page anew makes no second one. */
  @Post(workRoutes('people'))
  async invite(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { t, town, viewer } = about;
    const { reader, key } = this.desk.sent(about, body);
    const role = roleIn(reader.text('role'));
    const again = isUuid(key) && (await this.team.wasMade(town.id, key));
    if (!role || again) {
      const error = role
        ? { text: t('invitation.sentBefore') }
        : { name: 'role', text: t('problem.field/missing') };
      const fresh = this.desk.fresh(reader.typed);
      return this.showList(request, reply, about, { ...fresh, errors: [error], status: 400 });
    }
    this.desk.require(about, 'person', 'grant-role', town);
    const made = await this.links.make({ role, municipality: town.id }, viewer.person, key);
    return this.showLink(request, reply, about, made, (url, day) =>
      t('invitation.letter', { town: town.name, role: codeWord(t, 'role', role), day, url }),
    );
  }

  /** For somebody who lost theirs. Only the operator may: whoever has the link is that person. */
  @Post(workRoutes('people', ':id', 'link'))
  async relink(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { t, town, viewer } = about;
    if (!isOperator(viewer)) throw new Refusal('auth/operator-needed');
    const { person, role } = await this.memberOf(about, id, typedText(typedIn(body), 'role'));
    const invitation = { role, municipality: town.id, person: person.person };
    const made = await this.links.make(invitation, viewer.person);
    return this.showLink(request, reply, about, made, (url, day) =>
      t('invitation.letter.known', { town: town.name, day, url }),
    );
  }

  @Post(workRoutes('people', 'withdraw'))
  async withdraw(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, town } = this.about(request, slug);
    await this.team.withdraw(town.id, typedText(typedIn(body), 'invitation'));
    const back = workPath(lang, town.slug, 'people');
    return this.desk.done(reply, undefined, back, 'invitationWithdrawn');
  }

  @Get(workRoutes('people', ':id', 'revoke'))
  async askRevoke(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { t, lang, town, viewer } = about;
    const { person, role, team } = await this.memberOf(about, id, query[roleParameter(lang)]);
    const path = (other: typeof lang) =>
      withQuery(workPath(other, town.slug, 'people', id, 'revoke'), {
        [roleParameter(other)]: role,
      });
    const leads = team.filter(({ roles }) => roles.includes('LEAD'));
    await this.show(request, reply, about, {
      title: t('people.revoke'),
      path,
      below: true,
      children: (
        <RevokePage
          t={t}
          label={person.label}
          role={role}
          isSelf={id === viewer.person}
          isLast={role === 'LEAD' && leads.length === 1}
          action={path(lang)}
          cancelHref={workPath(lang, town.slug, 'people')}
          state={this.desk.fresh()}
        />
      ),
    });
  }

  @Post(workRoutes('people', ':id', 'revoke'))
  async revoke(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = this.about(request, slug);
    const { lang, town, viewer } = about;
    const sent = this.desk.sent(about, body);
    const { role } = await this.memberOf(about, id, sent.reader.text('role'));
    const wish = { category: 'person', command: 'revoke-role', id } as const;
    const written = await this.desk.carryOut(about, sent, (write) =>
      write({ ...wish, body: { role, municipality: town.id } }),
    );
    if (written.refused) throw new Refusal('auth/not-allowed');
    const stays = id !== viewer.person || isOperator(viewer);
    const back = stays ? workPath(lang, town.slug, 'people') : `/${lang}`;
    return this.desk.done(reply, written.position, back, 'roleRevoked');
  }

  private about(request: FastifyRequest, slug: string): AboutTown {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    // In the example everybody may look, and there is nobody to see.
    if (asked.reading.world.name === 'own') this.desk.require(asked, 'person', 'grant-role', town);
    else if (request.method === 'POST') throw new Refusal('auth/not-allowed');
    return { ...asked, town };
  }

  /** Refused where they do not hold that role here. */
  private async memberOf({ town }: AboutTown, id: string, asked: unknown) {
    const team = await this.team.of(town.id);
    const person = team.find((member: Member) => member.person === id);
    const role = roleIn(asked);
    if (!person || !role || !person.roles.includes(role)) throw new Refusal('person/unknown');
    return { team, person, role };
  }

  private async showList(
    request: FastifyRequest,
    reply: FastifyReply,
    about: AboutTown,
    state: FormState,
  ): Promise<void> {
    const { t, town, viewer, reading } = about;
    const isExample = reading.world.name === 'example';
    await this.show(request, reply, about, {
      title: t('people.title'),
      path: (other) => workPath(other, town.slug, 'people'),
      state,
      children: isExample ? (
        <>
          <PageTitle title={t('people.title')} />
          <EmptyState text={t('people.example')} />
        </>
      ) : (
        <PeoplePage
          t={t}
          town={town}
          team={await this.team.of(town.id)}
          open={await this.team.open(town.id)}
          self={viewer.person}
          mayRelink={isOperator(viewer)}
          state={state}
        />
      ),
    });
  }

  private showLink(
    request: FastifyRequest,
    reply: FastifyReply,
    about: AboutTown,
    { code, expiresAt }: MadeLink,
    letter: (url: string, day: string) => string,
  ): Promise<void> {
    const { t, lang, town } = about;
    const url = this.address.of(code, `${request.protocol}://${request.host}`);
    return this.show(request, reply, about, {
      title: t('invitation.title'),
      path: (other) => workPath(other, town.slug, 'people'),
      below: true,
      children: (
        <InvitationPage
          t={t}
          url={url}
          expiresAt={expiresAt}
          letter={(day) => letter(url, day)}
          backHref={workPath(lang, town.slug, 'people')}
          back={t('invitation.back')}
        />
      ),
    });
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    about: AboutTown,
    page: {
      readonly title: string;
      readonly path: (lang: AboutTown['lang']) => string;
      readonly below?: true;
      readonly state?: FormState;
      readonly children: ComponentChildren;
    },
  ): Promise<void> {
    const { t, lang, town } = about;
    const people = { label: t('people.title'), href: workPath(lang, town.slug, 'people') };
    const { below, ...rest } = page;
    const crumbs = workCrumbs(about, ...(below ? [people] : []));
    return this.desk.show(request, reply, about, { ...rest, crumbs });
  }
}
