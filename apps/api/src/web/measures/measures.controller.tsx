import { isUuid } from '@klimaspur/domain';
import { csv, measuresCsv, measuresJson } from '@klimaspur/exports';
import { messages, type Lang, type Translate } from '@klimaspur/messages';
import type { MeasureDetail, Municipality } from '@klimaspur/read-models';
import type { Settings } from '@klimaspur/settings';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { exportRow } from '../../exports/measure-rows.js';
import { Reader, type Reading } from '../../reading/reader.js';
import { SETTINGS } from '../../settings.module.js';
import { logPath } from '../log-form/log-paths.js';
import { PageETag } from '../page-etag.js';
import { PageFrame, withMoment } from '../page-frame.js';
import { historyPath, inBoth, measurePath, measuresPath, townPath, townsPath } from '../paths.js';
import { HistoryPage } from './history.page.js';
import {
  historyKinds,
  kindName,
  measureStory,
  ofKind,
  timelineEntries,
  type MeasureStory,
} from './history.view.js';
import { ListPage } from './list.page.js';
import { filterOf, listPath, listQuery } from './list-query.js';
import { MeasurePage } from './measure.page.js';

const LATEST = 5;

interface Asked {
  readonly lang: Lang;
  readonly t: Translate;
  readonly reading: Reading;
  readonly at: (path: string) => string;
}

/** The measures of a town, one measure, and its history; each with its twins for programs. */
@ApiExcludeController()
@Controller()
export class MeasuresPagesController {
  constructor(
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly etag: PageETag,
    private readonly vault: Vault,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(inBoth((lang) => measuresPath(lang, ':slug')))
  async list(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, t, reading, at } = this.asked(request);
    const town = this.townOf(reading, slug);
    const query = listQuery(request.query as Record<string, unknown>, lang);
    if (town.slug !== slug) return reply.redirect(at(listPath(lang, town.slug, query)), 301);
    if (this.etag.unchanged(request, reply, reading)) return;
    const { models, view } = reading;
    const found = models.measures(filterOf(query, town.id), view);
    await this.frame.send(request, reply, {
      lang,
      title: t('list.title', { name: town.name }),
      description: t('list.lead'),
      paths: {
        de: listPath('de', slug, query, { page: query.page }),
        en: listPath('en', slug, query, { page: query.page }),
      },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published,
      breadcrumbs: [...this.crumbsOf(lang, town), { label: t('list.crumb') }],
      children: (
        <ListPage
          t={t}
          town={town}
          fields={models.progress(town.id, {}, view).fields}
          query={query}
          found={found}
          total={town.counts.total}
          today={view.asOf}
          at={at}
        />
      ),
    });
  }

  @Get([
    ...inBoth((lang) => `${measuresPath(lang, ':slug')}.csv`),
    ...inBoth((lang) => `${measuresPath(lang, ':slug')}.json`),
  ])
  async listFile(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, reading } = this.asked(request);
    const town = this.townOf(reading, slug);
    const query = listQuery(request.query as Record<string, unknown>, lang);
    const { page: _page, limit: _limit, ...filter } = filterOf(query, town.id);
    const base = this.settings.baseUrl ?? `${request.protocol}://${request.host}`;
    const rows = [...reading.models.exportRows(filter, reading.view)].map((row) =>
      exportRow(row, lang, base),
    );
    const isCsv = (request.url.split('?')[0] ?? '').endsWith('.csv');
    return reply
      .headers({ vary: 'Cookie', 'cache-control': 'no-cache' })
      .header('content-type', isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header(
        'content-disposition',
        `${isCsv ? 'attachment' : 'inline'}; filename="${town.slug}-${lang === 'de' ? 'massnahmen' : 'measures'}.${isCsv ? 'csv' : 'json'}"`,
      )
      .send(isCsv ? measuresCsv(rows, lang) : measuresJson(rows));
  }

