import { statuses } from '@klimaspur/domain';
import { csv } from '@klimaspur/exports';
import { formatDay, messages, type Lang } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { Controller, Get, HttpStatus, Param, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { Reader, type Reading } from '../../reading/reader.js';
import { PageFrame, withMoment } from '../page-frame.js';
import { PageETag } from '../page-etag.js';
import { inBoth, townPath, townsPath, withQuery } from '../paths.js';
import { TownPage } from './town.page.js';
import { townView, type TownView } from './town.view.js';
import { StartPage, TownsPage } from './towns.page.js';

const SHOWN = 200;

/** Start page, towns, and the dashboard of a town with its twins for programs. */
@ApiExcludeController()
@Controller()
export class TownController {
  constructor(
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly etag: PageETag,
  ) {}

  @Get()
  @Redirect('/de', HttpStatus.FOUND)
  root() {}

  @Get(['de', 'en'])
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang, t, reading } = this.asked(request);
    if (this.etag.unchanged(request, reply, reading)) return;
    const { items } = reading.models.municipalities({ limit: SHOWN }, reading.view);
    await this.frame.send(request, reply, {
      lang,
      title: t('start.title'),
      description: t('start.lead'),
      paths: { de: '/de', en: '/en' },
      moment: reading.moment,
      live: {},
      children: <StartPage t={t} towns={items} />,
    });
  }

  @Get(inBoth(townsPath))
  async towns(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang, t, reading } = this.asked(request);
    if (this.etag.unchanged(request, reply, reading)) return;
    const q = String((request.query as Record<string, unknown>)['q'] ?? '').slice(0, 200);
    const filter = { limit: SHOWN, ...(q === '' ? {} : { q }) };
    const { items } = reading.models.municipalities(filter, reading.view);
    await this.frame.send(request, reply, {
      lang,
      title: t('nav.municipalities'),
      description: t('towns.lead'),
      paths: { de: withQuery(townsPath('de'), { q }), en: withQuery(townsPath('en'), { q }) },
      moment: reading.moment,
      section: 'municipalities',
      live: {},
      children: <TownsPage t={t} towns={items} action={townsPath(lang)} q={q} />,
    });
  }

  @Get(inBoth((lang) => `${townsPath(lang)}/:slug`))
  async town(
    @Param('slug') asked: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { lang, t, reading } = this.asked(request);
    const [, slug = asked, format] = /^(.*)\.(json|csv)$/.exec(asked) ?? [];
    const found = reading.models.municipality(slug, reading.view);
    if (!found) throw new Refusal('municipality/unknown');
    const { municipality: town, movedFrom } = found;
    if (movedFrom !== null || town.slug !== slug) {
      const path = townPath(lang, town.slug) + (format ? `.${format}` : '');
      return reply.redirect(withMoment(path, lang, reading.moment), 301);
    }
    if (this.etag.unchanged(request, reply, reading)) return;
    const view = townView(reading, town);
    if (format === 'json') return reply.send(view);
    if (format === 'csv') {
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${town.slug}.csv"`)
        .send(countsCsv(view, lang));
    }
    await this.frame.send(request, reply, {
      lang,
      title: t('town.title', { name: town.name }),
      description:
        town.teaser ??
        t('town.lead', {
          total: view.progress.counts.total,
          day: formatDay(reading.view.asOf, lang),
        }),
      paths: { de: townPath('de', slug), en: townPath('en', slug) },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published,
      ...exampleWords(town, lang),
      breadcrumbs: [
        { label: t('nav.start'), href: `/${lang}` },
        { label: t('nav.municipalities'), href: townsPath(lang) },
        { label: town.name },
      ],
      children: <TownPage t={t} at={(path) => withMoment(path, lang, reading.moment)} {...view} />,
    });
  }

  private asked(request: FastifyRequest): {
    lang: Lang;
    t: ReturnType<typeof messages>;
    reading: Reading;
  } {
    const lang = languageOf(request);
    return { lang, t: messages(lang), reading: this.reader.of(request, lang) };
  }
}

/** An example made of public facts says that neither the group nor the town keeps it. */
const exampleWords = ({ ags }: Municipality, lang: Lang) =>
  ags === null ? {} : { exampleText: messages(lang)('example.publicSources') };

/** One row per field: its name, how many measures, and how many stand where. */
const countsCsv = ({ progress }: TownView, lang: Lang): string => {
  const t = messages(lang);
  const row = (name: string, { byStatus, total }: TownView['progress']['counts']) => [
    name,
    String(total),
    ...statuses.map((status) => String(byStatus[status])),
  ];
  return csv(
    [t('chart.field'), t('chart.count'), ...statuses.map((status) => t(`status.${status}`))],
    [
      ...progress.fields.filter(({ depth }) => depth === 0).map(({ name, all }) => row(name, all)),
      row(t('chart.noField'), progress.withoutField),
      row(t('chart.total'), progress.counts),
    ],
  );
};
