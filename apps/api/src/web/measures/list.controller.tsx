import type { Lang } from '@klimaspur/messages';
import type { MeasurePage, Municipality } from '@klimaspur/read-models';
import type { Settings } from '@klimaspur/settings';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { measureFile } from '../../exports/measure-file.js';
import { exportRow } from '../../exports/measure-rows.js';
import { baseUrlOf } from '../../http/base-url.js';
import { allCounted } from '../../reading/all-counted.js';
import { draftsFound, draftsInName } from '../../reading/drafts-among.js';
import { inTurns } from '../../reading/in-turns.js';
import { mayWrite, type Reading } from '../../reading/reader.js';
import { SETTINGS } from '../../settings.module.js';
import { listFeedPath } from '../feeds/feed-paths.js';
import { PageFrame } from '../page-frame.js';
import { inBoth, measuresPath, pageCount } from '../paths.js';
import {
  filterOf,
  ignoredIn,
  listPath,
  listQuery,
  PAGE_SIZE,
  refuseIgnored,
  type ListQuery,
} from './list-query.js';
import { ListPage } from './list.page.js';
import { formatOf, MeasureDesk } from './measure-desk.js';

/** The measures of a town as a page, and exactly those of the page as files. */
@ApiExcludeController()
@Controller()
export class MeasureListController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(inBoth((lang) => measuresPath(lang, ':slug')))
  async list(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const town = this.desk.townOf(reading, slug);
    const wanted = listQuery(request.query as Record<string, unknown>, lang);
    if (town.slug !== slug) {
      const path = listPath(lang, town.slug, wanted, { page: wanted.page });
      return this.desk.goTo(reply, asked, path);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const { found, query } = pageOf(reading, town, wanted);
    const path = (other: Lang) => listPath(other, slug, query, { page: query.page });
    await this.frame.send(request, reply, {
      lang,
      title: t('list.title', { name: town.name }),
      description: t('list.lead'),
      paths: { de: path('de'), en: path('en') },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published,
      feed: { href: listFeedPath(lang, slug, query), title: t('feed.list', { name: town.name }) },
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: t('list.crumb') }],
      children: (
        <ListPage
          t={t}
          town={town}
          fields={reading.models.progress(town.id, {}, reading.view).fields}
          query={query}
          ignored={ignoredIn(request.query as Record<string, unknown>, lang)}
          found={found}
          drafts={draftsFound(reading, filterOf(query, town.id), found.total)}
          apart={leftOut(reading, town, query)}
          total={listedIn(town, query)}
          today={reading.view.asOf}
          moment={reading.moment}
          at={at}
          mayWrite={mayWrite(reading, town)}
        />
      ),
    });
  }

  @Get(
    (['csv', 'xlsx', 'json'] as const).flatMap((ending) =>
      inBoth((lang) => `${measuresPath(lang, ':slug')}.${ending}`),
    ),
  )
  async listFile(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, reading } = asked;
    const town = this.desk.townOf(reading, slug);
    const query = listQuery(request.query as Record<string, unknown>, lang);
    refuseIgnored(request.query as Record<string, unknown>, lang);
    const format = formatOf(request);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, listPath(lang, town.slug, query, {}, `.${format}`));
    }
    if (this.desk.isAnswered(request, reply, asked)) return reply;
    const { page: _page, limit: _limit, ...filter } = filterOf(query, town.id);
    const base = baseUrlOf(this.settings, request);
    const found = reading.models.exportRows(filter, reading.view);
    const rows = await inTurns(found, (row) => exportRow(row, lang, base));
    return this.desk.sendFile(request, reply, {
      name: `${town.slug}-${lang === 'de' ? 'massnahmen' : 'measures'}${draftsInName(reading, filter, lang)}`,
      format,
      content: Buffer.concat(
        await inTurns(measureFile(rows, format, lang), (part) => Buffer.from(part)),
      ),
    });
  }
}

/** Of how many measures the filters let some through. */
const listedIn = (town: Municipality, { allies }: ListQuery): number => {
  if (allies === 'with') return allCounted(town);
  return (allies === 'only' ? town.ownProjects : town.counts).total;
};

const leftOut = ({ models, view }: Reading, town: Municipality, query: ListQuery): number => {
  if (query.allies !== 'without' || town.ownProjects.total === 0) return 0;
  const filter = filterOf({ ...query, allies: 'only', page: 1 }, town.id);
  return models.measures({ ...filter, limit: 1 }, view).total;
};

/** A page behind the last one shows the last one: lists get shorter while links to them stay. */
const pageOf = (
  { models, view }: Reading,
  town: Municipality,
  query: ListQuery,
): { readonly found: MeasurePage; readonly query: ListQuery } => {
  const found = models.measures(filterOf(query, town.id), view);
  const last = pageCount(found.total, PAGE_SIZE);
  if (query.page <= last) return { found, query };
  const nearest = { ...query, page: last };
  return { found: models.measures(filterOf(nearest, town.id), view), query: nearest };
};