  @Get(inBoth((lang) => measurePath(lang, ':slug', ':id')))
  async measure(
    @Param('slug') slug: string,
    @Param('id') asked: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, t, reading, at } = this.asked(request);
    const isJson = asked.endsWith('.json');
    const id = isJson ? asked.slice(0, -5) : asked;
    const { measure, town } = this.measureOf(reading, id);
    if (town.slug !== slug) {
      return reply.redirect(at(measurePath(lang, town.slug, id) + (isJson ? '.json' : '')), 301);
    }
    if (this.etag.unchanged(request, reply, reading)) return;
    if (isJson) return reply.send(measure);
    const story = await measureStory(reading, measure, town, this.vault);
    const entries = timelineEntries(story, measure, t);
    const mayWrite = this.mayWrite(reading, town);
    await this.frame.send(request, reply, {
      ...this.content(lang, town, measure, reading, (other) => measurePath(other, slug, id)),
      title: measure.title,
      description: measure.teaser ?? t('list.lead'),
      breadcrumbs: [
        ...this.crumbsOf(lang, town),
        { label: t('list.crumb'), href: at(measuresPath(lang, slug)) },
        { label: measure.title },
      ],
      children: (
        <MeasurePage
          t={t}
          measure={measure}
          town={town}
          latest={entries.slice(0, LATEST)}
          entries={entries.length}
          {...(mayWrite ? { recordHref: logPath(lang, slug, id, 'form') } : {})}
          at={at}
        />
      ),
    });
  }

  @Get(inBoth((lang) => historyPath(lang, ':slug', ':id')))
  async history(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, t, reading, at } = this.asked(request);
    const { measure, town } = this.measureOf(reading, id);
    if (town.slug !== slug) return reply.redirect(at(historyPath(lang, town.slug, id)), 301);
    if (this.etag.unchanged(request, reply, reading)) return;
    const wanted = (request.query as Record<string, unknown>)[kindName(lang)];
    const kind = historyKinds.find((known) => known === wanted) ?? 'all';
    const story = ofKind(await measureStory(reading, measure, town, this.vault), kind);
    await this.frame.send(request, reply, {
      ...this.content(lang, town, measure, reading, (other) => historyPath(other, slug, id)),
      title: t('history.title', { title: measure.title }),
      description: t('history.lead'),
      breadcrumbs: [
        ...this.crumbsOf(lang, town),
        { label: measure.title, href: at(measurePath(lang, slug, id)) },
        { label: t('history.crumb') },
      ],
      children: (
        <HistoryPage
          t={t}
          measure={measure}
          entries={timelineEntries(story, measure, t)}
          kind={kind}
          at={at}
        />
      ),
    });
  }

  @Get([
    ...inBoth((lang) => `${historyPath(lang, ':slug', ':id')}.csv`),
    ...inBoth((lang) => `${historyPath(lang, ':slug', ':id')}.json`),
  ])
  async historyFile(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, t, reading } = this.asked(request);
    const { measure, town } = this.measureOf(reading, id);
    const story = await measureStory(reading, measure, town, this.vault);
    const isCsv = (request.url.split('?')[0] ?? '').endsWith('.csv');
    return reply
      .headers({ vary: 'Cookie', 'cache-control': 'no-cache' })
      .header('content-type', isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .send(isCsv ? historyCsv(story, measure, t) : JSON.stringify({ items: story.entries }));
  }

  private asked(request: FastifyRequest): Asked {
    const lang = languageOf(request);
    const reading = this.reader.of(request, lang);
    const at = (path: string) => withMoment(path, lang, reading.moment);
    return { lang, t: messages(lang), reading, at };
  }

  private townOf({ models, view }: Reading, slug: string): Municipality {
    const found = models.municipality(slug, view);
    if (!found) throw new Refusal('municipality/unknown');
    return found.municipality;
  }

  private measureOf(reading: Reading, id: string) {
    const measure = isUuid(id) ? reading.models.measure(id, reading.view) : undefined;
    if (!measure) throw new Refusal('measure/unknown');
    return { measure, town: this.townOf(reading, measure.municipality.id) };
  }

  private mayWrite({ viewer, world }: Reading, { id }: Municipality): boolean {
    if (!viewer) return false;
    if (world.name === 'example') return true;
    return viewer.roles.some(
      ({ role, municipality }) => role === 'OPERATOR' || municipality === id,
    );
  }

  private content(
    lang: Lang,
    town: Municipality,
    measure: MeasureDetail,
    { moment }: Reading,
    path: (lang: Lang) => string,
  ) {
    return {
      lang,
      paths: { de: path('de'), en: path('en') },
      moment,
      section: 'municipalities' as const,
      live: { municipality: town.id },
      hidden: !measure.published || !town.published,
    };
  }

  private crumbsOf(lang: Lang, town: Municipality) {
    return [
      { label: messages(lang)('nav.municipalities'), href: townsPath(lang) },
      { label: town.name, href: townPath(lang, town.slug) },
    ];
  }
}

/** One row per entry: what happened, when, who recorded it when, and what it changed. */
const historyCsv = (story: MeasureStory, measure: MeasureDetail, t: Translate): string =>
  csv(
    [
      'id',
      ...(['what', 'on', 'recorded', 'by', 'from', 'to', 'note', 'standing'] as const).map((name) =>
        t(`historyColumn.${name}`),
      ),
    ],
    timelineEntries(story, measure, t).map((entry) => [
      entry.id.slice(2),
      entry.title,
      entry.occurredOn ?? '',
      entry.recordedAt,
      entry.actor,
      entry.from ? t(`status.${entry.from}`) : '',
      entry.to ? t(`status.${entry.to}`) : '',
      entry.note ?? '',
      t(`standing.${entry.standing ?? 'valid'}`),
    ]),
  );
