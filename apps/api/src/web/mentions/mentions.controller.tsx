import { type Mention, Vault } from '@klimaspur/vault';
import { Body, Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { OperatorGuard } from '../../auth/operator.guard.js';
import type { Asked } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { homePath } from '../home/home-path.js';
import { inBoth } from '../paths.js';
import { mentionsPath } from './mention-paths.js';
import { MentionsPage } from './mentions.page.js';

/** Where the operator looks up a name or an address of somebody who asks what is kept of them. */
@ApiExcludeController()
@Controller()
@SignedIn()
@UseGuards(OperatorGuard)
export class MentionsController {
  constructor(
    private readonly desk: FormDesk,
    private readonly vault: Vault,
  ) {}

  @Get(inBoth(mentionsPath))
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.show(request, reply, this.desk.asked(request), this.desk.fresh());
  }

  /** What is looked for is a name: it must not stand in an address. */
  @Post(inBoth(mentionsPath))
  async find(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { reader } = this.desk.sent(asked, body);
    const text = reader.text('text')?.trim() ?? '';
    const state = this.desk.fresh(reader.typed);
    if (text === '') {
      const errors = [{ name: 'text', text: asked.t('problem.field/missing') }];
      return this.show(request, reply, asked, { ...state, errors, status: 400 });
    }
    return this.show(request, reply, asked, state, await this.vault.mentions(text));
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    state: FormState,
    found?: readonly Mention[],
  ): Promise<void> {
    const { t, reading } = asked;
    return this.desk.show(request, reply, asked, {
      title: t('mentions.title'),
      path: mentionsPath,
      crumbs: [{ label: t('nav.home'), href: homePath(asked.lang) }],
      section: 'home',
      state,
      children: (
        <MentionsPage
          t={t}
          state={state}
          townName={(id) => reading.models.townSign(id, reading.view)?.name}
          {...(found ? { found } : {})}
        />
      ),
    });
  }
}
