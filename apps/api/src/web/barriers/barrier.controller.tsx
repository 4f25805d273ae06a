import { messages } from '@klimaspur/messages';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import type { FormState } from '../forms/form-fields.js';
import { type Typed, typedText } from '../forms/typed.js';
import { Reception } from '../notices/reception.js';
import { PageFrame } from '../page-frame.js';
import { inBoth } from '../paths.js';
import { sitePath, siteTitles } from '../site/site-paths.js';
import { BarrierPage, BarrierThanksPage } from './barrier.page.js';
import { BARRIERS, barrierPath, barrierThanksPath, pageParameter } from './barrier-paths.js';

/** „Barriere melden“, without an account: what whoever operates these pages is to hear of. */
@ApiExcludeController()
@Controller()
export class BarrierController {
  constructor(
    private readonly frame: PageFrame,
    private readonly reception: Reception,
  ) {}

  @Get(inBoth((lang) => barrierPath(lang)))
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const source = typedText(request.query as Typed, pageParameter(languageOf(request)));
    await this.show(request, reply, this.reception.fresh({ source }));
  }

  @Post(inBoth((lang) => barrierPath(lang)))
  async receive(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    this.reception.refuseForeign(request);
    const lang = languageOf(request);
    const about = { municipality: BARRIERS, measure: BARRIERS };
    const again = await this.reception.receive(request, reply, about, lang);
    if (again) return this.show(request, reply, again);
    await reply.header('cache-control', 'no-store').redirect(barrierThanksPath(lang), 303);
  }

  @Get(inBoth(barrierThanksPath))
  async thanks(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const lang = languageOf(request);
    const t = messages(lang);
    await this.frame.send(request, reply, {
      lang,
      title: t('barrier.thanks'),
      description: t('barrier.lead'),
      paths: { de: barrierThanksPath('de'), en: barrierThanksPath('en') },
      hidden: true,
      breadcrumbs: [
        { label: t(siteTitles.accessibility), href: sitePath(lang, 'accessibility') },
        { label: t('barrier.title'), href: barrierPath(lang) },
        { label: t('barrier.thanks') },
      ],
      children: <BarrierThanksPage t={t} />,
    });
  }

  private show(request: FastifyRequest, reply: FastifyReply, state: FormState): Promise<void> {
    const lang = languageOf(request);
    const t = messages(lang);
    return this.frame.send(request, reply, {
      lang,
      title: t('barrier.title'),
      description: t('barrier.lead'),
      paths: { de: barrierPath('de'), en: barrierPath('en') },
      hidden: true,
      status: state.status,
      refused: state.status >= 400,
      breadcrumbs: [
        { label: t(siteTitles.accessibility), href: sitePath(lang, 'accessibility') },
        { label: t('barrier.title') },
      ],
      children: <BarrierPage t={t} days={this.reception.days} state={state} />,
    });
  }
}
