import { messages } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { SignedIn } from '../../auth/auth.guard.js';
import { labelFrom, LoginLinks } from '../../auth/login-links.js';
import { Sessions } from '../../auth/sessions.js';
import { SignInAddress } from '../../auth/sign-in-address.js';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { Worlds } from '../../persistence/worlds.js';
import { Erasures } from '../../persons/erasures.js';
import { PageTitle } from '../components/page-title.js';
import type { Asked } from '../forms/asked.js';
import { errorsOf } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { PageFrame } from '../page-frame.js';
import { inBoth, townPath } from '../paths.js';
import { InvitationPage } from '../people/invitation.page.js';
import { changeLines } from '../town/change-lines.js';
import { accountPath } from './account-paths.js';
import { AccountPage, DeleteAccountPage, type OwnRole } from './account.page.js';

const ENTRIES = 20;

/** What somebody who is signed in can see and change of themselves. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class AccountController {
  constructor(
    private readonly desk: FormDesk,
    private readonly vault: Vault,
    private readonly worlds: Worlds,
    private readonly links: LoginLinks,
    private readonly sessions: Sessions,
    private readonly address: SignInAddress,
    private readonly erasures: Erasures,
  ) {}

  @Get(inBoth((lang) => accountPath(lang)))
  async look(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    await this.showAccount(request, reply, asked, this.desk.fresh({ label: asked.viewer.label }));
  }

  @Post(inBoth((lang) => accountPath(lang)))
  async relabel(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { reader, key } = this.desk.sent(asked, body);
    try {
      await this.vault.relabel(asked.viewer.person, labelFrom(reader.text('label')));
    } catch (error) {
      const errors = errorsOf(error, asked.lang, 'label');
      const state = { typed: reader.typed, key, errors, status: 400 };
      return this.showAccount(request, reply, asked, state);
    }
    return this.desk.done(reply, undefined, accountPath(asked.lang));
  }

  /** The link is kept nowhere and shown once; each works once. */
  @Post(inBoth((lang) => accountPath(lang, 'link')))
  async otherDevice(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { t, lang, viewer } = asked;
    const [held] = viewer.roles;
    if (!held) throw new Refusal('auth/not-allowed');
    const made = await this.links.make({ ...held, person: viewer.person }, viewer.person);
    await this.show(request, reply, asked, {
      title: t('invitation.title'),
      page: undefined,
      children: (
        <InvitationPage
          t={t}
          url={this.address.of(made.code, `${request.protocol}://${request.host}`)}
          expiresAt={made.expiresAt}
          lead={t('account.otherDevice.text')}
          backHref={accountPath(lang)}
          back={t('account.title')}
        />
      ),
    });
  }

  @Post(inBoth((lang) => accountPath(lang, 'signOut')))
  async signOutEverywhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { viewer, lang } = this.desk.asked(request);
    await this.vault.closeSessionsOf(viewer.person);
    await this.sessions.end(request, reply);
    await reply.header('cache-control', 'no-store').redirect(`/${lang}`, 303);
  }

  @Get(inBoth((lang) => accountPath(lang, 'delete')))
  async askDelete(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { t, lang } = asked;
    await this.show(request, reply, asked, {
      title: t('account.delete'),
      page: 'delete',
      children: (
        <DeleteAccountPage
          t={t}
          lead={t('account.delete.lead')}
          texts={[t('account.delete.stays'), t('account.delete.text'), t('account.delete.data')]}
          action={accountPath(lang, 'delete')}
          cancelHref={accountPath(lang)}
          state={this.desk.fresh()}
        />
      ),
    });
  }

  @Post(inBoth((lang) => accountPath(lang, 'delete')))
  async delete(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { viewer, lang } = this.desk.asked(request);
    await this.erasures.erase(viewer.person);
    await this.sessions.end(request, reply);
    await reply.header('cache-control', 'no-store').redirect(accountPath(lang, 'deleted'), 303);
  }

  private async showAccount(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    state: FormState,
  ): Promise<void> {
    const { t, reading, viewer } = asked;
    const { items } = reading.models.changes(
      { author: viewer.person, limit: ENTRIES },
      reading.view,
    );
    await this.show(request, reply, asked, {
      title: t('account.title'),
      page: undefined,
      state,
      children: (
        <AccountPage
          t={t}
          person={viewer.person}
          roles={this.rolesOf(asked)}
          entries={await changeLines(reading, items, t)}
          state={state}
        />
      ),
    });
  }

  /** Roles belong to the own world, whichever is shown. */
  private rolesOf({ lang, viewer, reading: { view } }: Asked): OwnRole[] {
    const { readModels } = this.worlds.own;
    return viewer.roles.map(({ role, municipality }) => {
      const sign = municipality === undefined ? undefined : readModels.townSign(municipality, view);
      return { role, town: sign ? { name: sign.name, href: townPath(lang, sign.slug) } : null };
    });
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    page: {
      readonly title: string;
      readonly page: 'delete' | undefined;
      readonly state?: FormState;
      readonly children: ComponentChildren;
    },
  ): Promise<void> {
    const { t, lang } = asked;
    const account = { label: t('account.title'), href: accountPath(lang) };
    return this.desk.show(request, reply, asked, {
      title: page.title,
      path: (other) => accountPath(other, page.page),
      crumbs: page.title === account.label ? [] : [account],
      section: 'home',
      ...(page.state ? { state: page.state } : {}),
      children: page.children,
    });
  }
}

/** For whoever has just left, and is a stranger now. */
@ApiExcludeController()
@Controller()
export class FarewellController {
  constructor(private readonly frame: PageFrame) {}

  @Get(inBoth((lang) => accountPath(lang, 'deleted')))
  async farewell(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const lang = languageOf(request);
    const t = messages(lang);
    await this.frame.send(request, reply, {
      lang,
      title: t('account.deleted'),
      description: t('account.deleted.text'),
      paths: { de: accountPath('de', 'deleted'), en: accountPath('en', 'deleted') },
      hidden: true,
      children: <PageTitle title={t('account.deleted')} lead={t('account.deleted.text')} />,
    });
  }
}
