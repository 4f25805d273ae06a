import { DomainError } from '@klimaspur/domain';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../errors/language.js';
import { fieldProblemOf, problemOf } from '../errors/problem.js';
import { readRefusal } from '../errors/read-refusal.js';
import { LoginLinks } from './login-links.js';
import { Sessions } from './sessions.js';
import { type SignInModel, signInPage } from './sign-in.page.js';

const paths = { signIn: ['de/anmelden', 'en/sign-in'], signOut: ['de/abmelden', 'en/sign-out'] };

/** The page a sign-in link opens: looking at it changes nothing, its button lets in. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly links: LoginLinks,
    private readonly sessions: Sessions,
  ) {}

  @Get(paths.signIn)
  async ask(
    @Query('code') code: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (code === undefined) return show(request, reply, { state: 'no-link' });
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
      const [issue] = error.issues;
      const problem = issue && fieldProblemOf(issue, languageOf(request)).detail;
      return this.showLink(request, reply, String(code), String(label ?? ''), problem);
    }
    await reply.header('cache-control', 'no-store').redirect(`/${languageOf(request)}`, 303);
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
    problem?: string,
  ): Promise<void> {
    try {
      const welcome = await this.links.look(code);
      const model = { state: 'ask', code, welcome, typed, problem } as const;
      return await show(request, reply, model, problem === undefined ? 200 : 400);
    } catch (error) {
      return this.showRefusal(request, reply, error);
    }
  }

  private async showRefusal(request: FastifyRequest, reply: FastifyReply, error: unknown) {
    const refusal = readRefusal(error);
    if (refusal.unexpected) throw error;
    const { detail, status } = problemOf(refusal, languageOf(request), '');
    return show(request, reply, { state: 'refused', reason: detail }, status);
  }
}

const show = async (
  request: FastifyRequest,
  reply: FastifyReply,
  model: SignInModel,
  status = 200,
): Promise<void> => {
  await reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(signInPage(languageOf(request), model));
};
