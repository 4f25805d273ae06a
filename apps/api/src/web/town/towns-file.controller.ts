import { statuses } from '@klimaspur/domain';
import { csv } from '@klimaspur/exports';
import { messages, type Lang } from '@klimaspur/messages';
import type { MunicipalityItem } from '@klimaspur/read-models';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import { Reader } from '../../reading/reader.js';
import { PageETag } from '../page-etag.js';
import { inBoth, townsPath } from '../paths.js';
import { searchedName } from './towns-query.js';

/** The list of towns, and the start page that shows it, for programs and for spreadsheets. */
@ApiExcludeController()
@Controller()
export class TownsFileController {
  constructor(
    private readonly reader: Reader,
    private readonly etag: PageETag,
  ) {}

  @Get(inBoth((lang) => `/${lang}.json`).concat(inBoth((lang) => `${townsPath(lang)}.json`)))
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { reading, towns } = this.asked(request);
    if (this.etag.unchanged(request, reply, reading)) return;
    await reply.headers(kept).send({ asOf: reading.view.asOf, items: towns, total: towns.length });
  }

  @Get(inBoth((lang) => `${townsPath(lang)}.csv`))
  async csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang, reading, towns } = this.asked(request);
    if (this.etag.unchanged(request, reply, reading)) return;
    const name = townsPath(lang).split('/').at(-1) ?? '';
    await reply
      .headers(kept)
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .send(townsCsv(towns, lang));
  }

  private asked(request: FastifyRequest) {
    const lang = languageOf({
      headers: request.headers,
      url: request.url.replace(/^\/(de|en)\./, '/$1/'),
    });
    const reading = this.reader.of(request, lang);
    const q = searchedName(request.query);
    const { items } = reading.models.municipalities(q === '' ? {} : { q }, reading.view);
    return { lang, reading, towns: items };
  }
}

const kept = { vary: 'Cookie', 'cache-control': 'no-cache' } as const;

/** One row per town. */
export const townsCsv = (towns: readonly MunicipalityItem[], lang: Lang): string => {
  const t = messages(lang);
  return csv(
    [
      'id',
      t('townsFile.name'),
      'AGS',
      t('townsFile.state'),
      t('townsFile.target'),
      ...statuses.map((status) => t(`status.${status}`)),
      t('chart.total'),
      t('townFile.late'),
      t('townFile.stale'),
      t('townFile.toBeClarified'),
      t('alliance.ownProjects'),
      t('townsFile.lastNews'),
      t('townsFile.lastNewsRecorded'),
    ],
    towns.map(({ id, name, ags, state, targetYear, counts, ownProjects, ...news }) => [
      ...[id, name, ags ?? '', state ?? '', String(targetYear ?? '')],
      ...statuses.map((status) => String(counts.byStatus[status])),
      ...[counts.total, counts.late, counts.stale, counts.toBeClarified, ownProjects.total].map(
        String,
      ),
      news.lastNewsOn ?? '',
      news.lastNewsRecordedOn ?? '',
    ]),
  );
};
