import type { Lang } from '@klimaspur/messages';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../errors/refusal.js';
import type { FormState } from '../forms/form-fields.js';
import type { Typed } from '../forms/typed.js';
import { entryParameter } from '../log-form/log-paths.js';
import { type Asked, type FoundMeasure, MeasureDesk } from '../measures/measure-desk.js';
import { PageFrame } from '../page-frame.js';
import { measurePath, measuresPath, observersPath } from '../paths.js';
import { type NamedEntry, namedEntry } from './named-entry.js';
import { noticePath, noticeRoutes, thanksPath, thanksRoutes } from './notice-paths.js';
import { NoticePage, ThanksPage } from './notice.page.js';
import { Reception } from './reception.js';

/** What a notice is about. */
interface About extends FoundMeasure {
  readonly asked: Asked;
  readonly entry?: NamedEntry;
}

/** „Fehler melden / Hinweis geben“, without an account. */
@ApiExcludeController()
@Controller()
export class NoticeController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly reception: Reception,
  ) {}

  @Get(noticeRoutes)
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.about(request, id);
    await this.show(request, reply, about, this.reception.fresh());
  }

  @Post(noticeRoutes)
  async receive(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    this.reception.refuseForeign(request);
    const about = await this.about(request, id);
    const { asked, town, entry } = about;
    const again = await this.reception.receive(
      request,
      reply,
      { municipality: town.id, measure: id, ...(entry ? { entry: entry.id } : {}) },
      asked.lang,
    );
    if (again) return this.show(request, reply, about, again);
    await reply
      .header('cache-control', 'no-store')
      .redirect(thanksPath(asked.lang, town.slug, id), 303);
  }

  @Get(thanksRoutes)
  async thanks(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { measure, town } = this.desk.measureOf(asked.reading, id);
    const { lang, t } = asked;
    await this.send(
      request,
      reply,
      { asked, measure, town },
      {
        title: t('notice.thanks'),
        path: (other) => thanksPath(other, town.slug, id),
        status: 200,
        children: (
          <ThanksPage
            t={t}
            measureHref={measurePath(lang, town.slug, id)}
            observersHref={observersPath(lang, town.slug)}
          />
        ),
      },
    );
  }

  /** The measure, and the entry that the address names, as far as the reader may see them. */
  private async about(request: FastifyRequest, id: string): Promise<About> {
    const asked = this.desk.asked(request);
    const found = this.desk.measureOf(asked.reading, id);
    const named = (request.query as Typed)[entryParameter(asked.lang)];
    if (named === undefined) return { asked, ...found };
    const entry = await namedEntry(
      asked.reading,
      { measure: id, entry: named },
      found.town,
      asked.t,
    );
    if (!entry) throw new Refusal('measure/unknown');
    return { asked, ...found, entry };
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    about: About,
    state: FormState,
  ): Promise<void> {
    const { asked, measure, town, entry } = about;
    const { t, lang } = asked;
    return this.send(request, reply, about, {
      title: t('notice.title'),
      path: (other) => noticePath(other, town.slug, measure.id, entry?.id),
      status: state.status,
      children: (
        <NoticePage
          t={t}
          action={noticePath(lang, town.slug, measure.id, entry?.id)}
          cancelHref={measurePath(lang, town.slug, measure.id)}
          measure={measure.title}
          {...(entry ? { entry } : {})}
          days={this.reception.days}
          state={state}
        />
      ),
    });
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, measure, town }: About,
    page: {
      readonly title: string;
      readonly path: (lang: Lang) => string;
      readonly status: number;
      readonly children: ReturnType<typeof NoticePage>;
    },
  ): Promise<void> {
    const { t, lang } = asked;
    return this.frame.send(request, reply, {
      lang,
      title: page.title,
      description: t('notice.lead'),
      paths: { de: page.path('de'), en: page.path('en') },
      section: 'municipalities',
      hidden: true,
      status: page.status,
      refused: page.status >= 400,
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        { label: t('list.crumb'), href: measuresPath(lang, town.slug) },
        { label: measure.title, lang: 'de', href: measurePath(lang, town.slug, measure.id) },
        { label: page.title },
      ],
      children: page.children,
    });
  }
}
