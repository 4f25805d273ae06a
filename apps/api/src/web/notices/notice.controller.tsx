import { isUuid } from '@klimaspur/domain';
import { newCommandId } from '@klimaspur/event-store';
import type { Lang } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSameOrigin } from '../../auth/same-origin.js';
import { Refusal } from '../../errors/refusal.js';
import { SETTINGS } from '../../settings.module.js';
import type { FormError } from '../components/error-summary.js';
import { errorsIn } from '../forms/errors-in.js';
import type { FormState } from '../forms/form-fields.js';
import { type Typed, typedIn, typedText } from '../forms/typed.js';
import { entryParameter } from '../log-form/log-paths.js';
import { type Asked, type FoundMeasure, MeasureDesk } from '../measures/measure-desk.js';
import { PageFrame } from '../page-frame.js';
import { measurePath, measuresPath, observersPath } from '../paths.js';
import { type NamedEntry, namedEntry } from './named-entry.js';
import { noticeFields, TRAP } from './notice-fields.js';
import { NoticeLimits, PER_ADDRESS } from './notice-limits.js';
import { noticePath, noticeRoutes, thanksPath, thanksRoutes } from './notice-paths.js';
import { NoticePage, ThanksPage } from './notice.page.js';
import { Notices } from './notices.js';

/** What a notice is about. */
interface About extends FoundMeasure {
  readonly asked: Asked;
  readonly entry?: NamedEntry;
}

const TOO_MANY = 429;

/** „Fehler melden / Hinweis geben“, without an account. */
@ApiExcludeController()
@Controller()
export class NoticeController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly notices: Notices,
    private readonly limits: NoticeLimits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(noticeRoutes)
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.about(request, id);
    const state = { typed: {}, errors: [], key: newCommandId(), status: 200 };
    await this.show(request, reply, about, state);
  }

  /**
   * A stranger has no cookie that another site could misuse, but an address that is counted; therefore only our own
   * page may send this, and a browser says from where it comes.
   */
  @Post(noticeRoutes)
  async receive(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!isSameOrigin(request, this.settings.baseUrl)) throw new Refusal('auth/foreign-origin');
    const about = await this.about(request, id);
    const { lang, t, reading } = about.asked;
    const typed = typedIn(body);
    const errors = this.errorsOf(typed, about.asked);
    const key = typedText(typed, 'key');
    const state = { typed, key: isUuid(key) ? key : newCommandId() };
    if (errors.length > 0) {
      return this.show(request, reply, about, { ...state, errors, status: 400 });
    }
    const exceeded = this.limits.exceeded(request.ip, reading.now);
    if (exceeded) {
      const text = t(`notice.tooMany.${exceeded}`, { count: PER_ADDRESS });
      return this.show(request, reply, about, { ...state, errors: [{ text }], status: TOO_MANY });
    }
    const { text = '', source, email } = said(typed);
    await this.notices.receive({
      ...{ id: state.key, municipality: about.town.id, measure: id, text },
      ...(about.entry ? { entry: about.entry.id } : {}),
      ...(source === undefined ? {} : { source }),
      ...(email === undefined ? {} : { email }),
    });
    this.limits.count(request.ip, reading.now);
    await reply
      .header('cache-control', 'no-store')
      .redirect(thanksPath(lang, about.town.slug, id), 303);
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

  private errorsOf(typed: Typed, { lang, t }: Asked): FormError[] {
    const trapped = typedText(typed, TRAP) === '' ? [] : [{ name: TRAP, text: t('notice.trap') }];
    return [...errorsIn(noticeFields, said(typed), lang), ...trapped];
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
    if (state.status === TOO_MANY) void reply.header('retry-after', '86400');
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
          {...(entry ? { entry: entry.words } : {})}
          days={this.notices.days}
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
        { label: measure.title, href: measurePath(lang, town.slug, measure.id) },
        { label: page.title },
      ],
      children: page.children,
    });
  }
}

/** What was filled in. */
const said = (typed: Typed) => {
  const filled = (name: string) => typedText(typed, name) || undefined;
  return { text: filled('text'), source: filled('source'), email: filled('email') };
};
