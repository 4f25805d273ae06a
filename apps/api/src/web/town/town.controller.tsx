import { formatDay, messages, type Lang, type Translate } from '@klimaspur/messages';
import { folded, type Municipality, type ViewQueries } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, HttpStatus, Param, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import { townIn } from '../../queries/get-municipality.query.js';
import { mayWrite, Reader, type Reading } from '../../reading/reader.js';
import { townFeedPath } from '../feeds/feed-paths.js';
import { PageFrame } from '../page-frame.js';
import { withMoment } from '../moment-address.js';
import { PageETag } from '../page-etag.js';
import {
  filterNames,
  inBoth,
  pageCount,
  pageNumber,
  townPath,
  townsPath,
  withQuery,
} from '../paths.js';
import { previewOf } from '../share/preview.js';
import { senderOf, townShared } from '../share/shared-things.js';
import { changeLines } from './change-lines.js';
import { townCsv, townJson } from './town-files.js';
import { TownPage } from './town.page.js';
import { townFigures, townView } from './town.view.js';
import { searchedName } from './towns-query.js';
import { StartPage, TownsPage } from './towns.page.js';

const TOWNS_AT_START = 10;
const CHANGES_AT_START = 8;
const TOWNS_PER_PAGE = 50;

interface Asked {
  readonly lang: Lang;
  readonly t: Translate;
  readonly reading: Reading;
  readonly at: (path: string) => string;
}

/** Those in whose name somebody looks for this. */
const movedNamed = (models: Pick<ViewQueries, 'movedTowns'>, q: string) =>
  models.movedTowns().filter(({ name }) => folded(name).includes(folded(q).trim()));

/** Start page, towns, and the dashboard of a town with its twins for programs. */
@ApiExcludeController()
@Controller()
export class TownController {
  constructor(
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly etag: PageETag,
    private readonly vault: Vault,
  ) {}

  @Get()
  @Redirect('/de', HttpStatus.FOUND)
  root() {}

  @Get(['de', 'en'])
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang, t, reading, at } = this.asked(request);
    if (this.etag.unchanged(request, reply, reading)) return;
    const { models, view } = reading;
    const { items, total } = models.municipalities({ limit: TOWNS_AT_START }, view);
    const changes = models.latestRuns({}, CHANGES_AT_START, view);
    await this.frame.send(request, reply, {
      lang,
      title: t('start.title'),
      description: t('start.lead'),
      paths: { de: '/de', en: '/en' },
      moment: reading.moment,
      live: {},
      children: (
        <StartPage
          t={t}
          towns={items}
          moved={models.movedTowns()}
          total={total}
          at={at}
          moment={reading.moment}
          changes={await changeLines(reading, changes, t)}
        />
      ),
    });
  }

  @Get(inBoth(townsPath))
  async towns(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang, t, reading, at } = this.asked(request);
    if (this.etag.unchanged(request, reply, reading)) return;
    const query = request.query as Readonly<Record<string, unknown>>;
    const q = searchedName(query);
    const { items } = reading.models.municipalities(q === '' ? {} : { q }, reading.view);
    const pages = pageCount(items.length, TOWNS_PER_PAGE);
    const page = Math.min(pages, pageNumber(query[filterNames[lang].page]));
    const path = (other: Lang) =>
      withQuery(townsPath(other), {
        q,
        [filterNames[other].page]: page > 1 ? page : undefined,
      });
    await this.frame.send(request, reply, {
      lang,
      title: t('nav.municipalities'),
      description: t('towns.lead'),
      paths: { de: path('de'), en: path('en') },
      moment: reading.moment,
      section: 'municipalities',
      live: {},
      breadcrumbs: [
        { label: t('nav.start'), href: at(`/${lang}`) },
        { label: t('nav.municipalities') },
      ],
      children: (
        <TownsPage
          t={t}
          towns={items.slice((page - 1) * TOWNS_PER_PAGE, page * TOWNS_PER_PAGE)}
          moved={page === 1 ? movedNamed(reading.models, q) : []}
          total={items.length}
          at={at}
          moment={reading.moment}
          q={q}
          page={page}
          pages={pages}
        />
      ),
    });
  }

  @Get(inBoth((lang) => `${townsPath(lang)}/:slug`))
  async town(
    @Param('slug') asked: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, t, reading, at } = this.asked(request);
    const [, slug = asked, format] = /^(.*)\.(json|csv)$/.exec(asked) ?? [];
    const town = townIn(reading, slug);
    if (town.slug !== slug) {
      const path = townPath(lang, town.slug) + (format ? `.${format}` : '');
      return reply.redirect(at(path), HttpStatus.MOVED_PERMANENTLY);
    }
    if (this.etag.unchanged(request, reply, reading)) return;
    if (format) return this.sendFile(request, reply, { reading, town, format, lang });
    const view = await townView(reading, town, t, this.vault);
    const { byStatus, total } = view.progress.counts;
    const shared = townShared(senderOf(reading, town, lang), byStatus);
    await this.frame.send(request, reply, {
      lang,
      title: t('town.title', { name: town.name }),
      description: town.teaser ?? t('town.lead', { total, day: formatDay(view.today, lang) }),
      paths: { de: townPath('de', slug), en: townPath('en', slug) },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published,
      feed: { href: townFeedPath(lang, slug), title: t('feed.title', { name: town.name }) },
      ...(town.published ? { preview: previewOf(shared, reading, lang) } : {}),
      breadcrumbs: [
        { label: t('nav.start'), href: at(`/${lang}`) },
        { label: t('nav.municipalities'), href: at(townsPath(lang)) },
        { label: town.name },
      ],
      children: <TownPage t={t} at={at} {...view} mayWrite={mayWrite(reading, town)} />,
    });
  }

  private sendFile(
    { viewer }: FastifyRequest,
    reply: FastifyReply,
    { reading, town, format, lang }: FileAsked,
  ) {
    const figures = townFigures(reading, town);
    const isCsv = format === 'csv';
    return reply
      .headers({
        'content-type': isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'content-disposition': `${isCsv ? 'attachment' : 'inline'}; filename="${town.slug}.${format}"`,
        'cache-control': viewer ? 'private, no-store' : 'no-cache',
        vary: 'Cookie',
      })
      .send(isCsv ? townCsv(figures, lang) : townJson(reading, figures));
  }

  private asked(request: FastifyRequest): Asked {
    const lang = languageOf(request);
    const reading = this.reader.of(request, lang);
    const at = (path: string) => withMoment(path, lang, reading.moment);
    return { lang, t: messages(lang), reading, at };
  }
}

interface FileAsked {
  readonly reading: Reading;
  readonly town: Municipality;
  readonly format: string;
  readonly lang: Lang;
}
