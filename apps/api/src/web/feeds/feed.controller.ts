import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { townIn } from '../../queries/get-municipality.query.js';
import { measureIn } from '../../reading/measure-in.js';
import { notThere } from '../../reading/not-there.js';
import type { Reading } from '../../reading/reader.js';
import { filterOf, listPath, listQuery, refuseIgnored } from '../measures/list-query.js';
import { historyPath, inBoth, measuresPath } from '../paths.js';
import { planHistoryPath, townHistoryPath } from '../trail/trail-paths.js';
import { FeedDesk } from './feed-desk.js';
import { listFeedPath, measureFeedPath, planFeedPath, townFeedPath } from './feed-paths.js';

/** What happens, for programs that look after many sites for their reader (Atom, RFC 4287). */
@ApiExcludeController()
@Controller()
export class FeedController {
  constructor(private readonly desk: FeedDesk) {}

  @Get(inBoth((lang) => townFeedPath(lang, ':slug')))
  async town(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const town = townIn(reading, slug);
    const path = townFeedPath(lang, town.slug);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, path);
    if (this.desk.isAnswered(request, reply, asked)) return reply;
    return this.desk.send(request, reply, asked, {
      title: t('feed.title', { name: town.name }),
      ...{ path, pagePath: townHistoryPath(lang, slug) },
      filter: { municipality: town.id, news: true },
    });
  }

  @Get(inBoth((lang) => planFeedPath(lang, ':slug', ':id')))
  async plan(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const town = townIn(reading, slug);
    const plan = town.plans.find((other) => other.id === id);
    if (!plan) throw notThere(reading, 'plan', ({ models, view }) => models.plan(id, view));
    const path = planFeedPath(lang, town.slug, id);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, path);
    if (this.desk.isAnswered(request, reply, asked)) return reply;
    const measures = streamsOf(reading, { municipality: town.id, plan: id });
    return this.desk.send(request, reply, asked, {
      title: t('feed.title', { name: `${plan.title} (${town.name})` }),
      ...{ path, pagePath: planHistoryPath(lang, slug, id) },
      filter: { municipality: town.id, streams: [`plan-${id}`, ...measures], news: true },
    });
  }

  @Get(inBoth((lang) => measureFeedPath(lang, ':slug', ':id')))
  async measure(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const measure = measureIn(reading, id);
    const town = townIn(reading, measure.municipality.id);
    const path = measureFeedPath(lang, town.slug, id);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, path);
    if (this.desk.isAnswered(request, reply, asked)) return reply;
    return this.desk.send(request, reply, asked, {
      title: t('feed.title', { name: `${measure.title} (${town.name})` }),
      ...{ path, pagePath: historyPath(lang, slug, id) },
      filter: { measure: id },
    });
  }

  @Get(inBoth((lang) => `${measuresPath(lang, ':slug')}.atom`))
  async list(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const town = townIn(reading, slug);
    const query = listQuery(request.query as Record<string, unknown>, lang);
    refuseIgnored(request.query as Record<string, unknown>, lang);
    const path = listFeedPath(lang, town.slug, query);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, path);
    if (this.desk.isAnswered(request, reply, asked)) return reply;
    const isWhole = path === listFeedPath(lang, slug, listQuery({}, lang));
    return this.desk.send(request, reply, asked, {
      title: t(isWhole ? 'feed.list' : 'feed.chosen', { name: town.name }),
      ...{ path, pagePath: listPath(lang, slug, query) },
      filter: {
        municipality: town.id,
        streams: streamsOf(reading, filterOf(query, town.id)),
      },
    });
  }
}

/** The measures that fit, at the moment asked about. */
const streamsOf = (
  { models, view }: Reading,
  { page: _page, limit: _limit, ...filter }: Parameters<Reading['models']['exportRows']>[0],
): string[] => Array.from(models.exportRows(filter, view), ({ id }) => `measure-${id}`);
