import { Controller, Get, HttpStatus, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notThere } from '../../reading/not-there.js';
import { mayWrite } from '../../reading/reader.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { planFeedPath } from '../feeds/feed-paths.js';
import { PageFrame } from '../page-frame.js';
import { inBoth, planPath } from '../paths.js';
import { PlanPage } from './plan.page.js';
import { townCsv, townJson } from './town-files.js';
import { townFigures } from './town.view.js';

/** The dashboard of one plan, with its twins for programs. */
@ApiExcludeController()
@Controller()
export class PlanController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
  ) {}

  @Get(inBoth((lang) => planPath(lang, ':slug', ':id')))
  async plan(
    @Param('slug') slug: string,
    @Param('id') address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const [, id = address, format] = /^(.*)\.(json|csv)$/.exec(address) ?? [];
    const town = this.desk.townOf(reading, slug);
    const plan = town.plans.find((other) => other.id === id);
    if (!plan) throw notThere(reading, 'plan', ({ models, view }) => models.plan(id, view));
    if (town.slug !== slug) {
      const path = planPath(lang, town.slug, address);
      return reply.redirect(at(path), HttpStatus.MOVED_PERMANENTLY);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const figures = townFigures(reading, town, plan);
    if (format === 'csv' || format === 'json') {
      const content = format === 'csv' ? townCsv(figures, lang) : townJson(reading, figures);
      return this.desk.sendFile(request, reply, { name: id, format, content });
    }
    await this.frame.send(request, reply, {
      lang,
      title: plan.title,
      description: plan.description ?? t('plan.lead', { name: town.name }),
      paths: { de: planPath('de', slug, id), en: planPath('en', slug, id) },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published || !plan.published,
      feed: { href: planFeedPath(lang, slug, id), title: t('feed.title', { name: plan.title }) },
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: plan.title, lang: 'de' }],
      children: (
        <PlanPage t={t} at={at} {...figures} plan={plan} mayWrite={mayWrite(reading, town)} />
      ),
    });
  }
}
