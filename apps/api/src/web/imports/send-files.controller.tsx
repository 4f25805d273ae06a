import type { Municipality } from '@klimaspur/read-models';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { ImportJobs } from '../../imports/import-jobs.js';
import { SheetMappings } from '../../imports/sheet-mappings.js';
import { UploadedFiles } from '../../imports/uploaded-files.js';
import { type Upload, Uploads } from '../../imports/uploads.js';
import type { FormError } from '../components/error-summary.js';
import type { Asked } from '../forms/asked.js';
import { statusOf } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import { crumbsToTown, ImportDesk } from './import-desk.js';
import { importPath, importRoutes, uploadPath } from './import-paths.js';
import { ImportPage } from './import.page.js';
import { receiveFiles, type Received } from './receive-files.js';
import { fileErrors, ofFile, standOf } from './upload-form.js';

/** „Tabelle importieren“, the first step: files come in, and wait. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class SendFilesController {
  constructor(
    private readonly desk: FormDesk,
    private readonly imports: ImportDesk,
    private readonly uploads: Uploads,
    private readonly mappings: SheetMappings,
    private readonly files: UploadedFiles,
    private readonly jobs: ImportJobs,
  ) {}

  @Get(importRoutes.places)
  async ask(
    @Param('slug') slug: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    await this.showForm(request, reply, asked, this.imports.townOf(asked, slug), '', []);
  }

  @Post(importRoutes.places)
  async receive(
    @Param('slug') slug: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.imports.townOf(asked, slug);
    const received = await receiveFiles(request);
    const typed = received.fields['standOn'] ?? '';
    const { standOn, errors } = standOf(typed, asked);
    const wrong = [...errors, ...fileErrors(received, asked)];
    if (wrong.length > 0) return this.showForm(request, reply, asked, town, typed, wrong);
    const { kept, refused } = await this.keep(received, asked, town, standOn);
    if (refused.length > 0) return this.showForm(request, reply, asked, town, typed, refused);
    const [only, ...others] = kept;
    const path =
      only && others.length === 0
        ? uploadPath(asked.lang, town?.slug, only.id)
        : importPath(asked.lang, town?.slug);
    await reply.redirect(path, 303);
  }

  private async keep(
    { files }: Received,
    asked: Asked,
    town: Municipality | undefined,
    standOn: string | undefined,
  ): Promise<{ readonly kept: readonly Upload[]; readonly refused: readonly FormError[] }> {
    const mapping = town ? await this.mappings.of(town.id) : {};
    const kept: Upload[] = [];
    const refused: FormError[] = [];
    for (const { name, bytes } of files) {
      const result = await this.files.keep(bytes, {
        ...{ fileName: name, person: asked.viewer.person, mapping, acceptGoodRows: false },
        ...(town ? { municipality: town.id } : {}),
        ...(standOn === undefined ? {} : { standOn }),
      });
      if ('upload' in result) kept.push(result.upload);
      else {
        const text = ofFile(name, result.refused[asked.lang], files.length, asked);
        refused.push({ name: 'file', text });
      }
    }
    return { kept, refused };
  }

  private async showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    town: Municipality | undefined,
    standOn: string,
    errors: readonly FormError[],
  ) {
    const { t, lang, viewer } = asked;
    const waiting = await this.uploads.waiting(viewer.person, town?.id);
    const path = (other: typeof lang) => importPath(other, town?.slug);
    await this.desk.show(request, reply, asked, {
      ...{ title: t('import.title'), path, crumbs: crumbsToTown(asked, town) },
      state: { ...this.desk.fresh(), errors, status: statusOf(errors) },
      children: (
        <ImportPage
          t={t}
          {...(town ? { town: town.name } : {})}
          action={path(lang)}
          waiting={waiting.filter(({ id }) => !this.jobs.of(id)?.result?.done)}
          hrefOf={({ id }) => uploadPath(lang, town?.slug, id)}
          standOn={standOn}
          errors={errors}
        />
      ),
    });
  }
}
