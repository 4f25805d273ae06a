import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { FormDesk } from '../forms/form-desk.js';
import { FormPages } from '../forms/form-pages.js';
import { workRoutes } from '../paths.js';
import { observersForm } from './observers-form.js';
import { ResponsiblePersons } from './responsible-persons.js';

/** „Wer beobachtet hier?“, to be written: the group into the log, the responsible person into the vault. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class ObserversFormController {
  constructor(
    private readonly desk: FormDesk,
    private readonly pages: FormPages,
    private readonly persons: ResponsiblePersons,
  ) {}

  @Get(workRoutes('observers'))
  async ask(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.open(request, reply, await this.form(request, slug));
  }

  @Post(workRoutes('observers'))
  async save(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.take(request, reply, await this.form(request, slug));
  }

  private async form(request: FastifyRequest, slug: string) {
    const { id } = this.desk.townOf(this.desk.asked(request), slug);
    const person = await this.persons.of(id);
    return this.pages.ofTown(request, (about) => observersForm(about, person, this.persons));
  }
}
