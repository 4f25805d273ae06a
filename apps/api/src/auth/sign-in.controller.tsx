import { DomainError } from '@klimaspur/domain';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../errors/language.js';
import { problemOf } from '../errors/problem.js';
import { readRefusal } from '../errors/read-refusal.js';
import { LoginLinks } from './login-links.js';
import { ReturnAddress } from './return-address.js';
import { Sessions } from './sessions.js';
import { messages } from '@klimaspur/messages';
import type { FormError } from '../web/components/error-summary.js';
import { errorsOf } from '../web/forms/errors-in.js';
import { homePath } from '../web/home/home-path.js';
import { PageFrame } from '../web/page-frame.js';
import { signInPaths } from './sign-in-address.js';
import { type SignInModel, SignInPage } from './sign-in.page.js';

const paths = { signIn: ['de/anmelden', 'en/sign-in'], signOut: ['de/abmelden', 'en/sign-out'] };

/** The page a sign-in link opens: looking at it changes nothing, its button lets in. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly links: LoginLinks,
    private readonly sessions: Sessions,
    private readonly returnAddress: ReturnAddress,
    private readonly frame: PageFrame,
  ) {}

  @Get(paths.signIn)
  async ask(
    @Query('code') code: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const returns = this.returnAddress.keep(request, reply, languageOf(request)) !== undefined;
    if (code === undefined) return this.show(request, reply, { state: 'no-link', returns });
    return this.showLink(request, reply, String(code));
  }

  @Post(paths.signIn)
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { code, label } = (body ?? {}) as Readonly<Record<string, unknown>>;
    this.sessions.refuseForeign(request);
    try {
      const { session } = await this.links.redeem(String(code ?? ''), label);
      this.sessions.begin(reply, session);
    } catch (error) {
      if (!(error instanceof DomainError)) return this.showRefusal(request, reply, error);
      const errors = errorsOf(error, languageOf(request));
      return this.showLink(request, reply, String(code), String(label ?? ''), errors);
    }
    const address = this.returnAddress.take(request, reply) ?? homePath(languageOf(request));
    await reply.header('cache-control', 'no-store').redirect(address, 303);
  }

  @Post(paths.signOut)
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.end(request, reply);
    await reply.header('cache-control', 'no-store').redirect(`/${languageOf(request)}`, 303);
  }

  private async showLink(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    typed = '',
    errors: readonly FormError[] = [],
  ): Promise<void> {
    try {
      const welcome = await this.links.look(code);
      const model = { state: 'ask', code, welcome, typed, errors } as const;
      return await this.show(request, reply, model, errors.length === 0 ? 200 : 400);
    } catch (error) {
      return this.showRefusal(request, reply, error);
    }
  }

  private async showRefusal(request: FastifyRequest, reply: FastifyReply, error: unknown) {
    const refusal = readRefusal(error);
    if (refusal.unexpected) throw error;
    const { detail, status } = problemOf(refusal, languageOf(request), '');
    return this.show(
      request,
      reply,
      { state: 'refused', reason: detail, label: request.viewer?.label },
      status,
    );
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    model: SignInModel,
    status = 200,
  ): Promise<void> {
    const lang = languageOf(request);
    const t = messages(lang);
    const code = model.state === 'ask' ? `?code=${encodeURIComponent(model.code)}` : '';
    await this.frame.send(request, reply, {
      lang,
      title: t('layout.signIn'),
      description: t('signIn.noLink'),
      // The code lets in: it stands in no address that is copied, printed or sent on.
      paths: signInPaths,
      switchTo: `${signInPaths[lang === 'de' ? 'en' : 'de']}${code}`,
      hidden: true,
      refused: status >= 400,
      status,
      children: <SignInPage t={t} model={model} />,
    });
  }
}
