import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../errors/refusal.js';
import { PdfPrinter } from '../../printing/pdf-printer.js';
import { selfContained } from '../../printing/self-contained.js';
import { Checkpoints } from '../../proofs/checkpoints.js';
import { type Asked, MeasureDesk } from '../measures/measure-desk.js';
import { type PageContent, PageFrame, webFolder } from '../page-frame.js';
import { filterNames, inBoth } from '../paths.js';
import { reportCsv, reportJson } from './report-file.js';
import { ReportPage } from './report.page.js';
import { reportPath, sinceNames } from './report-paths.js';
import { reportMoments, reportView, type ReportView } from './report.view.js';

/** „Sachstandsbericht“, as a page, as one to four printed sheets, and for programs. */
@ApiExcludeController()
@Controller()
export class ReportController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly printer: PdfPrinter,
    private readonly checkpoints: Checkpoints,
    private readonly vault: Vault,
  ) {}

  @Get(inBoth((lang) => reportPath(lang, ':slug')))
  async page(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const view = await this.viewOf(request, asked, slug);
    if (view.town.slug !== slug) return this.goTo(reply, asked, view, '');
    await this.frame.send(request, reply, this.contentOf(request, asked, view));
  }

  @Get(inBoth((lang) => reportPath(lang, ':slug', {}, '.pdf')))
  async pdf(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const view = await this.viewOf(request, asked, slug);
    if (view.town.slug !== slug) return this.goTo(reply, asked, view, '.pdf');
    const html = this.frame.html(request, this.contentOf(request, asked, view));
    const content = await this.printer.print(selfContained(html, webFolder()));
    const name = `${fileName(asked.lang, view)}.pdf`;
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}"`,
        'cache-control': request.viewer ? 'private, no-store' : 'no-cache',
        vary: 'Cookie',
      })
      .send(content);
  }

  @Get(
    (['csv', 'json'] as const).flatMap((ending) =>
      inBoth((lang) => reportPath(lang, ':slug', {}, `.${ending}`)),
    ),
  )
  async file(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const view = await this.viewOf(request, asked, slug);
    const format = /\.csv(\?|$)/.test(request.url) ? 'csv' : 'json';
    if (view.town.slug !== slug) return this.goTo(reply, asked, view, `.${format}`);
    const content =
      format === 'csv'
        ? reportCsv(view, asked.t)
        : reportJson(view, asked.t, this.checkpoints.newest());
    return this.desk.sendFile(request, reply, {
      name: fileName(asked.lang, view),
      format,
      content,
    });
  }

  private contentOf(
    request: FastifyRequest,
    { lang, t, reading, at }: Asked,
    view: ReportView,
  ): PageContent {
    const { town, plan, moments } = view;
    const asked = { moments, plan: plan?.id };
    const path = (other: Lang) =>
      reportPath(other, town.slug, { moments: { from: moments.from }, plan: plan?.id });
    return {
      lang,
      title: `${t('report.title')}: ${plan?.title ?? town.name}`,
      description: t('report.unofficial'),
      paths: { de: path('de'), en: path('en') },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published || plan?.published === false,
      breadcrumbs: [
        ...this.desk.crumbsOf({ lang, t, reading, at }, town),
        { label: t('report.title') },
      ],
      children: (
        <ReportPage
          t={t}
          at={at}
          {...view}
          pdfHref={this.printer.isThere ? reportPath(lang, town.slug, asked, '.pdf') : undefined}
          checkpoint={this.checkpoints.newest()}
          address={this.frame.baseUrlOf(request) + reportPath(lang, town.slug, asked)}
        />
      ),
    };
  }

  private async viewOf(
    request: FastifyRequest,
    { lang, reading }: Asked,
    slug: string,
  ): Promise<ReportView> {
    const query = request.query as Readonly<Record<string, unknown>>;
    const town = this.desk.townOf(reading, slug);
    const moments = reportMoments(reading, query, sinceNames[lang]);
    const asked = query[filterNames[lang].plan];
    const plan = town.plans.find(({ id }) => id === asked);
    if (asked !== undefined && asked !== '' && !plan) throw new Refusal('plan/unknown');
    const responsible = (await this.vault.responsible([town.id])).get(town.id);
    return reportView(reading, town, moments, { plan, responsible });
  }

  private goTo(
    reply: FastifyReply,
    asked: Asked,
    { town, moments, plan }: ReportView,
    ending: string,
  ) {
    const path = reportPath(asked.lang, town.slug, { moments, plan: plan?.id }, ending);
    return this.desk.goTo(reply, asked, path);
  }
}

const fileName = (lang: Lang, { town, moments }: ReportView): string =>
  `${town.slug}-${lang === 'de' ? 'sachstandsbericht' : 'council-report'}-${moments.to.asOf}`;
