import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notThere } from '../../reading/not-there.js';
import { Refusal } from '../../errors/refusal.js';
import { type Asked, MeasureDesk } from '../measures/measure-desk.js';
import { PageFrame } from '../page-frame.js';
import { filterNames, inBoth } from '../paths.js';
import { trendCsv, trendJson, trendTable } from './trend-file.js';
import { trendFileNames, trendFilePath, trendFiles, trendsPath } from './trend-paths.js';
import { TrendsPage } from './trends.page.js';
import { FARTHEST, trendFigures } from './trends.view.js';

/** „Verlauf und Termine“, and each of its charts as files. */
@ApiExcludeController()
@Controller()
export class TrendsController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
  ) {}

  @Get(inBoth((lang) => trendsPath(lang, ':slug')))
  async trends(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const { town, plan } = this.scopeOf(request, asked, slug);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, trendsPath(lang, town.slug, plan?.id));
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    await this.frame.send(request, reply, {
      lang,
      title: `${t('trends.title')}: ${plan?.title ?? town.name}`,
      description: t('trends.lead'),
      paths: { de: trendsPath('de', slug, plan?.id), en: trendsPath('en', slug, plan?.id) },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published || plan?.published === false,
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: t('trends.title') }],
      children: <TrendsPage t={t} at={at} {...trendFigures(reading, town, plan, FARTHEST)} />,
    });
  }

  @Get(inBoth((lang) => `${trendsPath(lang, ':slug')}/:file`))
  file(
    @Param('slug') slug: string,
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, reading } = asked;
    const { town, plan } = this.scopeOf(request, asked, slug);
    const [, stem, format] = /^(.*)\.(csv|json)$/.exec(name) ?? [];
    const file = trendFileNames.find((other) => trendFiles[other][lang] === stem);
    if (!file || (format !== 'csv' && format !== 'json')) throw new Refusal('route/unknown');
    if (town.slug !== slug) {
      const path = trendFilePath(lang, town.slug, file, format, plan?.id);
      return this.desk.goTo(reply, asked, path);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const table = trendTable(file, reading, town, plan, lang);
    const content = format === 'csv' ? trendCsv(table) : trendJson(table);
    return this.desk.sendFile(request, reply, {
      ...{ name: `${town.slug}-${trendFiles[file][lang]}`, format, content },
    });
  }

  private scopeOf(request: FastifyRequest, { lang, reading }: Asked, slug: string) {
    const town = this.desk.townOf(reading, slug);
    const asked = (request.query as Readonly<Record<string, unknown>>)[filterNames[lang].plan];
    if (asked === undefined || asked === '') return { town, plan: undefined };
    const plan = town.plans.find(({ id }) => id === asked);
    if (!plan) {
      throw notThere(reading, 'plan', ({ models, view }) => models.plan(String(asked), view));
    }
    return { town, plan };
  }
}
