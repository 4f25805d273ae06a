import type { KeptFile } from '@klimaspur/vault';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { ownPage } from '../../auth/return-address.js';
import { Erasing } from '../../files/erasing.js';
import { backParameter, eraseFilePath } from '../../files/file-paths.js';
import type { Asked } from '../forms/asked.js';
import { errorsOf } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { homePath } from '../home/home-path.js';
import { inBoth } from '../paths.js';
import { EraseFilePage } from './erase-file.page.js';

/** „Datei löschen“: asked for once more, with a reason that is shown in its place. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class EraseFileController {
  constructor(
    private readonly desk: FormDesk,
    private readonly erasing: Erasing,
  ) {}

  @Get(inBoth((lang) => eraseFilePath(lang, ':sha256')))
  async ask(
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const file = await this.erasing.find(request, sha256, asked.lang);
    await this.show(request, reply, asked, file, this.desk.fresh());
  }

  @Post(inBoth((lang) => eraseFilePath(lang, ':sha256')))
  async erase(
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { reader, key } = this.desk.sent(asked, request.body);
    const said = { reason: reader.text('reason') ?? '' };
    try {
      await this.erasing.erase(request, sha256, said, asked.lang);
    } catch (error) {
      const errors = errorsOf(error, asked.lang);
      const file = await this.erasing.find(request, sha256, asked.lang);
      const state = { typed: reader.typed, key, errors, status: 400 };
      return this.show(request, reply, asked, file, state);
    }
    return this.desk.done(reply, undefined, backOf(asked), 'fileErased');
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    file: KeptFile,
    state: FormState,
  ) {
    const { t, lang } = asked;
    const back = backOf(asked);
    return this.desk.show(request, reply, asked, {
      title: t('file.erase'),
      path: (other) => eraseFilePath(other, file.sha256, back),
      crumbs: [{ label: t('nav.home'), href: homePath(lang) }],
      state,
      children: (
        <EraseFilePage
          t={t}
          file={file}
          state={state}
          action={eraseFilePath(lang, file.sha256, back)}
          back={back}
        />
      ),
    });
  }
}

/** Where one came from, if it is a page of ours. */
const backOf = ({ lang, query }: Asked): string =>
  ownPage(query[backParameter[lang]]) ?? homePath(lang);
