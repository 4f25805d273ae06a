import { createReadStream, existsSync } from 'node:fs';
import type { Lang } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { isOperator } from '../../auth/rights.js';
import { problemOf } from '../../errors/problem.js';
import { readRefusal } from '../../errors/read-refusal.js';
import { Refusal } from '../../errors/refusal.js';
import { ImportJobs, type Job } from '../../imports/import-jobs.js';
import type { ImportReport, ImportTarget } from '../../imports/run-import.js';
import { SheetMappings } from '../../imports/sheet-mappings.js';
import { UploadedFiles } from '../../imports/uploaded-files.js';
import { type Upload, Uploads } from '../../imports/uploads.js';
import { Worlds } from '../../persistence/worlds.js';
import { clarifyPath } from '../clarify/clarify-paths.js';
import type { FormError } from '../components/error-summary.js';
import type { Asked } from '../forms/asked.js';
import { statusOf } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import { inBoth, measuresPath, townPath, workPath } from '../paths.js';
import { receiveFiles, type Received } from './receive-files.js';
import { DonePage, ProgressPage } from './job.page.js';
import { ImportPage } from './import.page.js';
import { importPath, reportPath, uploadPath } from './import-paths.js';
import { readMappingForm } from './mapping-form.js';
import { targetIn } from './target-form.js';
import { fileErrors, ofFile, standOf } from './upload-form.js';
import { UploadPage } from './upload.page.js';

/** Of a town, and of whatever towns a file names. */
const routes = (path: (lang: Lang, slug?: string) => string): string[] =>
  [':slug', undefined].flatMap((slug) => inBoth((lang) => path(lang, slug)));
const places = routes(importPath);
const uploads = routes((lang, slug) => uploadPath(lang, slug, ':upload'));
const reports = routes((lang, slug) => reportPath(lang, slug, ':upload'));

/** A file that is looked at, with the town it is for. */
interface Looked {
  readonly asked: Asked;
  readonly town: Municipality | undefined;
  readonly upload: Upload;
}

/** „Tabelle importieren“ in the browser: upload, columns, preview, take over. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class ImportPagesController {
  constructor(
    private readonly desk: FormDesk,
    private readonly worlds: Worlds,
    private readonly uploads: Uploads,
    private readonly mappings: SheetMappings,
    private readonly files: UploadedFiles,
    private readonly jobs: ImportJobs,
  ) {}

  @Get(places)
  async ask(
    @Param('slug') slug: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    await this.showForm(request, reply, asked, this.townOf(asked, slug), '', []);
  }

  @Post(places)
  async receive(
    @Param('slug') slug: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.townOf(asked, slug);
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

  @Get(uploads)
  async look(
    @Param('slug') slug: string | undefined,
    @Param('upload') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const looked = await this.looked(request, slug, id);
    const job = this.jobs.of(id);
    if (!job || job.result?.done === false) return this.showUpload(request, reply, looked, []);
    if (job.failed !== undefined) {
      return this.showUpload(request, reply, looked, [this.reasonOf(job.failed, looked.asked)]);
    }
    if (job.result) return this.showDone(request, reply, looked, job.result);
    return this.showProgress(request, reply, looked, job, 'running');
  }

  /** The whole report of the last look, or of what was taken over. */
  @Get(reports)
  async report(
    @Param('slug') slug: string | undefined,
    @Param('upload') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { asked, upload } = await this.looked(request, slug, id);
    const path = this.uploads.report(upload.id);
    if (!existsSync(path)) throw new Refusal('import/unknown');
    const name = `${asked.lang === 'de' ? 'importbericht' : 'import-report'}.csv`;
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(createReadStream(path));
  }

  @Post(uploads)
  async act(
    @Param('slug') slug: string | undefined,
    @Param('upload') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const looked = await this.looked(request, slug, id);
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
    if (act === 'apply') this.files.takeOver(next, asked.viewer, asked.t);
    return reply.redirect(uploadPath(asked.lang, town?.slug, id), 303);
  }

  private async looked(
    request: FastifyRequest,
    slug: string | undefined,
    id: string,
  ): Promise<Looked> {
    const asked = this.desk.asked(request);
    const town = this.townOf(asked, slug);
    const upload = await this.uploads.find(id);
    if (upload?.person !== asked.viewer.person || upload.municipality !== town?.id) {
      throw new Refusal('import/unknown');
    }
    return { asked, town, upload };
  }

  /** The town files go into; without one, an operator brings in whatever town the file names. */
  private townOf(asked: Asked, slug: string | undefined): Municipality | undefined {
    if (slug === undefined) {
      if (!isOperator(asked.viewer)) throw new Refusal('auth/not-allowed');
      return undefined;
    }
    if (this.worlds.current().name === 'example') throw new Refusal('import/example');
    const town = this.desk.townOf(asked, slug);
    this.desk.require(asked, 'plan', 'complete-import', town);
    return town;
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
      ...{ title: t('import.title'), path, crumbs: townCrumbs(asked, town) },
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
      ...{ title: t('import.check'), path, crumbs: this.crumbs(looked) },
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
  private plansFor({ asked, town }: Looked, targets: readonly ImportTarget[]) {
    if (targets.length > 1) return undefined;
    const { models, view } = asked.reading;
    const id = town?.id ?? targets[0]?.town.id;
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
      ...{ title: t(`import.${doing}`), path, crumbs: this.crumbs(looked) },
      children: (
        <ProgressPage t={t} fileName={fileName} job={job} href={path(lang)} doing={doing} />
      ),
    });
  }

  private async showDone(
    request: FastifyRequest,
    reply: FastifyReply,
    looked: Looked,
    report: ImportReport,
  ) {
    const { asked, upload, town } = looked;
    const { t, lang } = asked;
    const towns = report.towns.flatMap((id) => {
      const found = this.worlds.own.readModels.municipality(id, asked.reading.view);
      return found ? [found.municipality] : [];
    });
    await this.desk.show(request, reply, asked, {
      title: t('import.done'),
      path: (other) => uploadPath(other, town?.slug, upload.id),
      crumbs: this.crumbs(looked),
      children: (
        <DonePage
          t={t}
          fileName={upload.fileName}
          report={report}
          file={reportPath(lang, town?.slug, upload.id)}
          next={[
            ...towns.flatMap(({ name, slug, published }) => [
              { href: clarifyPath(lang, slug), label: t('import.next.clarify', { name }) },
              { href: measuresPath(lang, slug), label: t('import.next.measures', { name }) },
              ...(published
                ? []
                : [
                    {
                      href: workPath(lang, slug, 'publish'),
                      label: t('import.next.publish', { name }),
                    },
                  ]),
            ]),
            { href: importPath(lang, town?.slug), label: t('import.next.another') },
          ]}
        />
      ),
    });
  }

  private reasonOf(error: unknown, { lang }: Asked): FormError {
    const { detail } = problemOf(readRefusal(error), lang, '');
    return { text: detail };
  }

  private crumbs({ asked, town }: Looked) {
    const { t, lang } = asked;
    return [
      ...townCrumbs(asked, town),
      { label: t('import.title'), href: importPath(lang, town?.slug) },
    ];
  }
}

const townCrumbs = ({ lang }: Asked, town: Municipality | undefined) =>
  town ? [{ label: town.name, href: townPath(lang, town.slug) }] : [];
