import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { problemOf } from '../../errors/problem.js';
import { readRefusal } from '../../errors/read-refusal.js';
import { ImportJobs, type Job } from '../../imports/import-jobs.js';
import type { ImportTarget } from '../../imports/run-import.js';
import { UploadedFiles } from '../../imports/uploaded-files.js';
import { type Upload, Uploads } from '../../imports/uploads.js';
import type { FormError } from '../components/error-summary.js';
import type { Asked } from '../forms/asked.js';
import { statusOf } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import { ImportDone } from './import-done.js';
import { faultyRows } from './faulty-rows.js';
import { crumbsTo, ImportDesk, type Looked } from './import-desk.js';
import { importPath, importRoutes, reportPath, uploadPath } from './import-paths.js';
import { ProgressPage } from './job.page.js';
import { readMappingForm } from './mapping-form.js';
import { targetIn } from './target-form.js';
import { standOf } from './upload-form.js';
import { UploadPage } from './upload.page.js';

/** One file that came in: its columns, the preview, taking it over. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class CheckFileController {
  constructor(
    private readonly desk: FormDesk,
    private readonly imports: ImportDesk,
    private readonly uploads: Uploads,
    private readonly files: UploadedFiles,
    private readonly jobs: ImportJobs,
    private readonly done: ImportDone,
  ) {}

  @Get(importRoutes.uploads)
  async look(
    @Param('slug') slug: string | undefined,
    @Param('upload') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const looked = await this.imports.looked(request, slug, id);
    const job = this.jobs.of(id);
    if (!job) return this.showUpload(request, reply, looked, []);
    if (job.failed !== undefined) {
      return this.showUpload(request, reply, looked, [this.reasonOf(job.failed, looked.asked)]);
    }
    if (job.result?.done === false) {
      return this.showUpload(
        request,
        reply,
        looked,
        faultyRows(job.result.refused, looked.asked.t),
      );
    }
    if (job.result) return this.done.show(request, reply, looked, job.result);
    return this.showProgress(request, reply, looked, job, 'running');
  }

  @Post(importRoutes.uploads)
  async act(
    @Param('slug') slug: string | undefined,
    @Param('upload') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const looked = await this.imports.looked(request, slug, id);
    const { asked, town, upload } = looked;
    const sent = this.desk.sent(asked, body);
    const act = sent.reader.text('act');
    if (act === 'discard') {
      await this.uploads.remove(id);
      return reply.redirect(importPath(asked.lang, town?.slug), 303);
    }
    const { standOn, errors: ofStand } = standOf(sent.reader.text('standOn') ?? '', asked);
    const { wish, errors: ofTarget } = targetIn(sent.reader);
    const errors = [...ofStand, ...ofTarget];
    if (errors.length > 0) return this.showUpload(request, reply, looked, errors);
    const document = await this.files.read(upload);
    const changed: Upload = {
      ...upload,
      ...(document.reading
        ? { mapping: readMappingForm(sent.reader.typed, document.reading) }
        : {}),
      acceptGoodRows: sent.reader.yes('acceptGoodRows') ?? false,
    };
    const { standOn: _stand, plan: _plan, newPlan: _title, newTown: _name, ...rest } = changed;
    const next = { ...rest, ...wish, ...(standOn === undefined ? {} : { standOn }) };
    await this.uploads.change(next);
    this.jobs.forgetStopped(id);
    if (act === 'apply') {
      const refused = await this.files.refusedOf(next, asked.viewer, asked.t);
      if (refused.length > 0 && !next.acceptGoodRows) {
        const faulty = faultyRows(refused, asked.t);
        return this.showUpload(request, reply, { ...looked, upload: next }, faulty);
      }
      this.files.takeOver(next, asked.viewer, asked.t);
    }
    return reply.redirect(uploadPath(asked.lang, town?.slug, id), 303);
  }

  private async showUpload(
    request: FastifyRequest,
    reply: FastifyReply,
    looked: Looked,
    errors: readonly FormError[],
  ) {
    const { asked, town, upload } = looked;
    const { t, lang } = asked;
    const job = await this.files.look(upload, asked.viewer, t);
    if (job.result === undefined && job.failed === undefined) {
      return this.showProgress(request, reply, looked, job, 'looking');
    }
    const wrong = job.failed === undefined ? errors : [...errors, this.reasonOf(job.failed, asked)];
    const plans = this.plansFor(looked, job.result?.report.targets ?? []);
    const path = (other: typeof lang) => uploadPath(other, town?.slug, upload.id);
    await this.desk.show(request, reply, asked, {
      ...{ title: t('import.check'), path, crumbs: crumbsTo(looked) },
      state: { ...this.desk.fresh(), errors: wrong, status: statusOf(errors) },
      children: (
        <UploadPage
          t={t}
          upload={upload}
          action={path(lang)}
          file={reportPath(lang, town?.slug, upload.id)}
          errors={wrong}
          {...(plans ? { plans } : {})}
          {...(job.result ? { preview: job.result } : {})}
        />
      ),
    });
  }

  /** The plans of the town that the file is for; undefined: it is for several. */
  private plansFor({ asked, town, upload }: Looked, targets: readonly ImportTarget[]) {
    if (targets.length > 1) return undefined;
    const { models, view } = asked.reading;
    const typed = upload.newTown;
    const found = typed === undefined ? [] : models.municipalities({ q: typed }, view).items;
    const named = found.find(({ name }) => name === typed);
    const id = town?.id ?? targets[0]?.town.id ?? named?.id;
    return id === undefined ? [] : (models.municipality(id, view)?.municipality.plans ?? []);
  }

  private showProgress(
    request: FastifyRequest,
    reply: FastifyReply,
    looked: Looked,
    job: Job<unknown>,
    doing: 'running' | 'looking',
  ) {
    const { t, lang } = looked.asked;
    const { id, fileName } = looked.upload;
    const path = (other: typeof lang) => uploadPath(other, looked.town?.slug, id);
    return this.desk.show(request, reply, looked.asked, {
      ...{ title: t(`import.${doing}`), path, crumbs: crumbsTo(looked) },
      children: (
        <ProgressPage t={t} fileName={fileName} job={job} href={path(lang)} doing={doing} />
      ),
    });
  }

  private reasonOf(error: unknown, { lang }: Asked): FormError {
    const { detail } = problemOf(readRefusal(error), lang, '');
    return { text: detail };
  }
}
