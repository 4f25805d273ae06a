import { berlinDay } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { comparisonList } from '../../queries/get-comparison.query.js';
import { comparedMoments } from '../../reading/compared.js';
import { type Asked, formatOf, MeasureDesk } from '../measures/measure-desk.js';
import { PageFrame } from '../page-frame.js';
import { withMoment } from '../moment-address.js';
import { filterNames, inBoth } from '../paths.js';
import { comparisonCsv } from './comparison-file.js';
import { ComparisonPage } from './comparison.page.js';
import { comparisonPath } from './comparison-paths.js';
import { comparisonView } from './comparison.view.js';
import { presetsOf } from './presets.js';

/** „Was sich geändert hat“ between two days, as a page and as files. */
@ApiExcludeController()
@Controller()
export class ComparisonPagesController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
  ) {}

  @Get(inBoth((lang) => comparisonPath(lang, ':slug')))
  async page(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const view = this.viewOf(request, asked, slug);
    const { town, plan, scope, moments } = view;
    const path = (other: Lang) => comparisonPath(other, town.slug, { moments, scope });
    if (town.slug !== slug) return this.desk.goTo(reply, asked, path(lang));
    if (this.desk.isAnswered(request, reply, asked)) return;
    const { asOf, knownAt } = moments.to;
    const today = berlinDay(reading.now);
    const past = asOf !== today || knownAt !== undefined;
    const at = (address: string) => withMoment(address, lang, { ...moments.to, past });
    await this.frame.send(request, reply, {
      lang,
      title: t('compare.pageTitle', { name: plan?.title ?? town.name }),
      description: t('compare.description'),
      paths: { de: path('de'), en: path('en') },
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published || plan?.published === false,
      breadcrumbs: [...this.desk.crumbsOf({ ...asked, at }, town), { label: t('compare.title') }],
      children: (
        <ComparisonPage
          t={t}
          at={at}
          {...view}
          today={today}
          presets={await presetsOf({ ...reading, view: moments.to }, town, plan?.id, asOf, t)}
          allFields={reading.models.progress(town.id, scopeOfPlan(plan), reading.view).fields}
        />
      ),
    });
  }

  @Get(
    (['csv', 'json'] as const).flatMap((ending) =>
      inBoth((lang) => comparisonPath(lang, ':slug', {}, `.${ending}`)),
    ),
  )
  file(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { lang, t } = asked;
    const view = this.viewOf(request, asked, slug);
    const { town, moments, scope } = view;
    const format = formatOf(request);
    if (town.slug !== slug) {
      const path = comparisonPath(lang, town.slug, { moments, scope }, `.${format}`);
      return this.desk.goTo(reply, asked, path);
    }
    if (this.desk.isAnswered(request, reply, asked)) return reply;
    return this.desk.sendFile(request, reply, {
      name: `${town.slug}-${t('compare.file')}-${moments.from.asOf}-${moments.to.asOf}`,
      format,
      content:
        format === 'csv' ? comparisonCsv(view, t) : JSON.stringify(comparisonList(view, moments)),
    });
  }

  private viewOf(request: FastifyRequest, { lang, reading }: Asked, slug: string) {
    const query = request.query as Readonly<Record<string, unknown>>;
    const moments = comparedMoments(reading, query, lang);
    // The town is told as on the second day.
    const town = this.desk.townOf({ ...reading, view: moments.to }, slug);
    return comparisonView(reading, town, moments, query, filterNames[lang]);
  }
}

const scopeOfPlan = (plan: { readonly id: string } | undefined) => (plan ? { plan: plan.id } : {});
