import { languages, type Lang } from '@klimaspur/messages';
import { optional, text } from '@klimaspur/domain';
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { OperatorGuard } from '../../auth/operator.guard.js';
import { formProblemOf } from '../../errors/problem.js';
import { Refusal } from '../../errors/refusal.js';
import { errorsIn } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { homePath } from '../home/home-path.js';
import { inBoth } from '../paths.js';
import { SiteDeskPage, SiteFormPage, templateParameter } from './site-desk.page.js';
import {
  siteDeskPath,
  siteFormPath,
  siteKeyIn,
  type SiteKey,
  siteKeys,
  sitePath,
  siteTitles,
} from './site-paths.js';
import { SITE_TEXT_MAX, SiteTexts } from './site-texts.js';

const long = optional(text(SITE_TEXT_MAX));
const texts = { de: long, en: long, enforcementDe: long, enforcementEn: long };
const formRoutes = siteKeys.flatMap((key) => inBoth((lang) => siteFormPath(lang, key)));

/** Where the operator writes Impressum and its sisters. */
@ApiExcludeController()
@Controller()
@SignedIn()
@UseGuards(OperatorGuard)
export class SiteDeskController {
  constructor(
    private readonly desk: FormDesk,
    private readonly texts: SiteTexts,
  ) {}

  @Get(inBoth(siteDeskPath))
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { t } = asked;
    await this.desk.show(request, reply, asked, {
      title: t('site.all'),
      path: siteDeskPath,
      crumbs: [{ label: t('nav.home'), href: homePath(asked.lang) }],
      section: 'home',
      children: <SiteDeskPage t={t} states={await this.texts.states()} />,
    });
  }

  @Get(formRoutes)
  async ask(
    @Query(templateParameter) template: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const page = pageOf(request);
    const wanted = (lang: Lang) =>
      template === undefined ? this.texts.own(page, lang) : this.texts.builtIn(page, lang);
    const typed = {
      checked: (await this.texts.checked(page)) ? 'yes' : undefined,
      de: await wanted('de'),
      en: await wanted('en'),
      enforcementDe: await this.texts.own('enforcement', 'de'),
      enforcementEn: await this.texts.own('enforcement', 'en'),
    };
    await this.show(request, reply, page, this.desk.fresh(typed));
  }

  @Post(formRoutes)
  async keep(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const page = pageOf(request);
    const asked = this.desk.asked(request);
    const { reader, key } = this.desk.sent(asked, body);
    const said = {
      de: reader.text('de'),
      en: reader.text('en'),
      enforcementDe: reader.text('enforcementDe'),
      enforcementEn: reader.text('enforcementEn'),
    };
    const checked = reader.yes('checked') ?? false;
    const missing = await this.texts.missingAfter(
      page,
      { de: said.de ?? '', en: said.en ?? '' },
      checked,
    );
    const errors = [
      ...errorsIn(texts, said, asked.lang),
      ...(missing ? [{ name: 'de', text: formProblemOf(missing, asked.lang) }] : []),
    ];
    if (errors.length > 0) {
      const status = missing ? 409 : 400;
      return this.show(request, reply, page, { typed: reader.typed, key, errors, status });
    }
    for (const lang of languages) await this.texts.keep(page, lang, said[lang] ?? '');
    await this.texts.check(page, checked);
    if (page === 'accessibility') {
      await this.texts.keep('enforcement', 'de', said.enforcementDe ?? '');
      await this.texts.keep('enforcement', 'en', said.enforcementEn ?? '');
    }
    return this.desk.done(reply, undefined, sitePath(asked.lang, page));
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    page: SiteKey,
    state: FormState,
  ): Promise<void> {
    const asked = this.desk.asked(request);
    const { t, lang } = asked;
    return this.desk.show(request, reply, asked, {
      title: t(siteTitles[page]),
      path: (other) => siteFormPath(other, page),
      crumbs: [
        { label: t('nav.home'), href: homePath(lang) },
        { label: t('site.all'), href: siteDeskPath(lang) },
      ],
      section: 'home',
      state,
      children: (
        <SiteFormPage
          t={t}
          page={page}
          state={state}
          hasTemplate={this.texts.builtIn(page, 'de') !== ''}
        />
      ),
    });
  }
}

const pageOf = ({ url }: FastifyRequest): SiteKey => {
  const page = siteKeyIn(url);
  if (!page) throw new Refusal('route/unknown');
  return page;
};
